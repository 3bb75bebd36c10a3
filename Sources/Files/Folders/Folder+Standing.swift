private import Glibc

/// Looking for folders without making any.
extension Folder {
    /// A folder of the configuration; nil where it is not there.
    package static func standing(
        at path: String, calls: any SystemCalls = LinuxCalls()
    ) throws(FileError) -> Folder? {
        do throws(FileError) {
            return try Folder(path: path, calls: calls)
        } catch  where error.isNotFound {
            return nil
        }
    }

    /// The folder at the end of some steps down; nil where it, or one on the way, is not there.
    package func standing(at steps: [FileName]) throws(FileError) -> Folder? {
        do throws(FileError) {
            return try folder(at: steps)
        } catch  where error.isNotFound {
            return nil
        }
    }

    /// The last folder on a path of the configuration that is there, and the steps on from it that are not.
    package static func nearest(
        to path: String, calls: any SystemCalls = LinuxCalls()
    ) throws(FileError) -> (folder: Folder, missing: [FileName]) {
        var base = path[...]
        var missing: [FileName] = []
        while true {
            if let folder = try standing(at: String(base), calls: calls) { return (folder, missing.reversed()) }
            while base.count > 1, base.last == "/" { base.removeLast() }
            let name = base.lastIndex(of: "/").map(base.index(after:)) ?? base.startIndex
            guard base != ".", let step = FileName(String(base[name...])) else {
                throw FileError("Making", path, .notAName)
            }
            missing.append(step)
            base = name == base.startIndex ? "." : base[..<name]
        }
    }

    /// Throws where a folder of the configuration is not there and could not be made, as far as rights tell.
    package static func expectToMake(_ path: String, calls: any SystemCalls = LinuxCalls()) throws(FileError) {
        let (folder, missing) = try nearest(to: path, calls: calls)
        guard let first = missing.first else { return }
        // A link to a disk that is gone has the name.
        if let status = try folder.status(of: first) { throw FileError("Making", path, .notFolder(status.kind)) }
        guard folder.mayBeWritten else { throw FileError("Making", path, .system(EACCES)) }
    }
}
