package import Dossiers
import Files

/// What a start after a crash does with what the run before it staged.
extension Outbox {
    /// Has these folders synced, whether or not anything was changed in them since the start.
    package func makeLastAgain(_ paths: [String]) throws {
        for path in paths { if let folder = try folders.existing(path) { unsynced.insert(folder) } }
    }

    /// Publishes after a crash, which may have left the file under both names.
    package func publishAgain(_ output: Output, claim: String, position: Int) throws -> Bool {
        let (folder, name, source) = try places(output.path)
        let hidden = HiddenName.make(claim: claim, position: position)
        guard let staged = try source.status(of: hidden) else { return true }
        if let there = try folder.status(of: name), there.isSameFile(as: staged) {
            try source.remove(hidden)
            unsynced.insert(left: source)
            return true
        }
        return try publish(output, claim: claim, position: position)
    }

    /// Removes hidden files of claims that were never committed; says how many there were.
    package func removeAbandoned(below paths: [String], isCommitted: (String) -> Bool) throws -> Int {
        var removed = 0
        for path in paths {
            for (folder, name, claim) in try hidden(below: path) where !isCommitted(claim) {
                try folder.removeTree(name, links: true)
                removed += 1
            }
        }
        return removed
    }

    private func hidden(below path: String) throws -> [(Folder, FileName, claim: String)] {
        guard let folder = try folders.existing(path) else { return [] }
        return try folder.entries().compactMap { name in
            HiddenName.claim(of: name).map { (folder, name, $0) }
        }
    }
}
