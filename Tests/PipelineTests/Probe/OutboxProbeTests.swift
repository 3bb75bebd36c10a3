import Dossiers
import Foundation
import Pipeline
import Synchronization
import Testing

@Suite("Trying an agency's reader")
struct OutboxProbeTests {
    private let agency = "000.00.12.H34"

    /// Looks at the outbox until told to stop; `take` says what it does with a name.
    private func withReader(
        _ site: TestSite, _ take: @escaping @Sendable (String, URL) -> Void, _ body: () throws -> Void
    ) rethrows {
        let stop = Mutex(false)
        let folder = URL(fileURLWithPath: "\(site.path)/Outbox/agencies/\(agency)")
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            while !stop.withLock({ $0 }) {
                for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
                    take(name, folder.appendingPathComponent(name))
                }
                Thread.sleep(forTimeInterval: 0.02)
            }
            done.signal()
        }
        thread.start()
        defer {
            stop.withLock { $0 = true }
            done.wait()
        }
        try body()
    }

    private func probe(_ site: TestSite, patience: Int) throws -> [Diagnosis] {
        var found: [Diagnosis] = []
        let code = try #require(AgencyCode(agency))
        let probe = try #require(try OutboxProbe(site: site.path, agency: code, now: site.now))
        try probe.run(hiddenFor: 1, patience: patience) { found.append($0) }
        return found
    }

    @Test("A reader that waits for whole files, takes and acknowledges them is well")
    func good() throws {
        let site = try TestSite()
        let inbox = "\(site.path)/Inbox/agencies/\(agency)"
        try withReader(
            site,
            { name, file in
                guard !name.hasPrefix("."), (try? FileManager.default.removeItem(at: file)) != nil else { return }
                let code = String(name.dropLast(4))
                let text = "<acknowledgement><dossier>\(code)</dossier></acknowledgement>"
                try? Data(text.utf8).write(to: URL(fileURLWithPath: inbox + "/ack.xml"))
            },
            {
                let found = try probe(site, patience: 20)
                #expect(found.map(\.grade) == [.ok, .ok, .ok], "\(found)")
            })
    }

    @Test("One that takes what is hidden fails, and is told what to do")
    func hasty() throws {
        let site = try TestSite()
        try withReader(site, { _, file in try? FileManager.default.removeItem(at: file) }) {
            let found = try probe(site, patience: 2)
            #expect(found.map(\.grade) == [.failure])
            #expect(found[0].subject == "hidden names" && !found[0].advice.isEmpty)
        }
    }

    @Test(
        "Where hoso is quicker, the archived acknowledgement counts, and one of another dossier does not",
        arguments: [true, false])
    func acknowledgedToARunningHouse(isOurs: Bool) throws {
        let site = try TestSite()
        let (path, now, agency) = (site.path, site.now, agency)
        try withReader(
            site,
            { name, file in
                guard !name.hasPrefix("."), FileManager.default.fileExists(atPath: file.path) else { return }
                let code = isOurs ? String(name.dropLast(4)) : "\(agency)-000101-0001"
                let text = """
                    <acknowledgement xmlns="urn:hoso:package:1" id="a-1" at="2026-11-23T14:00:00+07:00">\
                    <dossier>\(code)</dossier></acknowledgement>
                    """
                try? Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/agencies/\(agency)/ack.xml"))
                // hoso takes it in before anybody looks for it.
                try? Office(site: path, now: now, mode: .once) { _ in }.once()
                try? FileManager.default.removeItem(at: file)
            },
            {
                let found = try probe(site, patience: isOurs ? 20 : 2)
                #expect(found.map(\.grade) == [.ok, .ok, isOurs ? .ok : .warning], "\(found)")
                #expect(try site.read("State/ledger/2026-11.jsonl").contains("\"reason\":\"unknown-dossier\""))
            })
    }

    @Test("Where nobody reads, the file is taken back")
    func absent() throws {
        let site = try TestSite()
        #expect(try probe(site, patience: 1).map(\.grade) == [.ok, .failure])
        #expect(site.names("Outbox/agencies/\(agency)").isEmpty)
    }
}
