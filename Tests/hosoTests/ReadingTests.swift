import Bytes
import Dossiers
import Files
import Foundation
import Intake
import Synchronization
import Testing

@testable import Pipeline

/// The processes that read untrusted bytes: the built program's own, and impostors in their place.
@Suite("Reading in processes apart")
struct ReadingTests {
    /// A site that does not wait, with one package in its inbox for each name.
    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-reading-" + UUID().uuidString

        /// - Parameter agencies: further ones, of numbers from 1 on.
        init(packages: Int, agencies: Int = 0, settleAfter: String = "0s") throws {
            try NewSite.make(at: path) { file, bytes in
                if file == "config/agencies.xml" {
                    let more = (1...max(1, agencies)).prefix(agencies).map {
                        "<agency code=\"\(Self.agency($0))\" email=\"a\($0)@example.vn\" kind=\"commune\"><name>Xã \($0)</name></agency>"
                    }
                    let text = String(decoding: bytes, as: UTF8.self)
                    return Array(text.replacing("</agencies>", with: more.joined() + "</agencies>").utf8)
                }
                guard file == "config/hoso.xml" else { return bytes }
                let text = String(decoding: bytes, as: UTF8.self)
                    .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"\(settleAfter)\"")
                    .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
                return Array(text.utf8)
            }
            for number in 0..<packages { try drop("\(number).xml", Self.form("s-\(number)")) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// How many dossiers and refusals there are.
        func count() throws -> Int {
            var count = 0
            try SiteView(site: path, now: nil).forEachRow(state: nil, overdue: false) { _ in count += 1 }
            return count
        }

        static func agency(_ number: Int) -> String { "000.\(number + 10).50.H34" }

        func drop(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(name)"))
        }

        /// A program that stands in for the readers.
        func program(_ text: String) throws -> String {
            let file = path + "/reader.sh"
            try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
            return file
        }

        func once(_ reading: ReadingPlace) throws -> [Outcome] {
            var outcomes: [Outcome] = []
            try Office(site: path, now: nil, mode: .once, reading: reading) { _ in }.once { outcomes += $0 }
            return outcomes
        }

        static func form(_ id: String) -> String {
            """
            <submission xmlns="urn:hoso:package:1" id="\(id)"><procedure code="1.003659" level="2"/>\
            <submitter><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone>\
            <email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
            <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
            <form component="GDN"/>\
            <attachments><attachment component="DKKD" file="dkkd.pdf"/></attachments></submission>
            """
        }
    }

