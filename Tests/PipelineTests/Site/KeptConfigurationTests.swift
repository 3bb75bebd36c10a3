import Dossiers
import Foundation
import Pipeline
import Settings
import Testing

@Suite("A configuration with mistakes, beside the one that was last in force")
struct KeptConfigurationTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
    }

    private func write(_ file: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
    }

    /// Changes a file of the site, which must say what is to be changed.
    private func change(_ file: String, _ old: String, _ new: String) throws {
        let text = try site.read(file)
        #expect(text.contains(old))
        try write(file, text.replacing(old, with: new))
    }

    @Test(
        "Whoever looks is answered by the configuration that was in force, and told every mistake",
        arguments: [
            ("config/procedures/1.004269.xml", "<procedure", "<procedur"), ("config/agencies.xml", "</agencies>", ""),
            ("config/calendar.xml", "07:00", "7 giờ"), ("config/accounts.tsv", "account", "tài khoản"),
            ("config/templates/receipt.txt", "{", "{{"), ("config/hoso.xml", "workers=\"2\"", "workers=\"two\""),
            ("config/hoso.xml", "</hoso>", ""),
        ])
    func answers(file: String, old: String, new: String) throws {
        let before = try site.list()
        let page = try SiteView(site: site.path, now: site.now).page(of: try #require(DossierCode(before[0][0])))
        try change(file, old, new)
        var told: [LogEvent] = []
        let view = try SiteView(site: site.path, now: site.now, say: { told.append($0) })
        #expect(try view.rows() == before)
        #expect(try view.page(of: try #require(DossierCode(before[0][0]))) == page)
        #expect(told.contains { $0.name == .configurationMistake && $0.text.description.hasPrefix(file) })
        #expect(told.last?.name == .configurationKept)
    }

    @Test("A procedure is called what it was called when the configuration was in force, not what stands there now")
    func goesByWhatWasInForce() throws {
        let name = "Đăng ký biến động"
        try change("config/procedures/1.004269.xml", "<name>", "<name>\(name) ")
        try change("config/agencies.xml", "</agencies>", "")
        let view = try SiteView(site: site.path, now: site.now)
        let before = try #require(view.site.catalogue.procedure("1.004269", on: site.now.day))
        #expect(!before.name.contains(name))
        try write("config/agencies.xml", try site.read("config/agencies.xml") + "</agencies>")
        #expect(
            try #require(
                SiteView(site: site.path, now: site.now).site.catalogue.procedure("1.004269", on: site.now.day)
            ).name.contains(name))
    }

    @Test("Nothing is taken in, ordered or found sound by it")
    func judgesNothing() throws {
        try write("config/calendar.xml", "<calendar")
        try site.dropComplete("s-2")
        #expect(throws: ConfigurationMistakes.self) { try site.once() }
        let order = Order(
            .hold, dossier: DossierCode(try site.list()[0][0]), reason: "thiếu người", by: "an")
        for _ in 1...2 {
            #expect(throws: ConfigurationMistakes.self) {
                try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in }
            }
            // As in a State that was restored.
            try? FileManager.default.removeItem(atPath: "\(site.path)/State/lock")
        }
        #expect(site.names("Inbox/online") == ["s-2.zip"])
        #expect(try SiteView.problems(site: site.path, now: site.now).contains { !$0.isWarning })
        let doctor = try Doctor.examine(site: site.path, now: site.now)
        #expect(doctor.allSatisfy { $0.subject == "configuration" && $0.grade == .failure })
    }

    @Test("One that is not as it was written, of another State, or of before hoso ran, answers nobody")
    func isChecked() throws {
        let file = URL(fileURLWithPath: "\(site.path)/State/configuration")
        let sound = try Data(contentsOf: file)
        var bytes = sound
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        try write("config/calendar.xml", "<calendar")
        #expect(throws: ConfigurationMistakes.self) { try site.list() }
        try sound.write(to: file)
        #expect(try site.list().count == 1)

        try FileManager.default.copyItem(atPath: "\(site.path)/State", toPath: "\(site.path)/Copy")
        try change("config/hoso.xml", "state=\"State\"", "state=\"Copy\"")
        #expect(throws: ConfigurationMistakes.self) { try site.list() }

        let fresh = try TestSite()
        try Data("<calendar".utf8).write(to: URL(fileURLWithPath: "\(fresh.path)/config/calendar.xml"))
        #expect(throws: ConfigurationMistakes.self) { try fresh.list() }
    }

    @Test("A start with another configuration keeps that, and makes a damaged one anew")
    func isKeptAnew() throws {
        let file = URL(fileURLWithPath: "\(site.path)/State/configuration")
        let first = try Data(contentsOf: file)
        try Data("chi do".utf8).write(to: file)
        try site.once()
        #expect(try Data(contentsOf: file) == first)
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        try site.once()
        #expect(try Data(contentsOf: file) == first)
        #expect(site.names("State").contains("configuration-folder"))
        try change("config/procedures/1.004269.xml", "<name>", "<name>Mới ")
        try site.once()
        #expect(try Data(contentsOf: file) != first)
        #expect(site.names("State").allSatisfy { !$0.hasSuffix(".part") })
    }
}
