import Delivery
import Dossiers
import Publications
import Testing

@Suite("Consequences")
struct ConsequenceTests {
    private func consequences(_ events: [Event]) throws -> [Consequence] {
        let now = try #require(Moment("2026-11-23T14:00:00+07:00"))
        return Consequence.of(
            events.enumerated().map {
                Entry(number: $0.offset + 1, at: now, claim: "c", dossier: nil, event: $0.element)
            },
            dossier: nil)
    }

    @Test("Each thing that a dossier waits for has its letter")
    func waiting() throws {
        #expect(try consequences([.waiting(state: .awaitingSupplement)]) == [.notice(.supplement, cause: 1), .status])
        #expect(try consequences([.waiting(state: .awaitingPostalCopy)]) == [.notice(.postal, cause: 1), .status])
        #expect(try consequences([.waiting(state: .awaitingPayment)]) == [.notice(.payment, cause: 1), .status])
        #expect(try consequences([.waiting(state: .held)]) == [.notice(.held, cause: 1), .status])
    }

    @Test("A complete dossier goes to its agencies, with an appointment for the citizen")
    func completed() throws {
        let now = try #require(Moment("2026-11-23T14:00:00+07:00"))
        let due = Deadlines(from: now, handOver: now, result: now, provisional: false)
        #expect(try consequences([.completed(due)]) == [.dossier, .notice(.receipt, cause: 1), .status])
    }

    @Test("Where the clock runs again and a person has to look at what came, one letter gives the new date and says so")
    func Dieu14_2_resumedAndHeld() throws {
        let now = try #require(Moment("2026-11-23T14:00:00+07:00"))
        let due = Deadlines(from: now, handOver: now, result: now, provisional: false)
        let both: [Event] = [.resumed(due), .waiting(state: .held)]
        #expect(try consequences(both) == [.notice(.resumed, cause: 1), .status])
    }

    @Test("What takes no effect is told to staff; what came before is told to nobody")
    func quiet() throws {
        #expect(
            try consequences([
                .rejected(
                    Rejection(message: "m", kind: "payment", channel: "payments", reason: .unknownDossier))
            ]) == [.notice(.incident, cause: 1)])
        #expect(
            try consequences([
                .rejected(
                    Rejection(message: "m", kind: "result", channel: "agencies/H34.1", reason: .unknownDossier))
            ]).contains(.notice(.agencyAnswer, cause: 1)))
        #expect(try consequences([.repeated(submission: "s")]).isEmpty)
    }
}
