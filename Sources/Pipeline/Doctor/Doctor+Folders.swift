import Dossiers
import Settings
import Files
import Intake

/// Folders, rights and room.
extension Doctor {
    private static let lowBytes = 1_000_000_000
    private static let lowInodes = 10_000

    /// Whether the folders are there at all; none is made here, so that what is lost is missed at the next start too (FS11).
    func presence() throws -> [Diagnosis] {
        let hasRun = try folders.hasRun(site)
        let paths = ["Inbox": site.folders.inbox, "Outbox": site.folders.outbox, "State": site.folders.state]
        return try folders.missing(of: site).map { name in
            let place = "\(name) is not there: \(paths[name] ?? name)"
            if hasRun {
                return .failure(
                    "folders", place,
                    do:
                        "Put it back, or mount its disk, before hoso starts: a start makes an empty one, at which nobody may look."
                )
            }
            return .warning(
                "folders", place,
                do: "Nothing where hoso has not run here yet, since a start makes it; else put it back before.")
        } + (hasRun ? missingChannels() : [])
    }

    private func missingChannels() throws -> [Diagnosis] {
        guard let inbox = try folders.inbox(of: site) else { return [] }
        return try channels.filter { try inbox.standing(at: $0.path) == nil }.map {
            .warning(
                "folders", "Inbox/\($0) is not there: whoever drops there cannot",
                do: "Put it back, or start hoso or reload it (SIGHUP), which makes it.")
        }
    }

    private var channels: [Channel] { Channel.all(agencies: site.catalogue.agencies.keys) }

    /// Claims go from the inbox to `State/working`, and on to the archive and the trays, by renames, which work within one file
    /// system only.
    func sameFileSystem() throws -> [Diagnosis] {
        guard let inbox = try folders.inbox(of: site) else { return [] }
        let state = try stateOrItsPlace()
        let device = try state.status().device
        let kept = try ["working", "archive", "quarantine", "unmatched", "copied"].compactMap {
            try state.standing(at: [FileName.literal($0)])
        }
        let others = try ([inbox] + inboxFolders() + kept).filter { try $0.status().device != device }
        guard let other = others.first else { return [.ok("folders", "Inbox and State lie on one file system")] }
        return [
            .failure(
                "folders", "\(other.path) and \(state.path) lie on different file systems",
                do: "Move one of them: arrivals are claimed, and archived, by renames, which cannot cross file systems."
            )
        ]
    }

    /// Those of the channels that are there.
    private func inboxFolders() throws -> [Folder] {
        guard let inbox = try folders.inbox(of: site) else { return [] }
        return try channels.compactMap { try inbox.standing(at: $0.path) }
    }

    /// Those of the outbox that are there, since each is made when it is needed.
    private func outboxFolders() throws -> [Folder] {
        guard let outbox = try folders.outbox(of: site) else { return [] }
        return try folders.outboxFolders(of: site).compactMap { path in
            try outbox.standing(at: path.split(separator: "/").compactMap { FileName(String($0)) })
        }
    }

    /// Whether we can make and remove a file everywhere, and nobody else can look into State.
    func rights() throws -> [Diagnosis] {
        var found: [Diagnosis] = []
        let (inbox, outbox, state) = (
            try folders.inbox(of: site), try folders.outbox(of: site), try stateOrItsPlace()
        )
        let (arriving, leaving) = (try inboxFolders(), try outboxFolders())
        // Those that are missing are made in it.
        let makesChannels = arriving.count < channels.count
        for folder in arriving + [makesChannels ? inbox : nil, outbox, state].compactMap({ $0 }) + leaving {
            do {
                try folder.replaceDurably(Self.probe, with: [])
                try folder.remove(Self.probe)
            } catch {
                found.append(
                    .failure(
                        "rights", "\(SystemUser.name(of: SystemUser.number) ?? "this user") cannot write: \(error)",
                        do: "Give the folder to the user that hoso runs as, and call hoso doctor as that user."))
            }
        }
        if let inbox { found += try closed(arriving, below: inbox) }
        if let outbox { found += try closed(leaving, below: outbox) }
        if let state = try folders.state(of: site), try state.status().mode & 0o007 != 0 {
            found.append(
                .warning(
                    "rights", "everybody may look into \(state.path)",
                    do: "chmod o-rwx it: dossiers hold personal data (Điều 13.5)."))
        }
        let accounts = try folders.root.folder("config").status(of: "accounts.tsv")
        if let accounts, accounts.mode & 0o007 != 0 {
            found.append(
                .warning(
                    "rights", "everybody may read config/accounts.tsv",
                    do: "chgrp it to hoso's group and chmod 640 it: it holds personal data (Điều 13.5)."))
        }
        return found.isEmpty
            ? [.ok("rights", "every folder can be written by this user, and State is closed to others")] : found
    }

