import Bytes
import Dossiers
import Files
import Intake
package import Ledgers
import Settings

/// What belongs to nothing known, and the way out of there.
package struct UnmatchedTray {
    package struct Item: Sendable {
        package let name: String
        package let note: StrayNote
    }

    /// Nil where nothing was put there yet.
    private let tray: Folder?
    private let working: Folder?

    /// - Parameter say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    package init(site path: String, say: (LogEvent) -> Void = { _ in }) throws {
        let folders = try SiteFolders(opening: path)
        try self.init(state: folders.state(of: folders.readable(say: say).site))
    }

    /// The same of a site that is open.
    init(state: Folder?) throws {
        tray = try state?.standing(at: ["unmatched"])
        working = try state?.standing(at: ["working"])
    }

    /// The name of each item, in order.
    package func names() throws -> [String] { try tray?.entries().map(\.description) ?? [] }

    /// Whether anything lies there under a name.
    package func has(_ name: String) throws -> Bool { try tray?.has(name) ?? false }

    package func items() throws -> [Item] {
        guard let tray else { return [] }
        return try tray.entries().map { name in
            Item(name: name.description, note: StrayNote(text: try note(of: name, in: tray)))
        }
    }

    var isEmpty: Bool {
        get throws {
            var isEmpty = true
            try tray?.forEachEntry { _ in
                isEmpty = false
                return false
            }
            return isEmpty
        }
    }

    /// The file that lies under a name; nil where none does any more, or something else was put there.
    func file(of name: String) throws(FileError) -> FileName? {
        guard let tray, let name = FileName(name) else { return nil }
        do throws(FileError) {
            return try tray.standing(at: [name]).flatMap { item throws(FileError) in
                try Self.file(in: item, called: name)
            }
        } catch  where error.isNotFolder || error.isForbidden {
            return nil
        }
    }

    /// How large that file is; 0 where there is none.
    func bytes(of name: String) throws(FileError) -> Int {
        guard let file = try file(of: name), let folderName = FileName(name) else { return 0 }
        return try tray?.standing(at: [folderName])?.status(of: file)?.size ?? 0
    }

    /// Takes what lies under `name` in hand as a claim, by one rename; nil where nothing does.
    ///
    /// What lies beside it goes first: the ledger says the same. A crash leaves it here, or in hand, where the next start puts it
    /// back into the inbox.
    func take(_ name: String, as claim: String, from channel: Channel) throws -> Claim? {
        guard let tray, let working, let folderName = FileName(name), let item = try tray.standing(at: [folderName]),
            let file = try Self.file(in: item, called: folderName)
        else { return nil }
        if file != Archive.reasonFile, try item.status(of: Archive.reasonFile) != nil {
            try item.remove(Archive.reasonFile)
        }
        if file == Archive.sendersReasonFile {
            try item.rename(file, to: item, as: Archive.reasonFile, replacing: false)
        }
        try item.sync()
        try tray.rename(folderName, to: working, as: FileName.literal(claim), replacing: false)
        try working.sync()
        try tray.sync()
        return Claim(id: claim, channel: channel, folder: try working.folder(FileName.literal(claim)))
    }

    /// Lays a copy of what lies under `name` into a claim's folder, under its sender's name for it; false where nothing lies there.
    func copy(_ name: String, to claim: Folder) throws -> Bool {
        guard let folderName = FileName(name), let item = try tray?.standing(at: [folderName]),
            let file = try Self.file(in: item, called: folderName)
        else { return false }
        var copy = try claim.create(file == Archive.sendersReasonFile ? Archive.reasonFile : file)
        try copy.write(contentsOf: item.open(file))
        try copy.sync()
        try copy.close()
        try claim.sync()
        return true
    }

    /// Takes what lies under `name` away for good, since the archive has it.
    func remove(_ name: String) throws {
        guard let tray, let folderName = FileName(name), try tray.status(of: folderName) != nil else { return }
        try tray.removeTree(folderName)
        try tray.sync()
    }

    /// The one file that came; what we laid beside it is none, unless the sender's own is called so.
    private static func file(in item: Folder, called name: FileName) throws(FileError) -> FileName? {
        let files = try item.entries().filter { $0 != Archive.reasonFile }
        let isSenders = files.isEmpty && name.description.hasPrefix(Archive.reasonFile.description)
        guard let file = isSenders ? Archive.reasonFile : files.first, files.count <= 1,
            try item.status(of: file)?.kind == .regular
        else { return nil }
        return file
    }

    private func note(of name: FileName, in tray: Folder) throws -> String {
        guard let item = try tray.standing(at: [name]), try item.status(of: Archive.reasonFile) != nil else {
            return ""
        }
        return String(decoding: try item.readAll(Archive.reasonFile, limit: 65_536), as: UTF8.self)
    }
}
