import Bytes
import Dossiers
import Publications
import Testing

@Suite("The control sheet and the register")
struct SheetTests {
    @Test("An agency is measured from when it got the dossier, without pauses, and only an answer goes back")
    func Dieu14_4_controlSheet() throws {
        let letters = try SampleLetters()
        let (agency, other) = (try letters.agency(), Counted.agency("000.00.31.H34"))
        let act = PersonalAct(by: "hoa", reason: "r")
        let due = Deadlines(
            procedure: try letters.procedure(), calendar: Counted.calendar,
            from: try letters.moment("2026-11-23T14:00"),
            handOverFrom: try letters.moment("2026-11-25T09:00"))
        func rows(
            _ events: [(String, Event)], calendar: WorkingCalendar = Counted.calendar
        ) throws -> [String] {
            var dossier = try letters.dossier([.completed(try letters.deadlines())])
            for (index, event) in events.enumerated() {
                dossier.apply(
                    Entry(
                        number: 10 + index, at: try letters.moment(event.0), claim: "d\(index)", dossier: dossier.code,
                        event: event.1))
            }
            return try outcomes(dossier, letters, calendar)
        }
        let resumed = Event.resumed(
            Deadlines(
                from: try letters.moment("2026-11-23T14:00"), handOver: try letters.moment("2026-11-25T15:00"),
                result: try letters.moment("2026-11-27T09:00"), provisional: false))
        // Complete on Monday at 14:00, and Tuesday is off.
        for (taken, outcome) in [("2026-11-25T15:00", "Đúng hạn"), ("2026-11-25T15:01", "Quá hạn")] {
            #expect(
                try rows([
                    ("2026-11-23T15:00", .paused(.supplement)), ("2026-11-25T10:00", resumed),
                    (taken, .acknowledged(by: agency, message: "m")),
                ]) == ["", outcome])
        }
        #expect(
            try rows([
                ("2026-11-23T14:30", .acknowledged(by: agency, message: "m")),
                ("2026-11-25T09:00", .rerouted(to: other, act)), ("2026-11-26T10:00", .rerouted(to: agency, act)),
                ("2026-11-26T11:00", .acknowledged(by: agency, message: "n")),
                ("2026-11-26T13:30", .resultReceived(ResultReceipt(by: agency, approvedBy: "a", papers: []))),
            ]) == ["", "Đúng hạn", "", "Đúng hạn", "Đúng hạn"])
        // What the calendar says since is nothing to a hand-over that is done, be it of the agency that leads or of one before.
        let changed = WorkingCalendar(
            hours: Counted.calendar.hours, holidays: [], decidedUntil: Counted.calendar.decidedUntil)
        let taken = ("2026-11-25T07:30", Event.acknowledged(by: agency, message: "m"))
        #expect(try rows([taken], calendar: changed) == ["", "Đúng hạn"])
        let given = ("2026-11-25T09:00", Event.rerouted(to: other, act, due))
        let late = ("2026-11-25T15:01", Event.acknowledged(by: other, message: "n"))
        #expect(try rows([taken, given, late], calendar: changed) == ["", "Đúng hạn", "Quá hạn"])
        #expect(
            try rows([taken, ("2026-11-25T09:00", .paused(.supplement)), given, late]) == ["", "Đúng hạn", "Đúng hạn"],
            "while the clock stands nobody is late")
    }

    @Test("A co-agency has its own lines on the control sheet, and its part is in time where the whole is")
    func Dieu8_1b_controlSheet() throws {
        var letters = try SampleLetters()
        let other = Counted.agency("000.00.31.H34")
        letters.coAgencies = [other]
        let told = letters
        func page(answered at: String) throws -> String {
            var dossier = try told.dossier([.completed(try told.deadlines())])
            let result = ResultReceipt(by: other, approvedBy: "a", papers: [])
            for (at, event) in [
                ("2026-11-23T15:00", Event.acknowledged(by: other, message: "m")), (at, .resultReceived(result)),
            ] {
                dossier.apply(
                    Entry(number: 10, at: try told.moment(at), claim: "d", dossier: dossier.code, event: event))
            }
            return String(
                decoding: ControlSheet.html(
                    dossier, context: try told.context(dossier), names: [other: "UBND thành phố"],
                    calendar: { _ in Counted.calendar }, templates: told.templates), as: UTF8.self)
        }
        let sheet = try page(answered: "2026-11-25T15:00")
        #expect(sheet.contains("Cơ quan phối hợp giải quyết hồ sơ: UBND thành phố"))
        let rows = sheet.split(separator: "<tr><td>").filter { $0.contains("↓") && $0.contains("UBND thành phố<") }
        #expect(rows.count == 2 && rows[0].contains("Đúng hạn") && rows[1].contains("<td>Trước hạn</td>"))
        #expect(try page(answered: "2026-11-27T07:00").contains("<td>Quá hạn</td>"))
    }

    @Test("A co-agency that led for a while has no second hand-over on the control sheet for its part")
    func Dieu8_1b_continued() throws {
        var letters = try SampleLetters()
        let (agency, other) = (try letters.agency(), Counted.agency("000.00.31.H34"))
        letters.coAgencies = [other]
        let due = try letters.deadlines()
        var dossier = try letters.dossier([.completed(due)])
        let act = PersonalAct(by: "hoa", reason: "r")
        for (index, (at, event)) in [
            ("2026-11-25T08:00", Event.rerouted(to: other, act, due)),
            ("2026-11-25T09:00", .acknowledged(by: other, message: "m")),
            ("2026-11-25T10:00", .rerouted(to: agency, act, due)),
            ("2026-11-26T09:00", .resultReceived(ResultReceipt(by: other, approvedBy: "a", papers: []))),
        ].enumerated() {
            dossier.apply(
                Entry(
                    number: 10 + index, at: try letters.moment(at), claim: "d\(index)", dossier: dossier.code,
                    event: event))
        }
        // To the office; to both at first; to each as the one that leads; back with the part.
        #expect(dossier.holdings.map(\.isContinued) == [false, false, false, false, true])
        #expect(try outcomes(dossier, letters).count == 6)
    }

    @Test("The control sheet measures by the date of the reports: an extension that came too late undoes nothing")
    func Dieu8_1a_extendedWhenLate() throws {
        let letters = try SampleLetters()
        let agency = try letters.agency()
        // Due on Thursday 26/11 at 14:00.
        for (given, done, outcome) in [
            ("2026-12-01T08:00", "2026-12-03T08:00", "Quá hạn"), ("2026-11-26T08:00", "2026-12-03T08:00", "Trước hạn"),
            ("2026-11-26T16:00", "2026-12-03T08:00", "Trước hạn"), ("2026-11-26T08:00", "2026-12-09T08:00", "Quá hạn"),
        ] {
            var dossier = try letters.dossier([.completed(try letters.deadlines())])
            let granted = Extension(
                by: agency, reason: "r", newDate: try letters.moment("2026-12-08T17:00"), approvedBy: "a")
            for (index, (at, event)) in [
                (given, Event.extended(granted)),
                (done, .resultReceived(ResultReceipt(by: agency, approvedBy: "a", papers: []))),
            ].enumerated() {
                dossier.apply(
                    Entry(
                        number: 10 + index, at: try letters.moment(at), claim: "d\(index)", dossier: dossier.code,
                        event: event))
            }
            #expect(try outcomes(dossier, letters).last == outcome, "given on \(given)")
        }
    }

    /// What the control sheet says of each hand-over.
    private func outcomes(
        _ dossier: Dossier, _ letters: SampleLetters, _ calendar: WorkingCalendar = Counted.calendar
    ) throws -> [String] {
        let page = String(
            decoding: ControlSheet.html(
                dossier, context: try letters.context(dossier), names: [:], calendar: { _ in calendar },
                templates: letters.templates), as: UTF8.self)
        return page.split(separator: "1. Giao:").dropFirst().map { row in
            ["Trước hạn", "Đúng hạn", "Quá hạn"].first { row.contains("<td>\($0)</td>") } ?? ""
        }
    }

    @Test("The register's day of handing over is that of a result, and what an agency gave up was taken in before")
    func registerOfEnds() throws {
        let letters = try SampleLetters()
        func cells(_ end: Event) throws -> [Substring] {
            let dossier = try letters.dossier([.completed(try letters.deadlines()), end])
            let page = String(
                decoding: RegisterSheet.html(
                    [dossier], from: dossier.code.day, to: dossier.code.day, agency: nil, site: "Kon Tum",
                    catalogue: Counted.catalogue(), templates: letters.templates), as: UTF8.self)
            let row = try #require(page.firstMatch(of: #/<tr><td>1<.td>.*<.tr>/#)).output
            return row.split(separator: "<td>").map { $0.split(separator: "<", omittingEmptySubsequences: false)[0] }
        }
        let collection = Collection(route: .counter, collectedAt: try letters.moment("2026-11-30T08:00"))
        #expect(try cells(.collected(collection))[10] == "30/11/2026 08:00")
        var posted = Collection(route: .post, collectedAt: try letters.moment("2026-11-30T08:00"))
        posted.signedReceiptOn = try letters.moment("2026-11-29T00:00")
        #expect(try cells(.collected(posted))[12] == "29/11/2026", "a day, and no hour that nobody told")
        let withdrawn = try cells(.withdrawn(Withdrawal(reason: nil)))
        #expect(withdrawn[10] == "" && withdrawn[13] == "Đã rút")
        let refusal = AgencyRefusal(by: try letters.agency(), reasons: ["r"], approvedBy: "a", refund: false)
        let refused = try cells(.agencyRefused(refusal))
        #expect(refused[10] == "" && refused[13] == "Dừng xử lý")
    }

    @Test("The control sheet has a row for every hand-over, with its outcome and every pause")
    func controlSheet() throws {
        let letters = try SampleLetters()
        let result = ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: [])
        let dossier = try letters.dossier([
            .completed(try letters.deadlines()), .acknowledged(by: try letters.agency(), message: "m"),
            .paused(.supplement), .resumed(try letters.deadlines()), .resultReceived(result),
        ])
        let page = String(
            decoding: ControlSheet.html(
                dossier, context: try letters.context(dossier), names: [:], calendar: { _ in Counted.calendar },
                templates: letters.templates), as: UTF8.self)
        #expect(page.contains("Mẫu số 06 (Thông tư số 03/2025/TT-VPCP)"))
        #expect(page.split(separator: "1. Giao:").count == 4, "to the office, to the agency, and back")
        #expect(page.contains("<td>Đúng hạn</td>") && page.contains("<td>Trước hạn</td>"))
        #expect(page.contains("Tạm dừng từ 23/11/2026 14:00 đến 23/11/2026 14:00: chờ bổ sung hồ sơ"))
    }
}
