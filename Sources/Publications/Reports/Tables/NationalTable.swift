import Dossiers

/// Biểu số II.06a/VPCP/KSTT: how dossiers were received and answered in a period, by sector, as of its last day.
///
/// A period that is not over is counted as of the day up to which it is known.
/// Days are compared, not hours, as national systems do: finished before the due day is early, on it in time; an extension that
/// came after that day leaves it as it was. What was sent back or withdrawn counts as in time; what waits for the citizen counts
/// as not yet due. Dossiers that nobody has received yet (state 1), or that were refused before they were taken in (state 3), are
/// not counted.
package struct NationalTable: Sendable {
    /// The columns that dossiers stand in, by the form's own numbers; the others are their sums.
    package enum Column: Int, Sendable, CaseIterable {
        case online = 4, direct, carried
        case early = 8, inTime, late
        case pending = 12, pendingLate
    }

    package struct Row: Sendable {
        package let sector: String
        package fileprivate(set) var codes: [Column: CodeList] = [:]
        fileprivate var wrong: [DossierCode] = []

        package func count(_ columns: Column...) -> Int { columns.reduce(0) { $0 + (codes[$1]?.count ?? 0) } }

        package var received: Int { count(.online, .direct, .carried) }
        package var answered: Int { count(.early, .inTime, .late) }
        package var open: Int { count(.pending, .pendingLate) }
    }

    package let frame: ReportFrame
    package let rows: [Row]
    /// The dossiers that are not counted because nobody has received them yet.
    package let unreceived: CodeList
    /// Those that are not counted because they came to their end in the period without having been taken in.
    package let notTakenIn: CodeList
    /// What else is not counted, in words.
    let apart: [ReportTable.Apart]

    /// Counts, and checks that everything adds up.
    ///
    /// - Parameter pendingBefore: what was open when the period before ended, by an own reading of the ledger; nil where
    ///   that is not known.
    package init(_ data: ReportData, pendingBefore: CodeList? = nil) throws(ReportDiscrepancy) {
        frame = data.frame
        var rows: [Row] = []
        var places: [String: Int] = [:]
        func place(of sector: String) -> Int {
            if let place = places[sector] { return place }
            places[sector] = rows.count
            rows.append(Row(sector: sector))
            return rows.count - 1
        }
        for versions in data.catalogue.procedures.values {
            guard let procedure = versions.last, !procedure.central else { continue }
            _ = place(of: procedure.sector)
        }
        // The name of a sector takes long to look up, and all dossiers of a procedure have the same.
        var placesByOrigin: [Int: Int] = [:]
        var unreceived = CodeList()
        var notTakenIn = CodeList()
        for dossier in data.dossiers {
            guard let since = dossier.countedFrom else {
                unreceived.append(dossier.code)
                continue
            }
            if let finished = dossier.finishedAt, finished.day < frame.from { continue }
            guard !dossier.wasNotTakenIn else {
                notTakenIn.append(dossier.code)
                continue
            }
            let row = placesByOrigin[dossier.origin] ?? place(of: Self.sector(of: dossier, data))
            placesByOrigin[dossier.origin] = row
            let columns = Self.columns(of: dossier, since: since.day, frame)
            for column in columns { rows[row].codes[column, default: CodeList()].append(dossier.code) }
            if !Self.addsUp(columns) { rows[row].wrong.append(dossier.code) }
        }
        self.rows = rows.sorted { VietnameseOrder($0.sector) < VietnameseOrder($1.sector) }
        self.unreceived = unreceived
        self.notTakenIn = notTakenIn
        apart = data.apart(inPeriod: false)
        for row in self.rows where !row.wrong.isEmpty {
            throw ReportDiscrepancy(report: "II.06a", row: row.sector, identity: "3 = 7 + 11", codes: row.wrong)
        }
        if let pendingBefore { try checkCarriedOver(Set(pendingBefore), data) }
    }

    private static func columns(of dossier: CountedRow, since: Day, _ frame: ReportFrame) -> [Column] {
        let came: Column = since < frame.from ? .carried : dossier.cameOnline ? .online : .direct
        // A dossier that was taken up again after its end stands nowhere at the right, and the check below names it.
        if let finished = dossier.finishedAt {
            guard ![.accepted, .processing].contains(dossier.state), !dossier.isPaused else { return [came] }
            guard let due = dossier.dueDay, dossier.ending == .resolved else { return [came, .inTime] }
            return [came, finished.day < due ? .early : finished.day == due ? .inTime : .late]
        }
        let isLate = dossier.dueDay.map { $0 < frame.lastKnownDay } ?? false
        return [came, isLate && !dossier.isPaused ? .pendingLate : .pending]
    }

    private static func sector(of dossier: CountedRow, _ data: ReportData) -> String {
        data.procedure(of: dossier)?.sector ?? "Không rõ lĩnh vực"
    }

    /// 3 = 7 + 11, dossier by dossier; the sums 3, 7 and 11 are made of their parts, each dossier in one of them.
    private static func addsUp(_ columns: [Column]) -> Bool {
        columns.count { $0.rawValue < 7 } == 1 && columns.count { $0.rawValue > 7 } == 1
    }

    private func checkCarriedOver(_ pending: Set<DossierCode>, _ data: ReportData) throws(ReportDiscrepancy) {
        let carried = Set(rows.flatMap { $0.codes[.carried] ?? CodeList() })
        guard !pending.isEmpty || !carried.isEmpty else { return }
        // What has been set apart since, or is no longer apart, does not stop the table.
        let before = data.dossiers.filter { pending.contains($0.code) && !$0.wasNotTakenIn }
        let wrong = carried.symmetricDifference(before.map(\.code)).sorted()
        guard let first = wrong.first else { return }
        throw ReportDiscrepancy(
            report: "II.06a", row: data.dossiers.first { $0.code == first }.map { Self.sector(of: $0, data) } ?? "-",
            identity: "6 = 11 of the period before", codes: wrong)
    }
}
