import Files
import Intake

extension Claim {
    /// The bytes of its files as the folder tells them; one level of folders within is looked into.
    func size() throws(FileError) -> Int {
        var total = 0
        func add(_ status: FileStatus) { total += min(status.size, Int.max / 2 - total) }
        for name in try folder.entries() {
            guard let status = try folder.status(of: name) else { continue }
            guard status.kind == .folder else {
                add(status)
                continue
            }
            do throws(FileError) {
                let inner = try folder.folder(name)
                for name in try inner.entries(most: Folder.mostMembers) ?? [] {
                    if let status = try inner.status(of: name) { add(status) }
                }
            } catch  where error.isForbidden || error.isNotFound || error.isNotFolder {
                // Nothing of it can be read either, which reading says.
            }
        }
        return total
    }
}
