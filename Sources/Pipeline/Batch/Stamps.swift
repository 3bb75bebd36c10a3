import Files
import Intake

/// What a claim's files look like, so that one that was written to after the claim shows (FS4, FS5).
struct Stamps: Equatable {
    private struct Item: Equatable {
        let name: FileName
        /// Its own, and where it is a folder those of what lies in it.
        var stamps: [Stamp]
    }

    /// In the order of their names.
    private var items: [Item] = []
    /// What lies at the top.
    var names: some Collection<FileName> { items.lazy.map(\.name) }
    /// Of all files together, as the folders tell them.
    private(set) var bytes = 0

    init(of claim: Folder) throws(FileError) {
        for name in try claim.entries() {
            guard let status = try claim.status(of: name) else { continue }
            var item = Item(name: name, stamps: [Stamp(status)])
            defer { items.append(item) }
            guard status.kind == .folder else {
                count(status)
                continue
            }
            do throws(FileError) {
                let inner = try claim.folder(name)
                // Of more than that none is read, so that none needs to stay as it was.
                for member in try inner.entries(most: Folder.mostMembers) ?? [] {
                    guard let status = try inner.status(of: member) else { continue }
                    item.stamps.append(Stamp(status))
                    count(status)
                }
            } catch  where error.isForbidden || error.isNotFound || error.isNotFolder {
                // Nothing of it can be read either, which reading says.
            }
        }
    }

    private mutating func count(_ status: FileStatus) { bytes += min(status.size, Int.max / 2 - bytes) }
}
