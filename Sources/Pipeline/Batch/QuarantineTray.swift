import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// What could not be read, and the way back into the inbox.
package struct QuarantineTray {
    package struct Item: Sendable {
        package let name: String
        package let code: String
        package let channel: String
        package let reason: String
    }

    /// Nil where nothing was quarantined yet.
    private let tray: Folder?
    private let inbox: Folder?
    /// The folders of the inbox, by name.
    private let channels: Set<String>

    /// - Parameter say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    package init(site path: String, say: (LogEvent) -> Void = { _ in }) throws {
        let folders = try SiteFolders(opening: path)
        let site = try folders.readable(say: say).site
        try self.init(site: site, state: folders.state(of: site), inbox: folders.inbox(of: site))
    }

    /// The same of a site that is open.
    init(site: Site, state: Folder?, inbox: Folder?) throws {
        tray = try state?.standing(at: ["quarantine"])
        self.inbox = inbox
        channels = Set(Channel.all(agencies: site.catalogue.agencies.keys).map(\.description))
    }

    /// The name of each item, in order.
    package func names() throws -> [String] { try tray?.entries().map(\.description) ?? [] }

    /// Whether anything lies there under a name.
    package func has(_ name: String) throws -> Bool { try tray?.has(name) ?? false }

    package func items() throws -> [Item] {
        guard let tray else { return [] }
        return try tray.entries().map { name in
            let lines = try reason(of: name, in: tray)
            return Item(
                name: name.description, code: lines.first ?? "", channel: channel(lines),
                reason: lines.dropFirst(2).joined(separator: " "))
        }
    }

    /// What became of the wish to try something again.
    enum Returned {
        case isNotThere
        /// Nobody looks into the folder that it came by, as where its agency has left, or something else stands there.
        case isNotServed(String)
        /// Something else lies in the inbox folder under the same name.
        case placeIsTaken(String)
        case lies(in: String)
    }

    /// Puts what lies under `name` back into the inbox folder that it came by.
    ///
    /// - Parameter enter: called once everything is back, and before its place here is gone: where a crash comes between, it
    ///   is found again.
    func putBack(_ name: String, _ enter: () throws -> Void) throws -> Returned {
        guard let tray, let folderName = FileName(name), try tray.status(of: folderName)?.kind == .folder else {
            return .isNotThere
        }
        let item = try tray.folder(folderName)
        let channel = channel(try reason(of: folderName, in: tray))
        guard let destination = try destination(channel) else { return .isNotServed("Inbox/\(channel)") }
        let files = try item.entries().filter { $0 != Archive.reasonFile }
        func ownName(_ file: FileName) -> FileName {
            file == Archive.sendersReasonFile ? Archive.reasonFile : file
        }
        var halfMoved: [FileName] = []
        for file in files {
            guard let there = try destination.status(of: ownName(file)) else { continue }
            // A crash may have left it under both names.
            guard let here = try item.status(of: file), there.isSameFile(as: here) else {
                return .placeIsTaken("Inbox/\(channel)/\(ownName(file))")
            }
            halfMoved.append(file)
        }
        for file in files where !halfMoved.contains(file) {
            try item.rename(file, to: destination, as: ownName(file), replacing: false)
        }
        for file in halfMoved { try item.remove(file) }
        try destination.sync()
        try item.sync()
        try enter()
        try tray.removeTree(folderName)
        try tray.sync()
        return .lies(in: "Inbox/\(channel)")
    }

    /// Nil where nobody looks, or no folder stands.
    private func destination(_ channel: String) throws(FileError) -> Folder? {
        guard let inbox, channels.contains(channel) else { return nil }
        do throws(FileError) {
            return try inbox.folder(
                at: channel.split(separator: "/").compactMap { FileName(String($0)) }, create: true, mode: nil)
        } catch {
            guard error.isNotFolder else { throw error }
            return nil
        }
    }

    private func reason(of name: FileName, in tray: Folder) throws -> [String] {
        let item = try tray.folder(name)
        guard try item.status(of: Archive.reasonFile) != nil else { return [] }
        let text = String(decoding: try item.readAll(Archive.reasonFile, limit: 65_536), as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }

    private func channel(_ lines: [String]) -> String {
        let prefix = "from: Inbox/"
        guard lines.count > 1, lines[1].hasPrefix(prefix) else { return "online" }
        return String(lines[1].dropFirst(prefix.count))
    }
}
