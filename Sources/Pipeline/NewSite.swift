import Files
import Settings

/// Makes a new site with the sample configuration.
package enum NewSite {
    /// Throws `FolderInUse` where the folder holds something already.
    package static func make(
        at path: String, changing: (String, [UInt8]) -> [UInt8] = { $1 }
    ) throws {
        let root = try Folder(path: path, create: true)
        guard try root.entries().isEmpty else { throw FolderInUse(path: path) }
        for folder in SampleSite.folders { _ = try root.folder(at: steps(folder), create: true) }
        for (file, bytes) in SampleSite.files {
            var way = steps(file)
            guard let name = way.popLast() else { continue }
            let folder = try root.folder(at: way, create: true)
            try folder.replaceDurably(name, with: changing(file, bytes), mode: 0o644)
        }
    }

    private static func steps(_ path: String) -> [FileName] {
        path.split(separator: "/").map { FileName.literal(String($0)) }
    }
}
