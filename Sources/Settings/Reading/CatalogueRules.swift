import Dossiers

/// What must hold between the files of a catalogue.
struct CatalogueRules {
    let problems: Problems

    /// Checks the procedures against each other, against the agencies, and against the calendar.
    ///
    /// `agencies` and `calendar` are nil where their own file could not be read; what depends on them is then not judged.
    func check(_ pages: [ProcedurePage], agencies: Set<AgencyCode>?, calendar: CalendarVersions.Version?) {
        checkVersions(pages)
        checkFileNames(pages)
        if let agencies { checkAgencies(pages, known: agencies) }
        if let calendar { checkSteps(pages, calendar) }
    }

    private func checkVersions(_ pages: [ProcedurePage]) {
        var files: [ProcedureVersion: String] = [:]
        for page in pages {
            guard let code = page.code else { continue }
            let version = ProcedureVersion(code: code, validFrom: page.validFrom)
            guard let file = files[version] else {
                files[version] = page.file
                continue
            }
            let from = page.validFrom.map { "validFrom \($0)" } ?? "no validFrom"
            problems.add(
                "the procedure \(shown(code)) with \(from) stands already in \(file)", in: page.file, line: page.line,
                about: "code")
        }
    }

    /// The name is for people; the code and the day inside hold.
    private func checkFileNames(_ pages: [ProcedurePage]) {
        for page in pages {
            guard let code = page.code else { continue }
            let expected = "\(ProcedureVersion(code: code, validFrom: page.validFrom)).xml"
            guard page.file != "config/procedures/\(expected)", page.file != "config/procedures/\(code).xml" else {
                continue
            }
            problems.add(
                "the file is not named for what it holds: expected \(expected)", in: page.file, line: page.line,
                about: "code", isWarning: true)
        }
    }

    private func checkAgencies(_ pages: [ProcedurePage], known: Set<AgencyCode>) {
        for page in pages {
            for (code, line) in page.agencies where !known.contains(code) {
                problems.add(
                    "the agency \(code) is not in \(AgenciesPage.file)", in: page.file, line: line, about: "agency")
            }
        }
    }

    private func checkSteps(_ pages: [ProcedurePage], _ calendar: CalendarVersions.Version) {
        for page in pages {
            guard let steps = page.steps, let procedure = page.procedure,
                case .workingDays(let days) = procedure.time
            else { continue }
            let published = Double(days * calendar.calendar(for: procedure.agency).ordinaryDayMinutes) / 60
            guard steps.hours > published else { continue }
            problems.add(
                "the steps have \(plain(steps.hours)) hours together, the published time only \(plain(published)) (Điều 8.1b)",
                in: page.file, line: steps.line, about: "steps")
        }
    }

    private func plain(_ hours: Double) -> String {
        hours == hours.rounded() && abs(hours) < 1e9 ? String(Int(hours)) : String(hours)
    }
}