    /// Those in which members of the group may do less than in the folder that they lie below.
    private func closed(_ folders: [Folder], below root: Folder) throws -> [Diagnosis] {
        let bits = try root.status().mode & 0o070
        return try folders.filter { try $0.status().mode & bits != bits }.map {
            .warning(
                "rights", "members of the group may do less in \($0.path) than in \(root.path)",
                do: "chmod g+rwxs it, unless they are meant to: whoever drops or takes files is a member.")
        }
    }

    /// What lies in the inbox and is never taken, for want of rights or since it is no plain file.
    func untaken() throws -> [Diagnosis] {
        guard let inbox = try folders.inbox(of: site) else { return [] }
        var found: [Diagnosis] = []
        for channel in channels {
            guard let folder = try inbox.standing(at: channel.path) else { continue }
            try folder.forEachEntry { name in
                guard name.bytes.first != UInt8(ascii: "."), let status = try folder.status(of: name) else {
                    return true
                }
                let place = "Inbox/\(channel)/\(name)"
                if ArrivalKind(name: name, status: status) == .irregular {
                    found.append(
                        .warning(
                            "arrivals", "\(place) is no plain file of one name, and stays there",
                            do: "Whoever dropped it drops the file itself, or removes its other names (find -samefile)."
                        ))
                } else if try !folder.mayTake(name) {
                    found.append(
                        .warning(
                            "arrivals", "\(place) may not be read or moved, and stays there",
                            do: "Whoever dropped it gives it to the folder's group: chgrp, chmod g+rX, g+w on folders.")
                    )
                }
                return found.count < 10
            }
        }
        return found.isEmpty ? [.ok("arrivals", "whatever lies in the inbox may be read and moved")] : found
    }

    /// What lies in the inbox where nobody looks: beside the folders of the channels, or in one of no agency.
    func strays() throws -> [Diagnosis] {
        guard let inbox = try folders.inbox(of: site) else { return [] }
        let known = Set(channels.map(\.description) + ["agencies"])
        func strays(_ folder: Folder, _ prefix: String) throws -> [String] {
            try folder.entries().map(\.description).filter { !$0.hasPrefix(".") }.map { prefix + $0 }
                .filter { !known.contains($0) }
        }
        let agencies = try inbox.standing(at: ["agencies"]).map { try strays($0, "agencies/") }
        let found = try strays(inbox, "") + (agencies ?? [])
        guard !found.isEmpty else { return [.ok("inbox", "nothing lies where hoso does not look")] }
        return found.prefix(10).map {
            .warning(
                "inbox", "Inbox/\($0) is no folder that hoso looks into",
                do: "Move what it holds to the folder of its sender, or enter the agency in agencies.xml.")
        }
    }

    /// Hidden, so that nobody takes it for an arrival.
    static let probe = FileName.literal(".hoso-doctor.part")

    func space() throws -> [Diagnosis] {
        let places = [("State", try stateOrItsPlace()), ("Outbox", try folders.outbox(of: site))]
        return try places.compactMap { name, folder in
            guard let folder else { return nil }
            let (bytes, inodes) = try folder.space()
            let text = "\(name): \(bytes / 1_000_000) MB" + (inodes == .max ? "" : " and \(inodes) files") + " free"
            guard bytes >= site.intake.reserve else {
                return .failure(
                    "disk", text,
                    do: "Make room: nothing is taken in while less than \(site.intake.reserve / 1_000_000) MB are free."
                )
            }
            return bytes < Self.lowBytes || inodes < Self.lowInodes
                ? .warning("disk", text, do: "Make room: intake is held back before the disk is full.")
                : .ok("disk", text)
        }
    }
}
