import Files
import Dossiers
import Ledgers
import Settings

/// What was done, and what is open.
extension Doctor {
    func register() throws -> Register {
        try folders.state(of: site)?.standing(at: ["ledger"]).map { try Ledger.register(in: $0).register } ?? Register()
    }

    /// The whole chain, its end, and what the outbox tells of it: what a start would refuse, and what none would read.
    func ledger() throws -> [Diagnosis] {
        let verdict = try LedgerCheck.verify(site: path)
        guard !verdict.isSound else {
            return [.ok("ledger", "\(verdict.entries) entries, none missing, changed or out of order")]
        }
        return [
            .failure(
                "ledger", verdict.text,
                do: "Look whether the disk is sound, and see \"Restoring\" in hoso(8): hoso goes on over no damage.")
        ]
    }

    func nightly() throws -> [Diagnosis] {
        let register = try register()
        let yesterday = now.day.advanced(by: -1)
        guard let day = register.firstUnreported, register.firstDay.map({ $0 <= yesterday }) ?? false else {
            return [.ok("nightly", "nothing is to be reported yet")]
        }
        if register.nightlyDone.isEmpty { return [missed("has never run, though the ledger begins on \(day)")] }
        // The run for yesterday may still be to come this morning.
        if day > yesterday || day == yesterday && now.minuteOfDay < 6 * 60 {
            return [.ok("nightly", "done up to \(day.advanced(by: -1))")]
        }
        return [missed("is not done for \(day)")]
    }

    private func missed(_ text: String) -> Diagnosis {
        .warning(
            "nightly", text,
            do: "Call hoso nightly, which catches up, and see that a timer, cron or <nightly at> calls it.")
    }

    /// Whether every open dossier has the version of its procedure that it was received under.
    func procedures() throws -> [Diagnosis] {
        let lost = try LostProcedure.all(of: site.catalogue, in: register())
        guard !lost.isEmpty else { return [.ok("procedures", "every open dossier has its own in the catalogue")] }
        return lost.map {
            .failure(
                "procedures", "\($0)",
                do: "Put its file back, then reload or start hoso; validUntil ends a procedure for new dossiers alone.")
        }
    }

    /// Whether every open dossier has its agencies, and every procedure will have them.
    func agencies() throws -> [Diagnosis] {
        let ending = folders.endingProblems(of: site, on: now.day).map {
            Diagnosis.warning("agencies", $0.description, do: "See hoso.xml(5).")
        }
        let lost = try LostAgency.all(of: site.catalogue, in: register())
        guard !lost.isEmpty || !ending.isEmpty else {
            return [.ok("agencies", "every open dossier has its own in agencies.xml")]
        }
        return ending
            + lost.map {
                .failure(
                    "agencies", "\($0)",
                    do: "Put it back with until, its last day, or reroute its dossiers; then reload or start hoso.")
            }
    }

    /// Whether citizens are expected on a day that was off before they could be told.
    func appointments() throws -> [Diagnosis] {
        try AppointmentsOff.all(of: site.calendars, in: register()).map {
            .warning(
                "calendar", "\($0.file): \($0)",
                do:
                    "Enter the day off there too, reload hoso, then call hoso calendar apply, which writes to the citizens."
            )
        }
    }

    func incidents() throws -> [Diagnosis] {
        let open = try register().openIncidents.sorted()
        guard !open.isEmpty else { return [.ok("incidents", "none open")] }
        return open.map { .failure("incidents", "open: \($0)", do: "Read the newest letter in Outbox/incidents.") }
    }
}
