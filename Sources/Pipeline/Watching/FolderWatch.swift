import Files
import Intake

/// Says of a folder what appeared or changed in it and has been quiet from one look to the next.
package struct FolderWatch {
    private let path: String
    /// By name: what it looked like at the last look, and whether it was told.
    private var seen: [FileName: (stamps: [Stamp], isTold: Bool)] = [:]

    package init(_ path: String) { self.path = path }

    /// The names that settled since the last call; throws where the folder cannot be listed.
    package mutating func settled() throws -> [String] {
        let folder = try Folder(path: path)
        var settled: [String] = []
        var now: [FileName: (stamps: [Stamp], isTold: Bool)] = [:]
        for name in try folder.entries() {
            guard let text = name.text, let status = try folder.status(of: name),
                ![.irregular, .unfinished].contains(ArrivalKind(name: name, status: status))
            else { continue }
            let stamps = [Stamp(status)] + (status.kind == .folder ? try inner(folder, name) : [])
            let known = seen[name]
            let isQuiet = known?.stamps == stamps
            let isTold = isQuiet && known?.isTold == true
            if isQuiet, !isTold { settled.append(text) }
            now[name] = (stamps, isQuiet)
        }
        seen = now
        return settled
    }

    private func inner(_ folder: Folder, _ name: FileName) throws -> [Stamp] {
        let inner = try folder.folder(name)
        return try inner.entries().compactMap { try inner.status(of: $0) }.map { Stamp($0) }
    }
}
