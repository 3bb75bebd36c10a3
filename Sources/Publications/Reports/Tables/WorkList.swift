package import Dossiers

/// What officers have to do on the next working day, agency by agency, the most urgent first.
package struct WorkList: Sendable {
    package enum Task: String, Sendable {
        case look, release, handOver, answer, deliver

        var vietnamese: String {
            switch self {
            case .look: "Xem xét, tiếp nhận"
            case .release: "Xem xét, cho đi tiếp"
            case .handOver: "Chuyển bộ phận chuyên môn"
            case .answer: "Giải quyết, trả kết quả về bộ phận một cửa"
            case .deliver: "Trả kết quả cho người nộp"
            }
        }
    }

    package struct Item: Sendable {
        package let dossier: CountedRow
        package let task: Task
        /// Nil where no hour is set.
        package let until: Moment?
    }

    package let data: ReportData
    /// The next working day; nil where the calendar has none.
    package let day: Day?
    package let items: [Item]
    /// Agencies whose roster names nobody for that day (Điều 13.6).
    package let unattended: [AgencyCode]

    package init(_ data: ReportData) {
        self.data = data
        let today = data.frame.lastKnownDay
        let calendar = data.calendars.version(on: today).general
        let next = (1...WorkingCalendar.horizonDays).lazy.map { today.advanced(by: $0) }
            .first(where: calendar.isWorkingDay)
        day = next
        unattended = data.catalogue.agencies.values.filter { agency in next.map(agency.isUnattended) ?? false }
            .map(\.code).sorted()
        items = data.dossiers.flatMap { dossier -> [Item] in
            // Of one that is to be answered by then at the latest, or was to be before.
            let answer = dossier.appointment.flatMap { due in
                next.map { due.day <= $0 } == true ? Item(dossier: dossier, task: .answer, until: due) : nil
            }
            return switch dossier.state {
            case .held where dossier.countedFrom == nil:
                [Item(dossier: dossier, task: .look, until: data.receptionDue(dossier))]
            // It was received before a person held it, and its clock goes on.
            case .held:
                [
                    Item(
                        dossier: dossier, task: .release,
                        until: dossier.isOpen && !dossier.isPaused ? dossier.appointment : nil)
                ]
            // That nobody said that it has it makes its result no later.
            case .accepted:
                [Item(dossier: dossier, task: .handOver, until: dossier.handOverDue)] + (answer.map { [$0] } ?? [])
            case .processing: answer.map { [$0] } ?? []
            case .resolved: [Item(dossier: dossier, task: .deliver, until: nil)]
            default: []
            }
        }.sorted { left, right in
            (left.dossier.agency, left.until?.seconds ?? .max, left.dossier.code)
                < (right.dossier.agency, right.until?.seconds ?? .max, right.dossier.code)
        }
    }

    package var report: Report {
        let title = day.map { "Việc cần làm ngày \(VietnameseText.short($0))" } ?? "Việc cần làm"
        var report = Report(name: "work", title: title, frame: data.frame)
        let rows = ReportRows(plain: items) { [data] item in
            var until = ReportCell(item.until.map { .moment($0) } ?? .nothing)
            until.alarm = item.until.map { $0 < data.frame.asOf } ?? false
            return ReportTable.Row([
                ReportCell(.named(item.dossier.agency.description, data.agencyName(item.dossier.agency))),
                .text(item.dossier.code.description),
                ReportCell(.named(item.dossier.procedure, data.procedureName(item.dossier))),
                ReportCell(.word(item.task.rawValue, item.task.vietnamese)), until,
            ])
        }
        report.parts = [
            .table(
                ReportTable(
                    id: "work", caption: "Hồ sơ theo cơ quan, việc gấp trước",
                    columns: [
                        .init("agency", "Cơ quan"), .init("code", "Mã hồ sơ"), .init("procedure", "Thủ tục"),
                        .init("task", "Việc"), .init("until", "Trước giờ"),
                    ], headings: 2, rows: rows))
        ]
        if !unattended.isEmpty {
            report.parts.append(
                .table(
                    ReportTable(
                        id: "unattended", caption: "Chưa phân công cán bộ thường trực (Điều 13.6)",
                        columns: [.init("agency", "Cơ quan")], headings: 1,
                        rows: unattended.map {
                            var cell = ReportCell(.named($0.description, data.agencyName($0)))
                            cell.alarm = true
                            return ReportTable.Row([cell])
                        })))
        }
        return report
    }
}
