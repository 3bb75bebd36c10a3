import Bytes
import Dossiers
@testable import Ledgers
import Testing

@Suite("The register")
struct RegisterTests {
    @Test("A number is given once, ever; each agency counts each day by itself")
    func counters() throws {
        var register = Register()
        for number in 1...3 {
            let (code, receipt) = try Entries.receipt(number)
            #expect(register.nextNumber(agency: code.agency, day: code.day) == number)
            try register.apply(
                Entry(
                    number: number, at: try Entries.moment("2026-11-23T08:00"), claim: "c\(number)", dossier: code,
                    event: .received(receipt)))
        }
        let agency = try #require(AgencyCode("000.00.31.H34"))
        #expect(register.nextNumber(agency: agency, day: try #require(Day("2026-11-23"))) == 1)
        #expect(register.nextNumber == 4)
    }

    @Test("Numbers that are passed over count as no dossiers")
    func passedOver() throws {
        var register = Register()
        let (code, receipt) = try Entries.receipt(3)
        register.pass(try Entries.receipt(2).0)
        #expect(register.nextNumber(agency: code.agency, day: code.day) == 3)
        try register.apply(
            Entry(
                number: 1, at: try Entries.moment("2026-11-23T08:00"), claim: "c1", dossier: code,
                event: .received(receipt)))
        #expect(register.count == 1)
    }

    @Test("A refused conflict does not take the id away from the submission that had it first")
    func conflict() throws {
        var register = Register()
        let (code, receipt) = try Entries.receipt(1)
        let now = try Entries.moment("2026-11-23T08:00")
        try register.apply(Entry(number: 1, at: now, claim: "c1", dossier: code, event: .received(receipt)))
        let other = Submission(
            id: receipt.submission, procedure: "x", level: 3, submitter: receipt.submitter, submittedAt: now,
            resultDelivery: .counter, forms: [], attachments: [], signatures: [])
        try register.apply(
            Entry(
                number: 2, at: now, claim: "c2", dossier: nil,
                event: .refused(
                    Refusal(
                        submission: other, content: Digest(Array(repeating: 9, count: 32)), findings: [],
                        channel: "online"))))
        #expect(try register.submission(receipt.submission)?.dossier == code)
        #expect(register.refusals == 1)
    }

    @Test("Entries that are taken in together leave what they leave one by one")
    func together() throws {
        let (other, receipt) = try Entries.receipt(2)
        var entries = try Entries.all()
        let first = Entry(
            number: entries.count + 1, at: try Entries.moment("2026-11-23T15:00"), claim: "c2", dossier: other,
            event: .received(receipt))
        // Of nobody, of one again, and of the other again.
        entries +=
            [first]
            + [nil, entries[0].dossier, other].enumerated().map { index, code in
                Entry(number: first.number + 1 + index, at: first.at, claim: "c3", dossier: code, event: .forwarded)
            }
        var (together, apart) = (Register(), Register())
        try together.apply(entries)
        for entry in entries { try apart.apply(entry) }
        #expect(together.recent == apart.recent)
        #expect(together.recent.count > 1)
        // But for the order of what is in sets.
        #expect(try JSONText.bytes(of: together).sorted() == JSONText.bytes(of: apart).sorted())
        #expect(try together.submission(receipt.submission)?.dossier == other)
        #expect(together.strays == apart.strays && together.unmatched == apart.unmatched)
        #expect(together.quarantined == apart.quarantined && together.putBack == apart.putBack)
    }

    @Test("The fold of every kind of entry knows what each left")
    func fold() throws {
        var register = Register()
        try register.watch(["online@1-3"])
        for entry in try Entries.all() { try register.apply(entry) }
        let dossier = try #require(register.recent.values.first)
        #expect(dossier.state == .withdrawn)
        #expect(dossier.acknowledgedAt != nil)
        #expect(dossier.payments.count == 1)
        #expect(register.openIncidents == ["disk"])
        #expect(register.nightlyDone.count == 1)
        #expect(try register.message("m5", from: "payments") != nil)
        #expect(try register.message("m5", from: "online") == nil)
        #expect(register.watched["online@1-3"]?.count == 1)
        #expect(register.tallies.values.reduce(0, +) == 6)
    }
}