    /// Hears a message, by its length in four bytes, and forgets it.
    private static let hear = """
        hear() { head -c $(head -c 4 | od -An -tu1 | awk '{print $1*16777216+$2*65536+$3*256+$4}') > /dev/null; }
        hear

        """
    /// Has a program say this, with its length before it.
    private static func say(_ message: [UInt8]) -> String {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (24 - 8 * $0)) }
        let bytes = (length + message).map { byte in
            "\\0" + [byte >> 6, byte >> 3 & 7, byte & 7].map { String($0) }.joined()
        }
        return "printf '%b' '\(bytes.joined())' >&0"
    }

    /// What a sealed reader says when it has heard the first.
    private static let sealed =
        hear
        + say(
            ReadingAnswer.sealed(
                Seal.Holds(network: true, writing: true, reading: true, programs: true, house: true)
            ).wired)

    @Test("They have given up network, writing, other files and other programs, as far as this kernel lets them")
    func sealHolds() throws {
        let place = try Place(packages: 0)
        let said = try Doctor.examine(site: place.path, now: nil, reading: .apart(executable: Program.path()))
        let reading = try #require(said.first { $0.subject == "reading" })
        // A kernel that forbids its own means says so, and hoso works all the same.
        #expect(reading.grade != .failure)
        if reading.grade == .ok { #expect(reading.text.contains("nothing else")) }
    }

    @Test("What is read apart comes to the same as what is read here")
    func sameAsHere() throws {
        let (apart, here) = (try Place(packages: 5), try Place(packages: 5))
        for place in [apart, here] {
            try place.drop("dtd.xml", "<!DOCTYPE a><a/>")
            try place.drop("stray.pdf", "%PDF-1.4")
            try place.drop("a.zip", "PK\u{3}\u{4}")
        }
        let one = try apart.once(.apart(executable: Program.path())).map { "\($0.arrival) \($0.state) \($0.reasons)" }
        #expect(try one.sorted() == here.once(.here).map { "\($0.arrival) \($0.state) \($0.reasons)" }.sorted())
        #expect(one.count == 8)
    }

    @Test("Without its seals hoso does the same, so that what they cost can be measured")
    func unsealed() throws {
        let place = try Place(packages: 2)
        #expect(try Program.run(["--site", place.path, "selftest", "unsealed"]).status == 0)
        #expect(try place.count() == 2)
    }

    @Test(
        "A package whose reading ends its reader again and again goes to quarantine with the reason, and the run ends")
    func readerDies() throws {
        let place = try Place(packages: 2)
        let outcomes = try place.once(.apart(executable: place.program(Self.sealed + "; hear; kill -9 $$")))
        #expect(outcomes.map(\.state) == ["quarantined", "quarantined"])
        let items = try QuarantineTray(site: place.path).items()
        #expect(
            items.allSatisfy { $0.code == "limits" && $0.reason.contains("given up after \(Limits().readTries) tries") }
        )
    }

    @Test("A reader that dies costs a retry, up to one less than the limit, and the package is taken in by the next")
    func readerDiesOnce() throws {
        let place = try Place(packages: 3)
        let count = place.path + "/count"
        let program = try place.program(
            """
            echo x >> \(count)
            [ $(wc -l < \(count)) -ge \(Limits().readTries) ] && exec \(try Program.path()) "$@"
            \(Self.sealed); hear; kill -9 $$
            """)
        let outcomes = try place.once(.apart(executable: program))
        #expect(outcomes.count == 3)
        #expect(outcomes.allSatisfy { $0.state != "quarantined" })
    }

    /// No answer at all, half of one, one with more behind it, and one of a kind that there is not.
    private static let noAnswers: [[UInt8]] = [
        [], Array("hello".utf8), Array("{}".utf8), ReadingAnswer.senders(["x"]).wired.dropLast(),
        ReadingAnswer.stray(nil).wired + [0], [250], [6, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
    ]

    @Test("A reader that answers nonsense is not believed", arguments: noAnswers)
    func nonsense(answer: [UInt8]) throws {
        let place = try Place(packages: 1)
        let program = try place.program("\(Self.sealed); hear; \(Self.say(answer)); sleep 1")
        #expect(try place.once(.apart(executable: program)).map(\.state) == ["quarantined"])
    }

    @Test(
        "A reader that says it could not, where the house can, or answers what was not asked, costs its package a retry and answers no more",
        arguments: [ReadingAnswer.failed, .truth(true), .senders(["disk full"])])
    func OP5_answersWhatItShouldNot(answer: ReadingAnswer) throws {
        let place = try Place(packages: 2)
        let count = place.path + "/count"
        let program = try place.program(
            """
            echo x >> \(count)
            \(Self.sealed)
            while hear; do \(Self.say(answer.wired)); done
            """)
        #expect(try place.once(.apart(executable: program)).map(\.state) == ["quarantined", "quarantined"])
        let starts = try String(contentsOfFile: count, encoding: .utf8).utf8.count / 2
        #expect(starts >= 2 * Limits().readTries)
        let items = try QuarantineTray(site: place.path).items()
        #expect(items.allSatisfy { $0.code == "limits" && !$0.reason.contains("disk full") })
    }

    @Test(
        "One that has looked into or read what came from citizens does neither with what comes from a bank or an agency"
    )
    func OP11_oneParty() throws {
        let place = try Place(packages: 0)
        let code = try #require(
            try FileManager.default.contentsOfDirectory(atPath: place.path + "/Inbox/agencies").sorted()
                .first { !$0.hasPrefix(".") }.flatMap { AgencyCode($0) })
        // Names tell where they lie; there are so many that senders are asked for too.
        let channels: [(mark: String, channel: Channel)] = [
            ("of-online", .online), ("of-payments", .payments), ("of-agency", .agency(code)),
        ]
        for (mark, channel) in channels {
            for number in 0..<22 { try place.drop("../\(channel)/\(mark)-\(number).xml", "<a/>") }
            try FileManager.default.createDirectory(
                atPath: "\(place.path)/Inbox/\(channel)/folder", withIntermediateDirectories: false)
            try place.drop("../\(channel)/folder/\(mark).xml", "<a/>")
        }
        let log = place.path + "/log"
        let reading = ReadingRequest.read(.online).wired[0]
        let unreadable = ReadingAnswer.unreadable(code: .malformed, message: "x", offset: nil, line: nil)
        let program = try place.program(
            """
            \(Self.sealed)
            while length=$(head -c 4 | od -An -tu1 | awk '{print $1*16777216+$2*65536+$3*256+$4}'); [ -n "$length" ]; do
                request=$(head -c $length | od -An -v -tu1 | tr -s ' \\n' ' ')
                echo "$$$request" >> \(log)
                case $request in
                " \(reading) "*) \(Self.say(unreadable.wired)) ;;
                *) \(Self.say(ReadingAnswer.needs(NeededFiles()).wired)) ;;
                esac
            done
            """)
        #expect(try place.once(.apart(executable: program)).count == 69)
        var served: [Int: Set<String>] = [:]
        var kinds: [UInt8: Set<String>] = [:]
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            let process = try #require(numbers.first)
            let request = numbers.dropFirst().map { UInt8(truncatingIfNeeded: $0) }
            let text = String(decoding: request, as: UTF8.self)
            let mark = try #require(
                channels.first { text.contains($0.mark) || request == ReadingRequest.read($0.channel).wired }?.mark)
            served[process, default: []].insert(mark)
            kinds[try #require(request.first), default: []].insert(mark)
        }
        #expect(served.values.allSatisfy { $0.count == 1 })
        // Forms were looked into, senders asked for, and claims read, of each.
        #expect(kinds.count == 3 && kinds.values.allSatisfy { $0.count == 3 })
    }

    @Test("Packages that come as folders are looked into and read by a few processes, not by one each")
    func oneForManyFolders() throws {
        let place = try Place(packages: 0)
        for number in 0..<40 {
            try FileManager.default.createDirectory(
                atPath: place.path + "/Inbox/online/\(number)", withIntermediateDirectories: false)
            try place.drop("\(number)/hoso.xml", Place.form("s-\(number)"))
            try place.drop("\(number)/dkkd.pdf", "%PDF-1.4 \(number)")
        }
        let log = place.path + "/log"
        let program = try place.program("echo $$ >> '\(log)'; exec '\(try Program.path())' \"$@\"")
        #expect(try place.once(.apart(executable: program)).count == 40)
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count < 20)
    }

    /// An office of 60 agencies, each of which has sent four messages, and a count of the processes that were started.
    private func manyAgencies(settleAfter: String) throws -> (place: Place, office: Office, started: () throws -> Int) {
        let place = try Place(packages: 0, agencies: 60, settleAfter: settleAfter)
        for agency in 1...60 {
            let folder = "agencies/\(Place.agency(agency))"
            try FileManager.default.createDirectory(
                atPath: "\(place.path)/Inbox/\(folder)", withIntermediateDirectories: true)
            for number in 0..<4 { try place.drop("../\(folder)/\(number).xml", "<a/>") }
        }
        let log = place.path + "/log"
        let program = try place.program("echo $$ >> '\(log)'; exec '\(try Program.path())' \"$@\"")
        let office = try Office(site: place.path, now: nil, mode: .once, reading: .apart(executable: program)) { _ in }
        return (place, office, { try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count })
    }

    @Test(
        "Where many agencies take turns, each has a process that waits for its next message",
        .enabled(if: OpenFiles.most >= 1_024, "as many processes need as many open files"), arguments: ["0s", "1s"])
    func oneForEachAgency(settleAfter: String) throws {
        let (place, office, started) = try manyAgencies(settleAfter: settleAfter)
        defer { withExtendedLifetime(place) {} }
        var count = 0
        try office.once { count += $0.count }
        #expect(count == 240)
        // Two workers may want one of the same agency at once, if seldom.
        #expect(try started() < 80)
    }

    @Test(
        "Processes that nobody has asked anything for a while are let go of, all but a few",
        .enabled(if: OpenFiles.most >= 1_024, "as many processes need as many open files"))
    func rests() throws {
        let (place, office, _) = try manyAgencies(settleAfter: "0s")
        defer { withExtendedLifetime(place) {} }
        try office.once()
        #expect(office.reader.waiting >= 60)
        office.reader.rest()
        #expect(office.reader.waiting >= 60)
        office.reader.rest(patience: 0)
        #expect(office.reader.waiting == 24)
    }

    @Test("A process that ended while it waited costs nobody a try")
    func endedMeanwhile() throws {
        let place = try Place(packages: 6)
        let lost = Mutex(0)
        let log = place.path + "/log"
        let program = try place.program("echo $$ >> '\(log)'; exec '\(try Program.path())' \"$@\"")
        let office = try Office(site: place.path, now: nil, mode: .once, reading: .apart(executable: program)) {
            event in
            if event.name == .readerLost { lost.withLock { $0 += 1 } }
        }
        try office.once()
        #expect(office.reader.waiting > 0)
        let started = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").compactMap { pid_t($0) }
        // One that has gone already may have left its number to somebody else.
        let ours = Set(WatchedRun.children(of: getpid())).intersection(started)
        #expect(ours.count >= office.reader.waiting)
        for process in ours { kill(process, SIGKILL) }
        try place.drop("later.xml", Place.form("s-later"))
        var outcomes: [Outcome] = []
        try office.once { outcomes += $0 }
        #expect(outcomes.map(\.state) == ["awaitingSupplement"])
        #expect(lost.withLock(\.self) == 0)
    }

    @Test("A reader that does not come up is our failure: nothing is taken for read, and nothing is lost")
    func neverUp() throws {
        let place = try Place(packages: 1)
        #expect(throws: (any Error).self) { try place.once(.apart(executable: "/bin/false")) }
        _ = try place.once(.here)
        #expect(try place.count() == 1)
    }

    @Test("A reader that lies about a package is found out")
    func lies() throws {
        let place = try Place(packages: 1)
        let dossier = try #require(DossierCode("000.00.10.H34-261123-0001"))
        let lie = Package(
            channel: .payments,
            message: .followUp(FollowUp(id: "a/../b", dossier: dossier, at: nil, content: .acknowledgement)),
            papers: [], unlisted: [], signatures: [], content: SHA256.digest(of: []))
        let program = try place.program("\(Self.sealed); hear; \(Self.say(ReadingAnswer.package(lie).wired)); sleep 1")
        let outcomes = try place.once(.apart(executable: program))
        #expect(outcomes.map(\.state) == ["quarantined"])
        #expect([["malformed"], ["limits"]].contains(outcomes.first?.reasons))
    }

    @Test("A reader in the middle of its work ends with the hoso that it reads for")
    func endsWithItsHouse() throws {
        let place = try Place(packages: 1)
        let settings = place.path + "/config/hoso.xml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
            .replacing(#/packageBytes="[^"]*" fileBytes="[^"]*"/#, with: #"packageBytes="9000GB" fileBytes="9000GB""#)
        try Data(text.utf8).write(to: URL(fileURLWithPath: settings))
        // It has a terabyte to digest, which takes longer than anybody waits.
        let scan = place.path + "/Inbox/online/dkkd.pdf"
        try Data("%PDF-1.4".utf8).write(to: URL(fileURLWithPath: scan))
        #expect(unsafe truncate(scan, 1_000_000_000_000) == 0)
        try place.drop(
            "0.xml", Place.form("s-0").replacing("file=\"dkkd.pdf\"", with: "file=\"dkkd.pdf\" size=\"1000000000000\""))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.path())
        process.arguments = ["--site", place.path, "once"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        var busy: Int32?
        while busy == nil, process.isRunning {
            Thread.sleep(forTimeInterval: 0.02)
            busy = WatchedRun.children(of: process.processIdentifier).first { WatchedRun.processorTime($0) > 100 }
        }
        let reader = try #require(busy)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // Nobody waits for it but the system's own first process, which forgets it once it has ended.
        let hasEnded = (0..<6_000).contains { _ in kill(reader, 0) != 0 || usleep(10_000) != 0 }
        #expect(hasEnded)
        if !hasEnded { kill(reader, SIGKILL) }
    }

    @Test("State is ours alone, and what leaves is for its group and nobody else")
    func access() throws {
        let place = try Place(packages: 2)
        try FileManager.default.createDirectory(atPath: place.path + "/State", withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path + "/State")
        #expect(try Program.run(["--site", place.path, "once"]).status == 0)
        func mode(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return try #require(attributes[.posixPermissions] as? NSNumber).intValue
        }
        #expect(try mode(place.path + "/State") == 0o700)
        let outbox = try #require(FileManager.default.enumerator(atPath: place.path + "/Outbox"))
        var files = 0
        for case let name as String in outbox where name.contains(".") && !name.hasSuffix(".H34") {
            if name.hasSuffix(".gitkeep") { continue }
            #expect(try mode(place.path + "/Outbox/" + name) & 0o007 == 0, "\(name)")
            files += 1
        }
        #expect(files > 0)
    }
}
