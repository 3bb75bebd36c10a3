import Bytes
package import Files
private import Glibc

/// Takes arrivals out of the inbox, one rename each, into folders of their own in `State/working/`.
package struct Claims {
    /// What is being copied within a claim: no arrival has such a name.
    static let draft: FileName = ".copy"

    private let inbox: Folder
    private let working: Folder
    private let unsynced: Unsynced
    private var next = 1
    private let run: String
    /// What we may not read or move: it stays where it is.
    package private(set) var forbidden: Set<Forbidden> = []

    /// `run` is unlike that of any earlier run on this site: the machine's time to the nanosecond.
    package init(inbox: Folder, working: Folder, run: String, unsynced: Unsynced) {
        self.inbox = inbox
        self.working = working
        self.unsynced = unsynced
        self.run = run
    }

    /// Claims what is still there; an arrival that has vanished is left out.
    ///
    /// The claims last once what is in `unsynced` was synced, which must be before anything is committed because of them; until
    /// then a crash may leave an arrival where it was. A loose form comes before its scans, so that a crash between the two leaves a claim that names what is missing, and
    /// `complete` can fetch it.
    package mutating func claim(_ arrivals: some Sequence<Arrival>) throws(FileError) -> [Claim] {
        var places: [(arrival: Arrival, claim: Claim)] = []
        let made = Unsynced()
        var sources: [Channel: Folder] = [:]
        for arrival in arrivals {
            let known = sources[arrival.channel]
            let source = if let known { known } else { try inbox.folder(at: arrival.channel.path, create: false) }
            sources[arrival.channel] = source
            guard try mayTake(arrival, from: source) else { continue }
            let id = nextID(arrival.channel.mark)
            let folder = try working.folder(FileName.literal(id), create: true, unsynced: made)
            places.append((arrival, Claim(id: id, channel: arrival.channel, folder: folder)))
        }
        // A folder that a crash takes away would take along what was moved into it.
        try made.sync()
        var claims: [Claim] = []
        for (arrival, place) in places {
            guard let source = sources[arrival.channel], try claim(arrival, from: source, to: place.folder) else {
                try working.removeTree(FileName.literal(place.id))
                continue
            }
            for companion in arrival.companions { _ = try move(companion, from: source, to: place.folder) }
            unsynced.insert(place.folder)
            unsynced.insert(left: source)
            claims.append(place)
        }
        return claims
    }

    /// A name that no other claim has, for this source or for work that no arrival brought.
    package mutating func nextID(_ source: String) -> String {
        defer { next += 1 }
        return "\(source)@\(run)-\(next)"
    }

    /// Fetches the scans of a loose form that a crash left behind in the inbox, by the names that the form gives.
    package func complete(_ claim: Claim, peeker: any Peeking) throws -> Claim {
        let names = try claim.folder.entries()
        let forms = names.filter { $0.suffix == "xml" }
        guard let form = forms.first, forms.count == 1, try claim.folder.status(of: form)?.kind == .regular else {
            return claim
        }
        guard let source = try source(of: claim, create: false) else { return claim }
        let needs = try peeker.needs(claim.folder, form).files + [.signature(of: form)]
        let here = try LooseFiles.names(of: needs, in: claim.folder, isOurs: true)
        let absent = zip(needs, here).filter { $0.1 == nil }.map(\.0)
        for scan in try LooseFiles.names(of: absent, in: source).compactMap(\.self) {
            _ = try move(scan, from: source, to: claim.folder)
        }
        try claim.folder.sync()
        try source.sync()
        return claim
    }

    /// Puts what an interrupted run claimed back to where it came from, so that it is claimed again as a whole.
    ///
    /// A crash may have left a file under both its names, or a form and its scans apart. False where something else lies in the
    /// inbox under one of the names, or where the folder was: then everything stays in the claim.
    package func putBack(_ claim: Claim) throws(FileError) -> Bool {
        guard let source = try source(of: claim, create: true) else { return false }
        try claim.folder.removeDraft()
        var both: [FileName] = []
        var isTaken = false
        let names = try claim.folder.entries()
        for name in names {
            guard let there = try source.status(of: name), let here = try claim.folder.status(of: name) else {
                continue
            }
            if there.isSameFile(as: here) { both.append(name) } else { isTaken = true }
        }
        if isTaken {
            for name in both { try source.remove(name) }
            try claim.folder.sync()
            try source.sync()
            return false
        }
        for name in names {
            if both.contains(name) {
                try claim.folder.remove(name)
            } else {
                try claim.folder.rename(name, to: source, as: name, replacing: false)
            }
        }
        try source.sync()
        // Else the folder would go with a name still in it.
        try claim.folder.sync()
        try working.removeTree(FileName.literal(claim.id))
        try working.sync()
        return true
    }

    /// Nil where something else stands there now.
    private func source(of claim: Claim, create: Bool) throws(FileError) -> Folder? {
        do throws(FileError) {
            return try inbox.folder(at: claim.channel.path, create: create, mode: nil)
        } catch  where error.isNotFolder {
            return nil
        }
    }

    /// The claims that an earlier run left, in the order in which they were made.
    package func left() throws(FileError) -> [Claim] {
        var claims: [Claim] = []
        for name in try working.entries() {
            guard let id = name.text, let at = id.firstIndex(of: "@"), let channel = Channel(mark: id[..<at]) else {
                continue
            }
            claims.append(Claim(id: id, channel: channel, folder: try working.folder(name)))
        }
        return claims.sorted { ($0.id.utf8.count, $0.id) < ($1.id.utf8.count, $1.id) }
    }

    /// Lets go of what was forbidden and does not lie there any more.
    package mutating func forgetGone() throws(FileError) {
        for item in forbidden {
            do throws(FileError) {
                if try inbox.folder(at: item.channel.path).status(of: item.name) == nil { forbidden.remove(item) }
            } catch  where error.isNotFound || error.isNotFolder || error.isForbidden {
                // Then the folder itself is told.
                continue
            }
        }
    }

    /// Whether rights let us have all of it; what they keep from us is noted, and else forgotten.
    private mutating func mayTake(_ arrival: Arrival, from source: Folder) throws(FileError) -> Bool {
        for name in [arrival.name] + arrival.companions {
            let item = Forbidden(channel: arrival.channel, name: name)
            guard try source.mayTake(name) else {
                forbidden.insert(item)
                return false
            }
            forbidden.remove(item)
        }
        return true
    }

    private mutating func claim(
        _ arrival: Arrival, from source: Folder, to folder: Folder
    ) throws(FileError) -> Bool {
        do throws(FileError) {
            return try move(arrival.name, from: source, to: folder)
        } catch  where error.isForbidden || error.isCrossDevice || error.number == EBUSY {
            // A folder that is another's, or a disk of its own within the inbox (FS7): it harms nobody where it lies.
            forbidden.insert(Forbidden(channel: arrival.channel, name: arrival.name))
            return false
        }
    }

    /// Only what is still under the same name and no symbolic link moves (FS1, FS2).
    private func move(_ name: FileName, from source: Folder, to folder: Folder) throws(FileError) -> Bool {
        guard let status = try source.status(of: name),
            status.kind == .folder || (status.kind == .regular && status.links == 1)
        else {
            return false
        }
        do throws(FileError) {
            try source.rename(name, to: folder, as: name, replacing: false)
            return true
        } catch  where error.isNotFound {
            return false
        }
    }
}
