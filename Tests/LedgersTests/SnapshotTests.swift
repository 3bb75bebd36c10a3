import Bytes
import Dossiers
import Foundation
import Testing

@testable import Ledgers

@Suite("Snapshots of the register")
struct SnapshotTests {
    /// A ledger of every kind of entry, then of dossiers over three months, some of which were closed.
    private func long() throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        let (ledger, _) = try Ledger.open(folder: home.folder) { _ in }
        try ledger.append(try Entries.all())
        try append(2...120, to: ledger)
        return home
    }

    /// Each dossier in a claim of its own; every third is withdrawn.
    private func append(_ numbers: ClosedRange<Int>, to ledger: Ledger) throws {
        for number in numbers {
            let (code, receipt) = try Entries.receipt(number)
            let month = number < 40 ? "11" : number < 80 ? "12" : "13"
            let at = try Entries.moment(month == "13" ? "2027-01-05T08:00" : "2026-\(month)-25T08:00")
            var events: [Event] = [.received(receipt), .waiting(state: .awaitingSupplement)]
            if number.isMultiple(of: 3) { events.append(.withdrawn(Withdrawal(reason: nil))) }
            let first = ledger.headNumber + 1
            try ledger.append(
                events.enumerated().map {
                    Entry(number: first + $0, at: at, claim: "claim-\(number)", dossier: code, event: $1)
                })
        }
    }

    private func expectSame(_ register: Register, _ other: Register) throws {
        #expect(register.states == other.states)
        #expect(register.count == other.count)
        #expect(register.codes() == other.codes())
        #expect(register.nextNumber == other.nextNumber)
        #expect(register.tallies == other.tallies)
        #expect(register.nightlyDone == other.nightlyDone)
        #expect(register.openIncidents == other.openIncidents)
        #expect(register.refusals == other.refusals)
        for dossier in other.recent.values {
            #expect(try register.dossier(dossier.code) == dossier)
            let id = dossier.receipt.submission
            #expect(try register.submission(id) == other.submission(id))
            #expect(
                register.nextNumber(agency: dossier.code.agency, day: dossier.code.day)
                    == other.nextNumber(agency: dossier.code.agency, day: dossier.code.day))
        }
        for id in ["m5", "s-9", "none"] {
            #expect(try register.message(id, from: "payments") == other.message(id, from: "payments"))
            #expect(try register.submission(id) == other.submission(id))
        }
        for name in ["x.zip", "Scan0001.pdf", "none"] {
            #expect(try register.isInQuarantine(name) == other.isInQuarantine(name))
            #expect(try register.isUnmatched(name) == other.isUnmatched(name))
            #expect(try register.stray(name) == other.stray(name))
            #expect(try register.isMatched(name) == other.isMatched(name))
        }
        let digest = Digest(Array(repeating: 7, count: 32))
        #expect(try register.strays(sha256: digest) == other.strays(sha256: digest))
        #expect(try register.strays(called: "CCCD.pdf", size: 10) == other.strays(called: "cccd.PDF", size: 10))
        #expect(try register.strays(called: "CCCD.pdf") == other.strays(called: "CCCD.pdf"))
        #expect(try open(register) == open(other))
        let orphans = try register.orphans(of: Catalogue(agencies: [], procedures: []))
        #expect(try orphans == other.orphans(of: Catalogue(agencies: [], procedures: [])))
        #expect(try orphans.values.joined().sorted() == open(other).map(\.code))
        let strays = try register.strays(of: Catalogue(agencies: [], procedures: []))
        #expect(try strays == other.strays(of: Catalogue(agencies: [], procedures: [])))
        #expect(try Set(strays.values.joined()) == Set(open(other).map(\.code)))
    }

    private func open(_ register: Register) throws -> [OpenDossier] {
        var open: [OpenDossier] = []
        try register.forEachOpen { open.append($0) }
        return open.sorted { $0.code < $1.code }
    }

    @Test("A start makes one where it is worth it, and the next reads it and what came after")
    func used() throws {
        let home = try long()
        let first = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        try expectSame(first.register, try Entries.folded(home))
        #expect(first.register.recent.isEmpty)
        #expect(try home.names().contains("snapshot"))
        let last = first.ledger.headNumber
        let (code, _) = try Entries.receipt(3)
        try first.ledger.append([
            Entry(
                number: last + 1, at: try Entries.moment("2026-11-24T08:00"), claim: "", dossier: nil,
                event: .incident(kind: "later", open: true, effect: "")),
            Entry(
                number: last + 2, at: try Entries.moment("2026-11-24T08:00"), claim: "c", dossier: code,
                event: .violationMarked(PersonalAct(by: "An", reason: "x"))),
        ])
        let again = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        try expectSame(again.register, try Entries.folded(home))
        #expect(again.register.openIncidents.contains("later"))
        #expect(Array(again.register.recent.keys) == [code])
        #expect(again.ledger.headNumber == last + 2)
        #expect(again.ledger.head == first.ledger.head)
    }

    @Test("A dossier from before it is read from the ledger once for those who ask one after the other")
    func readOnce() throws {
        let home = try long()
        let register = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100).register
        let (first, other) = (try Entries.receipt(3).0, try Entries.receipt(4).0)
        let dossier = try register.dossier(first)
        // In place, as a disk does that forgets what it was given.
        for name in try home.names() where name.hasSuffix(".jsonl") {
            let size = try Data(contentsOf: URL(fileURLWithPath: "\(home.path)/\(name)")).count
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(home.path)/\(name)"))
            try file.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: size))
        }
        let copy = register
        #expect(try copy.dossier(first) == dossier && dossier != nil)
        #expect(throws: (any Error).self) { try register.dossier(other) }
    }

    @Test("What lies in the unmatched tray is found by what it is, from before a snapshot too, until it leaves")
    func strays() throws {
        let home = try long()
        for snapshotAfter in [1_000_000, 100] {
            let register = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: snapshotAfter).register
            let digest = Digest(Array(repeating: 7, count: 32))
            #expect(try register.strays(sha256: digest).map(\.name) == ["cccd.pdf.2"])
            #expect(try register.strays(called: "CCCD.PDF", size: 10).map(\.name) == ["cccd.pdf.2"])
            #expect(try register.strays(called: "cccd.pdf", size: 11).isEmpty)
            #expect(try register.strays(called: "CCCD.pdf").map(\.name) == ["cccd.pdf.2"])
            #expect(try register.isUnmatched("Scan0001.pdf") && register.isMatched("Scan0001.pdf"))
            #expect(try register.strays(called: "Scan0001.pdf").isEmpty)
        }
        // Read from the one that the last start made.
        let again = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100).register
        #expect(again.recent.isEmpty)
        #expect(try again.strays(sha256: Digest(Array(repeating: 7, count: 32))).map(\.name) == ["cccd.pdf.2"])
        #expect(try again.strays(called: "Scan0001.pdf").isEmpty)
    }

    @Test("One that is made again and again while entries come says the same as the whole ledger")
    func growing() throws {
        let home = try long()
        var opened = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
        for start in stride(from: 121, to: 151, by: 10) {
            for number in start..<start + 10 {
                let before = opened.ledger.headNumber
                try append(number...number, to: opened.ledger)
                try LedgerReading(folder: home.folder).forEach {
                    if $0.number > before { try opened.register.apply($0) }
                }
            }
            try opened.ledger.settle(&opened.register, after: 1)
            #expect(opened.register.recent.isEmpty)
            try expectSame(opened.register, try Entries.folded(home))
        }
        let end = opened.ledger.headNumber
        opened = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
        #expect(opened.ledger.headNumber == end)
        try expectSame(opened.register, try Entries.folded(home))
    }

    @Test(
        "One is made too where few entries concern a sixth as many dossiers as it takes entries",
        arguments: [(19, false), (20, true)])
    func manyDossiers(count: Int, isMade: Bool) throws {
        let home = try long()
        var opened = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
        let at = try Entries.moment("2026-11-26T08:00")
        for number in 1...count {
            let (code, _) = try Entries.receipt(number)
            let entry = Entry(
                number: opened.ledger.headNumber + 1, at: at, claim: "c-\(number)", dossier: code,
                event: .violationMarked(PersonalAct(by: "An", reason: "x")))
            try opened.ledger.append([entry])
            try opened.register.apply(entry)
        }
        try opened.ledger.settle(&opened.register, after: 120)
        #expect(opened.register.recent.count == (isMade ? 0 : count))
        try expectSame(opened.register, try Entries.folded(home))
    }

    @Test("What people say, and what was refused, is in the ledger alone: a snapshot does not grow by it")
    func texts() throws {
        func size(_ count: Int) throws -> Int {
            let home = try TemporaryFolder()
            let at = try Entries.moment("2026-11-23T08:00")
            let (_, receipt) = try Entries.receipt(1)
            let feedback = Feedback(message: "m", text: PersonalText(String(repeating: "ý kiến ", count: 100)))
            let refusal = Refusal(
                submission: Submission(
                    id: "s", procedure: "x", level: 3, submitter: receipt.submitter, submittedAt: at,
                    resultDelivery: .counter, forms: [], attachments: [], signatures: []),
                content: Digest(Array(repeating: 9, count: 32)), findings: [], channel: "online")
            let events: [Event] = (0..<count).flatMap { _ in [.feedback(feedback), .refused(refusal)] }
            let opened = try Ledger.open(folder: home.folder, watching: [])
            try opened.ledger.append(
                events.enumerated().map {
                    Entry(number: $0 + 1, at: at, claim: "online@1", dossier: nil, event: $1)
                })
            let register = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1).register
            #expect(register.refusals == count)
            var refused = 0
            try LedgerReading(folder: home.folder).forEachRefusal { refused += $0.submission == "s" ? 1 : 0 }
            #expect(refused == count)
            return try home.read("snapshot").count
        }
        // Ten bytes a place of a refusal, and digits of the counts.
        #expect(try size(1_000) < size(10) + 12_000)
    }

    @Test("A line that was changed before it is not gone by, wherever it stands")
    func changedLines() throws {
        let home = try long()
        _ = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        for (number, segment) in [(2, "2026-11.jsonl"), (39, "2026-11.jsonl"), (120, "2027-01.jsonl")] {
            let (code, _) = try Entries.receipt(number)
            #expect(try Ledger.entries(of: code, in: home.folder).isEmpty == false)
            let whole = try home.read(segment)
            let own = Array("\"dossier\":\"\(code)\"".utf8)
            let last = try #require(whole.ranges(of: own).last)
            let fact = try #require(whole[last.upperBound...].firstRange(of: Array("\"event\":\"".utf8)))
            var changed = whole
            changed[fact.upperBound] ^= 1
            try home.write(segment, changed)
            let line = whole[..<fact.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            let damage = #expect(throws: LedgerDamage.self) { try Ledger.entries(of: code, in: home.folder) }
            #expect(damage?.segment == segment)
            #expect(damage?.line == line)
            try home.write(segment, whole)
        }
    }

    @Test(
        "One that is damaged, of another version, or of another ledger, is not used",
        arguments: ["cut", "changed", "older", "other", "shortened", "huge"])
    func unfit(how: String) throws {
        let home = try long()
        _ = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        var bytes = try home.read("snapshot")
        switch how {
        case "cut": try home.write("snapshot", bytes.dropLast(100))
        case "changed":
            bytes[bytes.count / 3] ^= 1
            try home.write("snapshot", bytes)
        case "huge":
            let size = "\(Int.max) 00000000000 \(String(repeating: "a", count: 64))\n"
            try home.write("snapshot", bytes.dropLast(size.utf8.count) + Array(size.utf8))
        case "older": try home.write("snapshot", Array("{\"generation\":1}\n".utf8))
        case "shortened": try FileManager.default.removeItem(atPath: "\(home.path)/2027-01.jsonl")
        default:
            let other = try TemporaryFolder()
            let (ledger, _) = try Ledger.open(folder: other.folder) { _ in }
            try ledger.append(Array(try Entries.all().prefix(3)))
            try other.write("snapshot", bytes)
            let opened = try Ledger.open(folder: other.folder, watching: [])
            try expectSame(opened.register, try Entries.folded(other))
            #expect(opened.ledger.headNumber == 3)
            return
        }
        if how == "shortened" { try FileManager.default.removeItem(atPath: "\(home.path)/head") }
        try expectSame(Ledger.open(folder: home.folder, watching: []).register, try Entries.folded(home))
    }

    @Test("Whichever byte of it has changed, it is not used")
    func anyByte() throws {
        let home = try long()
        _ = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        let whole = try home.read("snapshot")
        let truth = try Entries.folded(home)
        for place in stride(from: 0, to: whole.count, by: whole.count / 16) + [whole.count - 1] {
            var bytes = whole
            bytes[place] ^= 4
            try home.write("snapshot", bytes)
            let register = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: .max).register
            #expect(register.base == nil)
            #expect(register.states == truth.states)
        }
    }

    @Test("What stands in its place and is no file is passed over, and a folder kept beside the next one")
    func noFile() throws {
        let home = try long()
        let truth = try Entries.folded(home)
        let path = home.path + "/snapshot"
        for _ in 1...2 {
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(atPath: path + "/within", withIntermediateDirectories: true)
            #expect(try Ledger.register(in: home.folder).register.states == truth.states)
            try expectSame(try Ledger.open(folder: home.folder, watching: [], snapshotAfter: .max).register, truth)
            #expect(try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100).register.base != nil)
        }
        #expect(
            try home.names().filter { $0.hasPrefix("snapshot") } == ["snapshot", "snapshot-folder", "snapshot-folder-"])
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "head")
        try expectSame(try Ledger.register(in: home.folder).register, truth)
        #expect(try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100).register.base != nil)
    }

    @Test("The entries of a claim that was left are found, in the snapshot and after it")
    func watching() throws {
        let home = try long()
        let first = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        try append(121...121, to: first.ledger)
        let claims: Set = ["claim-17", "claim-90", "claim-121", "none"]
        let opened = try Ledger.open(folder: home.folder, watching: claims, snapshotAfter: .max)
        #expect(opened.register.base != nil)
        var whole = Register()
        try whole.watch(claims)
        try LedgerReading(folder: home.folder).forEach { try whole.apply($0) }
        #expect(opened.register.watched == whole.watched)
        #expect(opened.register.watched.count == 3)
    }

    @Test("The entries of one dossier are found without the others, in the snapshot and after it")
    func history() throws {
        let home = try long()
        let first = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 100)
        let (code, _) = try Entries.receipt(1)
        try first.ledger.append([
            Entry(
                number: first.ledger.headNumber + 1, at: try Entries.moment("2026-11-24T08:00"), claim: "c",
                dossier: code, event: .remarked(.paidAtCounter))
        ])
        var all: [Entry] = []
        try LedgerReading(folder: home.folder).forEach { if $0.dossier == code { all.append($0) } }
        #expect(try Ledger.entries(of: code, in: home.folder) == all)
        #expect(all.count > 20)
        #expect(try Ledger.entries(of: Entries.receipt(900).0, in: home.folder).isEmpty)
    }

    /// Changing what a snapshot holds without raising its generation would let a start read an old one as if it were whole.
    @Test("What a snapshot holds is what its generation stands for")
    func shape() throws {
        let register = try Entries.folded(try long())
        let object = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(register)) as? [String: Any])
        #expect(RegisterSnapshot.generation == 13)
        #expect(
            object.keys.sorted() == [
                "firstDay", "lastFact", "latestAt", "nextNumber", "nightlyDone",
                "nightlyEarly", "openIncidents", "refusals", "states", "tallies",
            ])
        let held = Mirror(reflecting: register).children.compactMap(\.label).sorted()
        #expect(
            held == [
                "base", "counters", "firstDay", "held", "lastFact", "latestAt", "matched", "messages",
                "nextNumber", "nightlyDone", "nightlyEarly", "openIncidents", "putBack", "quarantined", "refusals",
                "seen", "states", "strays", "submissions", "tallies", "unmatched", "watched", "watching",
            ])
        let open = try #require(try open(register).first)
        #expect(
            Mirror(reflecting: open).children.compactMap(\.label) == [
                "code", "agencies", "procedure", "state", "standing", "receivedAt", "handOver", "due",
                "isAcknowledged", "pausedAt", "isResolved", "isExtended", "isSuspect", "proposed",
            ])
        var coding = OpenDossier.Coding()
        let bytes = coding.bytes(open)
        #expect(bytes.count == OpenDossier.Coding.size)
        #expect(try coding.dossier(bytes[...]) == open)
    }
}
