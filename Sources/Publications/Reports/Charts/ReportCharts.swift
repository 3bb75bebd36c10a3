import Dossiers
import Signatures

/// The pictures of the compliance report, each with its figures in words.
struct ReportCharts {
    /// From the first of the year on.
    let data: ReportData
    /// In tenths of a per cent: the law lets no dossier be late (Điều 8.1a).
    static let target = 1000

    var parts: [Report.Part] {
        [
            .heading("Biểu đồ, \(data.frame.period.prefix(1).lowercased() + data.frame.period.dropFirst())"),
            .months(onTimeByMonth), .chart(ageOfOpen), .chart(hoursToHandOver),
            .chart(intakeByHour), .chart(topFindings), .chart(signatures), .chart(secondAttempts),
        ]
    }

    private let byAgency: [(name: String, dossiers: [CountedRow])]

    init(data: ReportData) {
        self.data = data
        byAgency = Dictionary(grouping: data.dossiers, by: \.agency).sorted { $0.key < $1.key }
            .map { (data.agencyName($0.key), $0.value) }
    }

    /// Results, and what came late to another end, by the month in which they were due or finished, whichever came first.
    var onTimeByMonth: MonthChart {
        let to = data.frame.to.civil
        let from = data.frame.from.civil
        let count = min(12, (to.year - from.year) * 12 + to.month - from.month + 1)
        let months = (0..<count).reversed().map { back -> (year: Int, month: Int) in
            let number = to.year * 12 + to.month - 1 - back
            return (number / 12, number % 12 + 1)
        }
        let first = months[0].year * 12 + months[0].month
        let none = (due: Array(repeating: 0, count: count), inTime: Array(repeating: 0, count: count))
        var figures: [AgencyCode: (due: [Int], inTime: [Int])] = [:]
        for dossier in data.dossiers {
            if figures[dossier.agency] == nil { figures[dossier.agency] = none }
            guard let end = due(dossier) else { continue }
            let civil = end.moment.day.civil
            let place = civil.year * 12 + civil.month - first
            guard none.due.indices.contains(place) else { continue }
            let agency = dossier.answerable(asOf: data.frame.asOf)
            figures[agency, default: none].due[place] += 1
            figures[agency, default: none].inTime[place] += end.isInTime ? 1 : 0
        }
        let rows = figures.sorted { $0.key < $1.key }.map { agency, figures in
            MonthChart.Row(data.agencyName(agency), zip(figures.inTime, figures.due).map { Rate($0, of: $1) })
        }
        return MonthChart(
            id: "c-months",
            title: "Tỷ lệ đúng hạn theo cơ quan và tháng, so với mục tiêu \(Rate(Self.target, of: 1000).vietnamese)",
            months: months.map { "\(padded($0.month, 2))/\(padded($0.year, 4))" }, rows: rows, target: Self.target)
    }

    /// When a result was due or there, whichever came first; nil where it need not be there, or not yet.
    private func due(_ dossier: CountedRow) -> (moment: Moment, isInTime: Bool)? {
        guard let due = dossier.due else { return nil }
        if due < dossier.clockEnd(asOf: data.frame.asOf) { return (due, false) }
        return dossier.ending == .resolved ? dossier.finishedAt.map { ($0, true) } : nil
    }

    var ageOfOpen: BarChart {
        let limits = [1, 3, 5, 10]
        let names = ["đến 1 ngày", "2–3 ngày", "4–5 ngày", "6–10 ngày", "trên 10 ngày"]
        let bars = byAgency.map { agency -> BarChart.Bar in
            var counts = Array(repeating: 0, count: names.count)
            let open = agency.dossiers.filter(\.isOpen)
            for dossier in open {
                let clock = data.clock(of: dossier)
                let day = max(1, clock.calendar.ordinaryDayMinutes)
                let minutes = clock.workingMinutes(from: dossier.receivedAt, to: data.frame.asOf)
                let days = (minutes + day - 1) / day
                counts[limits.firstIndex { days <= $0 } ?? limits.count] += 1
            }
            return BarChart.Bar(agency.name, counts, text: VietnameseText.number(open.count))
        }
        return BarChart(
            id: "c-age", title: "Tuổi của hồ sơ đang giải quyết theo cơ quan (ngày làm việc)", series: names, bars: bars
        )
    }

