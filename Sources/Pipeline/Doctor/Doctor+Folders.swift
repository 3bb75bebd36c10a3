import Dossiers
import Settings
import Files
import Intake

/// Folders, rights and room.
extension Doctor {
    private static let lowBytes = 1_000_000_000
    private static let lowInodes = 10_000

    /// Claims leave the inbox by a rename into `State/working`, which works within one file system only.
    func sameFileSystem() throws -> [Diagnosis] {
        let inbox = try folders.inbox(of: site)
        let device = try state().status().device
        let others = try ([inbox] + inboxFolders()).filter { try $0.status().device != device }
        guard let other = others.first else { return [.ok("folders", "Inbox and State lie on one file system")] }
        return [
            .failure(
                "folders", "\(other.path) and \(try state().path) lie on different file systems",
                do: "Move one of them: arrivals are claimed by a rename, which cannot cross file systems.")
        ]
    }

    private func inboxFolders() throws -> [Folder] {
        let inbox = try folders.inbox(of: site)
        return try Channel.all(agencies: site.catalogue.agencies.keys).map {
            try inbox.folder(at: $0.path, create: true, mode: nil)
        }
    }

    /// Whether we can make and remove a file everywhere, and nobody else can look into State.
    func rights() throws -> [Diagnosis] {
        let outbox = try folders.outbox(of: site)
        var found: [Diagnosis] = []
        let leaving = try folders.outboxFolders(of: site).compactMap { path in
            let steps = path.split(separator: "/").compactMap { FileName(String($0)) }
            return try folder(at: steps, in: outbox)
        }
        for folder in try inboxFolders() + [outbox, state()] + leaving {
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
        found += try closed(inboxFolders(), below: folders.inbox(of: site))
        found += try closed(leaving, below: outbox)
        let mode = try state().status().mode
        if mode & 0o007 != 0 {
            found.append(
                .warning(
                    "rights", "everybody may look into \(try state().path)",
                    do: "chmod o-rwx it: dossiers hold personal data (Điều 13.5)."))
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

    /// What rights keep from us of what lies in the inbox.
    func forbidden() throws -> [Diagnosis] {
        let inbox = try folders.inbox(of: site)
        var found: [String] = []
        for channel in Channel.all(agencies: site.catalogue.agencies.keys) {
            let folder = try inbox.folder(at: channel.path, create: true, mode: nil)
            try folder.forEachEntry { name in
                if name.bytes.first != UInt8(ascii: "."), try !folder.mayTake(name) {
                    found.append("Inbox/\(channel)/\(name)")
                }
                return found.count < 10
            }
        }
        guard !found.isEmpty else { return [.ok("arrivals", "whatever lies in the inbox may be read and moved")] }
        return found.map {
            .warning(
                "arrivals", "\($0) may not be read or moved, and stays there",
                do: "Whoever dropped it gives it to the folder's group: chgrp, chmod g+rX, g+w on folders.")
        }
    }

    /// Nil where it is not there, since it is made when it is needed.
    private func folder(at steps: [FileName], in outbox: Folder) throws -> Folder? {
        do throws(FileError) {
            return try outbox.folder(at: steps)
        } catch  where error.isNotFound {
            return nil
        }
    }

    /// What lies in the inbox where nobody looks: beside the folders of the channels, or in one of no agency.
    func strays() throws -> [Diagnosis] {
        let inbox = try folders.inbox(of: site)
        let channels = Channel.all(agencies: site.catalogue.agencies.keys)
        let known = Set(channels.map(\.description) + ["agencies"])
        func strays(_ folder: Folder, _ prefix: String) throws -> [String] {
            try folder.entries().map(\.description).filter { !$0.hasPrefix(".") }.map { prefix + $0 }
                .filter { !known.contains($0) }
        }
        let found = try strays(inbox, "") + strays(try inbox.folder("agencies", create: true, mode: nil), "agencies/")
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
        let places = [("State", try state()), ("Outbox", try folders.outbox(of: site))]
        return try places.map { name, folder in
            let (bytes, inodes) = try folder.space()
            let text = "\(name): \(bytes / 1_000_000) MB" + (inodes == .max ? "" : " and \(inodes) files") + " free"
            return bytes < Self.lowBytes || inodes < Self.lowInodes
                ? .warning("disk", text, do: "Make room: intake is held back before the disk is full.")
                : .ok("disk", text)
        }
    }
}
