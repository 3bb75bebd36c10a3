package import Files
import Settings
package import Signatures

/// Makes a new site with the sample configuration.
package enum NewSite {
    /// Without `openssl` the site asks only that signatures are intact, since nobody could tell whether they are valid.
    ///
    /// What `changing` makes nil of is left out. Throws `FolderInUse` where the folder holds something already.
    package static func make(
        at path: String, openssl: OpenSSL? = .installed, calls: any SystemCalls = LinuxCalls(),
        changing: (String, [UInt8]) -> [UInt8]? = { $1 }
    ) throws {
        let root = try Folder(path: path, create: true, calls: calls)
        guard try root.entries().isEmpty else { throw FolderInUse(path: path) }
        for folder in SampleSite.folders { _ = try root.folder(at: steps(folder), create: true) }
        for (file, bytes) in SampleSite.files {
            var way = steps(file)
            guard let name = way.popLast() else { continue }
            let sample = openssl == nil && file == "config/hoso.xml" ? withoutOpenSSL(bytes) : bytes
            guard let changed = changing(file, sample) else { continue }
            try root.folder(at: way, create: true).replaceDurably(name, with: changed, mode: 0o644)
        }
    }

    private static func withoutOpenSSL(_ settings: [UInt8]) -> [UInt8] {
        Array(String(decoding: settings, as: UTF8.self).replacing("require=\"valid\"", with: "require=\"intact\"").utf8)
    }

    private static func steps(_ path: String) -> [FileName] {
        path.split(separator: "/").map { FileName.literal(String($0)) }
    }
}
