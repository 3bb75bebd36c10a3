import Dossiers
import Publications
import Testing

@Suite("Work list")
struct WorkListTests {
    @Test("Officers find what is to be done on the next working day, with the hour before which, the most urgent first")
    func Dieu13_6_workList() {
        let codes = (1...5).map { Counted.code($0) }
        let procedure = Counted.procedure()
        var events: [(String, DossierCode?, Event)] = codes.map { ("2026-11-19T08:00", $0, Counted.received()) }
        events += [
            ("2026-11-19T08:00", codes[0], .waiting(state: .held)),
            ("2026-11-19T09:00", codes[1], Counted.completed("2026-11-19T09:00", procedure)),
            ("2026-11-19T09:00", codes[2], Counted.completed("2026-11-19T09:00", procedure)),
            ("2026-11-19T09:00", codes[2], .acknowledged(by: Counted.agency(), message: "m")),
            ("2026-11-19T09:00", codes[3], Counted.completed("2026-11-19T09:00", procedure)),
            ("2026-11-19T10:00", codes[3], Counted.result()),
            ("2026-11-19T08:00", codes[4], .waiting(state: .awaitingSupplement)),
        ]
        // Friday 20/11: the next working day is Monday 23/11; three working days from Thursday end on Wednesday 25/11.
        let friday = WorkList(Counted.data(events, to: "2026-11-20"))
        #expect(friday.day == Counted.day("2026-11-23"))
        #expect(friday.items.map(\.task) == [.handOver, .look, .deliver])
        // Monday 23/11: Tuesday is off, so the next working day is the one on which the answers are due, also that of what nobody
        // said yet that he has.
        let monday = WorkList(Counted.data(events, to: "2026-11-23"))
        #expect(monday.day == Counted.day("2026-11-25"))
        #expect(monday.items.map(\.task) == [.handOver, .look, .answer, .answer, .deliver])
        #expect(monday.items.map(\.dossier.code) == [codes[1], codes[0], codes[1], codes[2], codes[3]])
    }

    @Test("The next working day follows the day that is known, however far the period goes")
    func Dieu13_6_periodNotOver() {
        #expect(WorkList(Counted.data([], to: "2026-12-31", asOf: "2026-11-23T10:00")).day == Counted.day("2026-11-25"))
    }

    @Test("What is held after it was received has its own due hour, and none while its clock stands")
    func Dieu13_6_heldAfterReceipt() {
        let act = PersonalAct(by: "hoa", reason: "xem lại")
        let codes = (1...3).map { Counted.code($0) }
        var events: [(String, DossierCode?, Event)] = codes.map { ("2026-11-16T08:00", $0, Counted.received()) }
        events += codes.prefix(2).map { ("2026-11-16T09:00", $0, Counted.completed("2026-11-16T09:00")) }
        events += [
            ("2026-11-16T09:00", codes[2], .waiting(state: .held)),
            ("2026-11-17T08:00", codes[1], .paused(.supplement)),
            ("2026-11-17T08:00", codes[1], .waiting(state: .awaitingSupplement)),
            ("2026-11-18T08:00", codes[0], .held(act)), ("2026-11-18T08:00", codes[1], .held(act)),
        ]
        let items = WorkList(Counted.data(events, to: "2026-11-18")).items
        #expect(items.map(\.dossier.code) == [codes[2], codes[0], codes[1]])
        #expect(items.map(\.task) == [.look, .release, .release])
        #expect(
            items.map(\.until) == [Counted.moment("2026-11-17T08:00"), Counted.moment("2026-11-19T09:00"), nil])
    }

    @Test(
        "A working day for which an agency's roster names nobody is told; without a roster, or with somebody, nothing is"
    )
    func Dieu13_6_roster() {
        var agency = Agency(code: Counted.agency(), name: "Sở Tư pháp", email: "stp@kontum.gov.vn")
        agency.duties = [Duty(officer: "Hoa", from: Counted.day("2026-11-16"), until: Counted.day("2026-11-23"))]
        let other = Agency(code: Counted.agency("000.00.18.H34"), name: "Công an tỉnh", email: "ca@kontum.gov.vn")
        let catalogue = Catalogue(agencies: [agency, other], procedures: [Counted.procedure()])
        // After Friday comes Monday 23/11, the roster's last day; after it Wednesday 25/11.
        let friday = WorkList(Counted.data([], to: "2026-11-20", catalogue: catalogue))
        #expect(friday.unattended.isEmpty)
        #expect(friday.report.parts.count == 1)
        let monday = WorkList(Counted.data([], to: "2026-11-23", catalogue: catalogue))
        #expect(monday.unattended == [Counted.agency()])
        #expect(monday.report.parts.count == 2)
    }
}
