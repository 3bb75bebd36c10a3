import Dossiers
import Pipeline

/// The stories that are told: every form of package, every end that one can come to, what comes later for a dossier, and the night.
///
/// Each is short, since everything goes wrong at every call of it, and tells of several packages only where these meet.
enum Stories {
    static func all() throws -> [Story] {
        let packages = try DemoPackages.all()
        func named(_ names: String...) -> [DemoPackage] {
            names.map { name in
                guard let package = packages.first(where: { $0.name == name }) else {
                    preconditionFailure("\(name) is a sample")
                }
                return package
            }
        }
        func later(_ name: String) -> ([String: String]) -> [DemoPackage] {
            { codes in DemoPackages.later(codes).filter { $0.name == name } }
        }
        return try [
            .init("a form and loose scans") { _ in named("mau-roi.xml") },
            .init("a form with its scans inside") { _ in named("mau-base64.xml") },
            .init("a ZIP") { _ in named("mau-zip.zip") },
            .init("a folder") { _ in named("mau-thu-muc") },
            .init("a folder that leaves as one", delivery: .folder) { _ in named("mau-thu-muc") },
            .init("a dossier that lacks a paper") { _ in named("mau-thieu") },
            .init("a refused dossier") { _ in named("mau-la") },
            .init("the same again", earlier: named("mau-zip.zip")) { _ in named("mau-zip-lan-2.zip") },
            .init("another under the same id", earlier: named("mau-zip.zip")) { _ in named("mau-trung-ma") },
            .init("what cannot be read") { _ in named("mau-dtd.xml", "mau-hong.zip") },
            .init("a scan that belongs to nothing") { _ in named("Scan0001.pdf") },
            .init("a scan that was given up before its form came", earlier: [part(of: named("mau-roi.xml")[0], "pdf")])
            {
                _ in [part(of: named("mau-roi.xml")[0], "xml", "jpg")]
            },
            .init("a missing paper", earlier: named("mau-thieu")) { codes in
                [message("supplement", of: codes["mau-thieu"], in: "online", YearForm.attachments(["GCN"], mark: "bs"))]
            },
            .init("certified copies", earlier: named("mau-chua-ky"), later("buu-dien-1")),
            .init(
                "certified copies for a folder", delivery: .folder, earlier: named("mau-chua-ky"), later("buu-dien-1")),
            .init("a payment", earlier: named("mau-phi"), later("nop-phi.xml")),
            .init("the agency has it", earlier: named("mau-zip.zip"), later("da-nhan.xml")),
            .init("the agency's result", earlier: named("mau-zip.zip")) { codes in
                [
                    message(
                        "result", of: codes["mau-zip.zip"], in: "agencies",
                        "<approvedBy>Nguyễn Văn A</approvedBy>" + YearForm.attachments(["KQ"], mark: "kq"))
                ]
            },
            .init("a withdrawal", earlier: named("mau-zip.zip")) { codes in
                [message("withdrawal", of: codes["mau-zip.zip"], in: "online", "<reason>Không còn nhu cầu</reason>")]
            },
            .init("an order to hold", earlier: named("mau-zip.zip"), orders: { order(.hold, $0["mau-zip.zip"]) }) { _ in
                []
            },
            .init(
                "an order to send again", earlier: named("mau-zip.zip"), isFetched: true,
                orders: { order(.resend, $0["mau-zip.zip"]) }
            ) { _ in [] },
            .init(
                "an order to another agency, and a package", earlier: named("mau-zip.zip"),
                orders: { order(.reroute, $0["mau-zip.zip"], to: "000.00.18.H34") }
            ) { _ in named("mau-la") },
            .init(
                "an order to try again", earlier: named("mau-dtd.xml"),
                orders: { _ in order(.retry, item: "mau-dtd.xml") }
            ) { _ in [] },
            .init(
                "an order to join a scan", earlier: named("mau-thieu", "Scan0001.pdf"),
                orders: { order(.join, $0["mau-thieu"], item: "Scan0001.pdf", component: "GCN") }
            ) { _ in [] },
            .init("letters by mail", mailing: .office) { _ in named("mau-base64.xml", "mau-thieu", "mau-la") },
            .init("letters by mail, sent by a round of their own", mailing: .round) { _ in named("mau-thieu", "mau-la")
            },
            .init("the night after a month", isNight: true, earlier: named("mau-zip.zip", "mau-chua-ky")) { _ in [] },
            .init("a batch of many ends, and a night", isNight: true, earlier: named("mau-phi")) { codes in
                named("mau-roi.xml", "mau-la", "mau-dtd.xml") + later("nop-phi.xml")(codes)
            },
            .init("three batches, each begun before the last is committed", batchSize: 1) { _ in
                named("mau-base64.xml", "mau-la", "mau-thieu")
            },
        ] as [Story]
    }

    /// What a person of the office asks for.
    private static func order(
        _ verb: Order.Verb, _ dossier: DossierCode? = nil, item: String? = nil, to agency: String? = nil,
        component: String? = nil
    ) -> [Order] {
        var order = Order(
            verb, dossier: dossier, item: item, to: agency.flatMap { AgencyCode($0) }, reason: "Kiểm tra lại",
            by: "motcua")
        order.component = component
        return [order]
    }

    /// Those files of a package that end so.
    private static func part(of package: DemoPackage, _ endings: String...) -> DemoPackage {
        DemoPackage(
            package.name, package.what,
            files: package.files.filter { file in endings.contains { file.path.hasSuffix(".\($0)") } })
    }

    /// What a citizen or an agency writes about a dossier.
    private static func message(
        _ root: String, of dossier: String?, in folder: String, _ fields: String
    ) -> DemoPackage {
        guard let code = dossier, let at = Moment("2026-11-30T17:00:00+07:00") else {
            preconditionFailure("the dossier came earlier, and this is a time")
        }
        let isAgency = folder == "agencies"
        let text = YearForm.message(
            root, root, dossier: code, account: isAgency ? nil : YearForm.account, at: at, fields)
        let path = isAgency ? "agencies/\(code.prefix { $0 != "-" })" : folder
        return DemoPackage("\(root).xml", root, files: [("\(path)/\(root).xml", Array(text.utf8))])
    }
}
