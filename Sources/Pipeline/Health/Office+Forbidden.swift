import Dossiers
import Files
import Intake

/// What lies in the inbox and rights keep from us: told to the department, and left where it lies, since only whoever dropped it
/// can mend that (FS12).
extension Office {
    private static let forbiddenIncident = "arrivals-forbidden:"
    /// So many names of a folder's stand in a letter.
    private static let mostNamed = 5

    func watchForbidden() throws {
        try claims.forgetGone()
        for item in claims.forbidden.subtracting(toldForbidden).map({ "\($0.channel)/\($0.name)" }).sorted() {
            say(LogEvent(.notTouched, "not taken, since we may not read or move it: Inbox/\(open: item)"))
        }
        toldForbidden = claims.forbidden
        let folders = Dictionary(grouping: claims.forbidden, by: \.channel)
        for channel in channels {
            let kind = "\(Self.forbiddenIncident)\(channel)"
            guard let items = folders[channel] else {
                if incidents.contains(kind), try isFree(channel) { try closeIncident(kind) }
                continue
            }
            let names = items.map { "«\($0.name)»" }.sorted()
            let rest = names.count > Self.mostNamed ? " and \(names.count - Self.mostNamed) more" : ""
            try openIncident(
                kind,
                effect:
                    "Rights keep hoso from what lies in Inbox/\(channel): \(names.prefix(Self.mostNamed).joined(separator: ", "))\(rest). "
                    + "It stays there until whoever dropped it gives it to the folder's group: files to be read, folders to be written (chgrp, chmod g+rX, g+w on folders; or a umask of 007).",
                concerning: channel.agency == nil ? 0 : nil)
        }
    }

    /// Whether rights keep nothing from us there; after a start nobody has asked that yet of what is still to settle.
    private func isFree(_ channel: Channel) throws -> Bool {
        let folder: Folder
        do throws(FileError) {
            folder = try inbox.folder(at: channel.path)
        } catch {
            // One that stands there and is kept from us is told itself.
            return error.isNotFound
        }
        return try folder.entries().allSatisfy { try $0.bytes.first == UInt8(ascii: ".") || folder.mayTake($0) }
    }
}
