import Dossiers
import Pipeline

/// The stories that are told: every form of package, every end that one can come to, and what comes later for a dossier.
enum Stories {
    static func all() throws -> [Story] {
        let packages = try DemoPackages.all()
        func named(_ names: String...) -> [DemoPackage] {
            names.compactMap { name in packages.first { $0.name == name } }
        }
        guard let then = Moment("2026-11-30T16:00:00+07:00"), let now = Moment("2026-12-01T08:00:00+07:00") else {
            preconditionFailure("these are times")
        }
        let earlier = named("mau-zip.zip", "mau-chua-ky", "mau-phi")
        return [
            try Story("one dossier", then: then, now: now, earlier: []) { _ in named("mau-roi.xml") },
            try Story("a dossier in each form", then: then, now: now, earlier: []) { _ in
                named("mau-zip.zip", "mau-thu-muc", "mau-roi.xml", "mau-base64.xml")
            },
            try Story("dossiers that leave as folders", then: then, now: now, delivery: .folder, earlier: earlier) {
                codes in
                named("mau-thu-muc", "mau-roi.xml", "mau-base64.xml")
                    + DemoPackages.later(codes).filter { $0.name != "buu-dien-2" }
            },
            try Story("what is not accepted", then: then, now: now, earlier: earlier) { _ in
                named(
                    "mau-zip-lan-2.zip", "mau-trung-ma", "mau-la", "mau-dtd.xml", "mau-hong.zip", "Scan0001.pdf",
                    "mau-thieu")
            },
            try Story("what comes later", then: then, now: now, earlier: earlier) { codes in
                // Either payment or copies for each, since their order would decide which notices go out.
                DemoPackages.later(codes).filter { $0.name != "buu-dien-2" }
            },
            try Story("a night", then: then, now: now, isNight: true, earlier: earlier) { _ in [] },
            try Story("everything at once", then: then, now: now, isNight: true, earlier: earlier) { codes in
                packages.filter { package in !earlier.contains { $0.name == package.name } }
                    + DemoPackages.later(codes).filter { $0.name != "buu-dien-2" }
            },
        ]
    }
}
