import Settings
import Dossiers
import Files
import Intake
import Ledgers

/// Kernel events, leases, clock and calendar.
extension Doctor {
    /// Drops a probe and looks whether the kernel tells of it.
    func events() throws -> [Diagnosis] {
        guard let folder = try folders.inbox(of: site)?.standing(at: Channel.online.path) else { return [] }
        let every = "every \(site.intake.scanEvery) s (scanEvery in hoso.xml)"
        guard !folder.isNetworkFileSystem else {
            return [
                .warning(
                    "kernel events", "\(folder.path) lies on a network file system: it is looked through \(every)",
                    do: "Nothing, unless arrivals are to be seen sooner: then lower scanEvery.")
            ]
        }
        let told: Bool
        do {
            told = try kernelTells(of: folder)
        } catch {
            return [
                .warning(
                    "kernel events", "\(error) The inbox is looked through \(every) all the same.",
                    do: "Raise fs.inotify.max_user_instances and max_user_watches (sysctl).")
            ]
        }
        guard told else {
            return [
                .warning(
                    "kernel events", "the kernel told of no probe in \(folder.path): it is looked through \(every)",
                    do: "Nothing, unless arrivals are to be seen sooner: then lower scanEvery.")
            ]
        }
        return [.ok("kernel events", "the kernel told of a probe in \(folder.path)")]
    }

    private func kernelTells(of folder: Folder) throws(FileError) -> Bool {
        let watcher = try Watcher(signals: [])
        try watcher.watch(folder)
        try folder.replaceDurably(Self.probe, with: [])
        let wake = try watcher.wait(milliseconds: 2000)
        try folder.remove(Self.probe)
        return wake.changed
    }

    /// Leases tell of writers that still hold a file open; without them quiet alone must do.
    func leases() throws -> [Diagnosis] {
        let folder = try stateOrItsPlace()
        try folder.replaceDurably(Self.probe, with: [])
        let hasWriter = WriterLease.hasWriter(try folder.open(Self.probe))
        try folder.remove(Self.probe)
        guard let hasWriter else {
            return [
                .warning(
                    "leases", "the file system cannot say who still writes to a file",
                    do: "Raise settleAfter in hoso.xml if writers pause for longer than that.")
            ]
        }
        return hasWriter
            ? [
                .warning(
                    "leases", "a file that was closed counts as written to",
                    do: "Look for a program that opens everything in \(folder.path), such as a virus scanner.")
            ] : [.ok("leases", "the file system says who still writes to a file")]
    }

    /// The machine's clock against the ledger, and the zone that people see against the site's.
    func clock() throws -> [Diagnosis] {
        let machine = Moment(seconds: MachineClock.realtime().seconds, offset: site.offset)
        if let fault = ClockFault(machine, last: try register().latestAt) {
            return [
                .failure(
                    "clock", "\(fault)",
                    do:
                        "Set the clock (timedatectl set-ntp true): hoso takes nothing in before. If it is right, call hoso incident acknowledge \(Register.clockIncident)."
                )
            ]
        }
        return [.ok("clock", "\(machine), in the site's zone; law goes by it whatever the machine's own zone is")]
    }

    func calendar() throws -> [Diagnosis] {
        let calendar = site.calendars.version(on: now.day).general
        guard let until = calendar.decidedUntil else {
            return [
                .warning(
                    "calendar", "calendar.xml does not say until when the days off are decided",
                    do: "Add <decided until=\"…\"/>, so that dates past it are told as provisional (tạm tính).")
            ]
        }
        let left = until.number - now.day.number
        if left < 0 {
            return [
                .failure(
                    "calendar", "the days off are decided only until \(until): every new date is provisional",
                    do: "Enter this year's days off in calendar.xml and move <decided until=\"…\"/>.")
            ]
        }
        if left < 45 {
            return [
                .warning(
                    "calendar", "the days off are decided until \(until), \(left) days from now",
                    do: "Enter next year's days off in calendar.xml as soon as they are published.")
            ]
        }
        let year = now.day.civil.year
        guard !calendar.isForgotten(year) else {
            return [
                .warning(
                    "calendar", "no day off of \(year) stands in the calendar: each of its weekdays counts as worked",
                    do: "Enter the days off of \(year) in calendar.xml.")
            ]
        }
        return [.ok("calendar", "the days off are decided until \(until)")]
    }
}