    /// The middle of what each agency took, against the half day of Điều 14.4.
    var hoursToHandOver: BarChart {
        var taken: [AgencyCode: [Int]] = [:]
        for dossier in data.dossiers {
            func take(_ agency: AgencyCode, from start: Moment?, to end: Moment?) {
                guard let start, let end else { return }
                let hours = data.clock(of: dossier, for: agency)
                taken[agency, default: []].append(hours.workingMinutes(from: start, to: end))
            }
            take(dossier.agency, from: dossier.handOverFrom, to: dossier.handedOverAt)
            for former in dossier.formerHandOvers { take(former.agency, from: former.from, to: former.doneAt) }
        }
        let bars = taken.sorted { $0.key < $1.key }.compactMap { agency, minutes -> BarChart.Bar? in
            let minutes = minutes.sorted()
            guard let longest = minutes.last else { return nil }
            let middle = minutes[minutes.count / 2]
            let texts = [middle, longest].map { ReportCell(.minutes($0)).vietnamese }
            return BarChart.Bar(
                data.agencyName(agency), [middle], text: "\(texts[0]) giờ, lâu nhất \(texts[1])")
        }
        let half = data.calendar.ordinaryDayMinutes / 2
        var chart = BarChart(
            id: "c-handover", title: "Số giờ làm việc để chuyển bộ phận chuyên môn (trung vị)", series: ["Giờ"],
            bars: bars)
        chart.line = .init(half, label: "½ ngày làm việc: \(ReportCell(.minutes(half)).vietnamese) giờ")
        return chart
    }

    var intakeByHour: BarChart {
        var counts = Array(repeating: 0, count: 24)
        for dossier in data.dossiers where data.frame.covers(dossier.receivedAt) {
            counts[dossier.receivedAt.minuteOfDay / 60] += 1
        }
        let used = counts.indices.filter { counts[$0] > 0 }
        let hours = used.first.flatMap { first in used.last.map { first...$0 } }
        return BarChart(
            id: "c-hours", title: "Hồ sơ nhận theo giờ trong ngày", series: ["Hồ sơ"],
            bars: hours.map {
                $0.map { hour in
                    BarChart.Bar(
                        "\(padded(hour, 2)):00–\(padded(hour, 2)):59", [counts[hour]],
                        text: VietnameseText.number(counts[hour]))
                }
            } ?? [])
    }

    /// What had to be mended when it was first looked at: a remark stops nothing, and where no signature counts the post makes up
    /// for it (Điều 7.2a).
    private static func faults(_ dossier: CountedRow) -> [String] {
        (dossier.firstFindings ?? []).filter { code in
            guard let code = FindingCode(rawValue: code) else { return true }
            return code.severity != .remark && code != .unsigned
        }
    }

    var topFindings: BarChart {
        var counts: [String: Int] = [:]
        for dossier in data.dossiers where data.frame.covers(dossier.receivedAt) {
            for code in Self.faults(dossier) { counts[code, default: 0] += 1 }
        }
        let top = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(10)
        return BarChart(
            id: "c-findings", title: "Lỗi thường gặp nhất ở lần nộp đầu", series: ["Hồ sơ"],
            bars: top.map {
                BarChart.Bar(FindingName.vietnamese($0.key), [$0.value], text: VietnameseText.number($0.value))
            })
    }

    var signatures: BarChart {
        let names: [(SignatureWorth, String)] = [
            (.absent, "Không có chữ ký số"), (.presentBroken, "Có, nhưng không toàn vẹn"),
            (.intact, "Toàn vẹn"), (.valid, "Hợp lệ với chứng thư"), (.trusted, "Chứng thư tin cậy"),
        ]
        let level4 = data.dossiers.filter {
            $0.level == 4 && data.frame.covers($0.receivedAt) && $0.firstFindings != nil
        }
        return BarChart(
            id: "c-signatures", title: "Chữ ký số trên mẫu đơn mức độ 4", series: ["Hồ sơ"],
            bars: names.map { worth, name in
                let count = level4.count { $0.signature == worth }
                return BarChart.Bar(
                    name, [count],
                    text: "\(VietnameseText.number(count)) (\(Rate(count, of: level4.count).vietnamese))")
            })
    }

    /// Of the dossiers with a fault that were examined again, in how many the fault was gone.
    var secondAttempts: BarChart {
        var tried: [String: (mended: Int, all: Int)] = [:]
        for dossier in data.dossiers where data.frame.covers(dossier.receivedAt) {
            guard let second = dossier.secondFindings else { continue }
            for code in Self.faults(dossier) {
                tried[code, default: (0, 0)].all += 1
                if !second.contains(code) { tried[code, default: (0, 0)].mended += 1 }
            }
        }
        let rows = tried.sorted { ($0.value.all, $1.key) > ($1.value.all, $0.key) }.prefix(10)
        var chart = BarChart(
            id: "c-second", title: "Sửa được ở lần nộp thứ hai, theo lỗi", series: ["Tỷ lệ"],
            bars: rows.map { code, counts in
                let rate = Rate(counts.mended, of: counts.all)
                return BarChart.Bar(
                    FindingName.vietnamese(code), [rate.tenths ?? 0],
                    text: "\(rate.vietnamese) (\(counts.mended)/\(counts.all))")
            })
        chart.limit = 1000
        return chart
    }
}
