import Bytes
import Documents
package import Files

/// Looks through the inbox folders and says what lies there whole.
///
/// Kernel events are only hints for when to look; this look is the truth.
package struct Inbox {
    /// What one look found.
    package struct Look: Sendable {
        package var ready: [Arrival] = []
        /// Things that are still being written, or that wait for something absent.
        package var waiting = 0
        /// When the next of them may be whole, in nanoseconds of the steady clock; nil where only something absent is waited for.
        package var settlesAt: Int?
        /// Names that were not touched, with the reason; told once each.
        package var irregular: [String] = []
        /// How long the look took, in nanoseconds.
        package var took = 0
        /// Folders that could not be listed: an incident, not an empty folder (FS11).
        package var unreadable: [(channel: Channel, error: FileError)] = []
    }

    struct Key: Hashable {
        let channel: Channel
        let name: FileName
    }

    private let folder: Folder
    private let channels: [Channel]
    private let patience: Patience
    private let peeker: any Peeking
    private var settling = Settling<Key>()
    private var waitingRoom: WaitingRoom
    private var peeked: [Key: (stamp: Stamp, needs: [FormNeed])] = [:]
    private var toldIrregular: Set<Key> = []

    package init(
        folder: Folder, channels: [Channel], patience: Patience, peeker: any Peeking, waitingRoom: WaitingRoom
    ) {
        self.folder = folder
        self.channels = channels
        self.patience = patience
        self.peeker = peeker
        self.waitingRoom = waitingRoom
    }

    /// Looks at every folder.
    ///
    /// - Parameters:
    ///   - steady: nanoseconds of the steady clock, for quiet.
    ///   - wall: seconds of the machine's clock, for patience, which outlives the process.
    package mutating func look(steady: Int, wall: Int) throws -> Look {
        var look = Look()
        let start = MachineClock.monotonic()
        settling.beginScan()
        waitingRoom.beginLook()
        for channel in channels {
            do {
                try self.look(at: channel, steady: steady, wall: wall, into: &look)
            } catch let error as FileError {
                look.unreadable.append((channel, error))
            }
        }
        settling.endScan()
        try waitingRoom.endLook()
        look.took = MachineClock.monotonic() - start
        look.ready.sort { ($0.since, $0.name.description) < ($1.since, $1.name.description) }
        return look
    }

    private mutating func look(at channel: Channel, steady: Int, wall: Int, into look: inout Look) throws {
        let here = try folder.folder(at: channel.path, create: false)
        var files: [FileName: FileStatus] = [:]
        var forms: [FileName] = []
        for name in try here.entries() {
            guard let status = try here.status(of: name) else { continue }
            let key = Key(channel: channel, name: name)
            switch ArrivalKind(name: name, status: status) {
            case .unfinished:
                continue
            case .irregular:
                if toldIrregular.insert(key).inserted { look.irregular.append("\(channel)/\(name)") }
            case .archive:
                if try quiet(
                    key, [Stamp(status)], steady: steady, &look,
                    isShort: { [peeker] in try peeker.isMissingFromArchive(here, name) })
                {
                    look.ready.append(Arrival(channel: channel, name: name, since: status.changed))
                }
            case .folder:
                do {
                    try lookInto(here, key, since: status.changed, steady: steady, wall: wall, &look)
                } catch let error as FileError where error.isForbidden {
                    // Its own fault, and nobody else's: taking it in says so.
                    look.ready.append(Arrival(channel: channel, name: name, since: status.changed))
                } catch let error as FileError where error.isNotFound || error.isNotFolder {
                    continue
                }
            case .form:
                forms.append(name)
                files[name] = status
            case .scan:
                files[name] = status
            }
        }
        try lookAtLoose(here, channel, files, forms, steady: steady, wall: wall, &look)
    }

    /// Whether `key` has been quiet long enough; if not, it counts as waiting.
    private mutating func quiet(
        _ key: Key, _ stamps: [Stamp], steady: Int, _ look: inout Look, isShort: () throws -> Bool
    ) rethrows -> Bool {
        let since = settling.observe(key, stamps: stamps, now: steady)
        var until = since + patience.settleAfter
        // Asked only once it has settled, and only where there is patience for scanners.
        if until <= steady, since + patience.shortFile > steady, try isShort() { until = since + patience.shortFile }
        guard until > steady else { return true }
        look.waiting += 1
        // What is short may be made whole at any moment, and in a folder no event tells of it: look again soon.
        let again = min(until, steady + max(patience.settleAfter, 1_000_000_000))
        look.settlesAt = min(look.settlesAt ?? again, again)
        return false
    }

    /// A folder is whole when each file in it is quiet and every attachment that its form names is there.
    private mutating func lookInto(
        _ here: Folder, _ key: Key, since: Int, steady: Int, wall: Int, _ look: inout Look
    ) throws {
        let inner = try here.folder(key.name)
        var stamps: [Stamp] = []
        var sizes: [FileName: Int] = [:]
        guard let names = try inner.entries(most: Folder.mostMembers) else {
            // Whole or not, it is too much: taking it in says so.
            look.ready.append(Arrival(channel: key.channel, name: key.name, since: since))
            return
        }
        for name in names.sorted(by: { $0.description < $1.description }) {
            guard let status = try inner.status(of: name) else { continue }
            stamps.append(Stamp(status))
            sizes[name] = status.size
        }
        let formName = sizes.keys.first { $0.description.lowercased().hasSuffix(".xml") }
        let wanted = try formName.map { try peeker.needs(inner, $0) } ?? []
        let present = PresentFiles(names: sizes.keys)
        let absent = wanted.contains { present.find($0.name) == nil }
        let isQuiet = try quiet(key, stamps, steady: steady, &look) { [peeker] in
            try wanted.contains { need in
                guard let name = present.find(need.name) else { return false }
                return try peeker.isShort(inner, name, size: sizes[name], need: need)
            }
        }
        guard isQuiet else { return }
        // A folder without a form may still get one; a form may still get its scans.
        if absent || formName == nil, waitingRoom.waits(key.channel, key.name, patience: patience, wall: wall) {
            look.waiting += 1
            return
        }
        look.ready.append(Arrival(channel: key.channel, name: key.name, since: since))
    }

    private mutating func lookAtLoose(
        _ here: Folder, _ channel: Channel, _ files: [FileName: FileStatus], _ forms: [FileName], steady: Int,
        wall: Int,
        _ look: inout Look
    ) throws {
        var loose = LooseFiles(here: here, files: files.filter { !forms.contains($0.key) })
        for form in forms {
            guard let status = files[form] else { continue }
            let key = Key(channel: channel, name: form)
            let wanted = try needs(of: key, status: status, here)
            let scans = try wanted.map { try loose.find($0) }
            let signature = try loose.find(.signature(of: form))
            let companions = (scans + [signature]).compactMap { $0 }
            loose.claim(companions)
            let stamps = ([form] + companions).compactMap { files[$0] }.map { Stamp($0) }
            let isQuiet = try quiet(key, stamps, steady: steady, &look) { [peeker] in
                try status.size == 0
                    || zip(wanted, scans).contains { need, scan in
                        guard let scan else { return false }
                        return try peeker.isShort(here, scan, size: files[scan]?.size, need: need)
                    }
            }
            guard isQuiet else { continue }
            if scans.contains(nil), waitingRoom.waits(channel, form, patience: patience, wall: wall) {
                look.waiting += 1
                continue
            }
            look.ready.append(
                Arrival(channel: channel, name: form, companions: companions, since: status.changed))
        }
        for scan in loose.unclaimed {
            guard let status = files[scan] else { continue }
            let key = Key(channel: channel, name: scan)
            let isQuiet = try quiet(key, [Stamp(status)], steady: steady, &look) { [peeker] in
                try peeker.isMissingItsEnd(here, scan)
            }
            guard isQuiet else { continue }
            let namesDossier = channel == .postal && scan.text.flatMap { ScanName($0) } != nil
            if !namesDossier, waitingRoom.waits(channel, scan, patience: patience, wall: wall) {
                look.waiting += 1
                continue
            }
            look.ready.append(Arrival(channel: channel, name: scan, since: status.changed))
        }
    }

    /// What a loose form waits for, read again only when the form changed.
    private mutating func needs(of key: Key, status: FileStatus, _ here: Folder) throws -> [FormNeed] {
        let stamp = Stamp(status)
        if let known = peeked[key], known.stamp == stamp { return known.needs }
        let read = try peeker.needs(here, key.name)
        peeked[key] = (stamp, read)
        return read
    }
}
