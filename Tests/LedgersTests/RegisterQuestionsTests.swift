import Bytes
import Dossiers
import Testing

@testable import Ledgers

@Suite("What was sent under an id, from before a snapshot and after it")
struct RegisterQuestionsTests {
    @Test("A message that took no effect is known as such from before a snapshot, and until it takes effect")
    func messages() throws {
        let home = try TemporaryFolder()
        let at = try Entries.moment("2026-11-24T08:00")
        let rejection = Rejection(message: "m", kind: "payment", channel: "payments", reason: .unknownDossier)
        let conflict = Rejection(message: "m", kind: "payment", channel: "payments", reason: .otherContent)
        func received(_ content: String) -> Event {
            .messageReceived(
                MessageReceipt(
                    id: "m", kind: "payment", channel: "payments", content: SHA256.digest(of: Array(content.utf8)),
                    sentAt: nil))
        }
        let other = SHA256.digest(of: Array("b".utf8))
        var told = conflict
        told.content = other
        let first = KnownMessage(content: SHA256.digest(of: Array("a".utf8)), rejection: rejection)
        let steps: [([Event], KnownMessage)] = [
            ([received("a"), .rejected(rejection)], first), ([.rejected(conflict)], first),
            ([.rejected(told)], KnownMessage(content: first.content, rejection: rejection, conflicts: [other])),
            ([received("a")], KnownMessage(content: first.content, rejection: nil, conflicts: [other])),
        ]
        for (step, (events, known)) in steps.enumerated() {
            let opened = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
            let head = opened.ledger.headNumber
            try opened.ledger.append(
                events.enumerated().map {
                    Entry(number: head + 1 + $0, at: at, claim: "c-\(step)", dossier: nil, event: $1)
                })
            #expect(try Entries.folded(home).message("m", from: "payments") == known)
            let again = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
            #expect(try again.register.message("m", from: "payments") == known)
            #expect(try again.register.message("m", from: "postal") == nil)
        }
    }

    @Test("Other content under a submission's id is known as such from before a snapshot")
    func conflicts() throws {
        let home = try TemporaryFolder()
        let at = try Entries.moment("2026-11-24T08:00")
        let (code, receipt) = try Entries.receipt(1)
        let other = SHA256.digest(of: Array("other".utf8))
        let submission = Submission(
            id: receipt.submission, procedure: "x", level: 3, submitter: receipt.submitter, submittedAt: at,
            resultDelivery: .counter, forms: [], attachments: [], signatures: [])
        let events: [(DossierCode?, Event)] = [
            (code, .received(receipt)),
            (nil, .refused(Refusal(submission: submission, content: other, findings: [], channel: "online"))),
        ]
        for (step, (dossier, event)) in events.enumerated() {
            let opened = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
            try opened.ledger.append([
                Entry(number: step + 1, at: at, claim: "c-\(step)", dossier: dossier, event: event)
            ])
        }
        let known = KnownSubmission(content: receipt.content, dossier: code).refused(other)
        #expect(known.conflicts == [other])
        #expect(try Entries.folded(home).submission(receipt.submission) == known)
        let again = try Ledger.open(folder: home.folder, watching: [], snapshotAfter: 1)
        #expect(again.register.base != nil)
        #expect(try again.register.submission(receipt.submission) == known)
    }

    @Test(
        "A refusal is found by the id that it is of, from before a snapshot and after it, and by no other",
        arguments: [1, 100])
    func refusals(snapshotAfter: Int) throws {
        let home = try TemporaryFolder()
        let at = try Entries.moment("2026-11-24T08:00")
        let (_, receipt) = try Entries.receipt(1)
        let ids = ["a\"b", "other", "a\"b", "a"]
        for (step, id) in ids.enumerated() {
            let submission = Submission(
                id: id, procedure: "x", level: 3, submitter: receipt.submitter, submittedAt: at,
                resultDelivery: .counter, forms: [], attachments: [], signatures: [])
            let refusal = Refusal(submission: submission, content: receipt.content, findings: [], channel: "online")
            let opened = try Ledger.open(
                folder: home.folder, watching: [], snapshotAfter: step == 3 ? 100 : snapshotAfter)
            try opened.ledger.append([
                Entry(number: step + 1, at: at, claim: "c-\(step)", dossier: nil, event: .refused(refusal))
            ])
        }
        #expect(try Ledger.refusals(of: "a\"b", in: home.folder).map(\.number) == [1, 3])
        #expect(try Ledger.refusals(of: "a", in: home.folder).map(\.number) == [4])
        #expect(try Ledger.refusals(of: "b", in: home.folder).isEmpty)
    }
}
