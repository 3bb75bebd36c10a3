import Bytes
import Files

/// The files in a folder, found by composed Unicode, or by the size or digest of what a form calls otherwise.
struct PresentFiles {
    private let names: [String: FileName]
    private let sizes: [FileName: Int]
    private let form: FileName?

    /// - Parameter sizes: of each file, by its name.
    init(sizes: [FileName: Int], form: FileName?) {
        self.sizes = sizes
        self.form = form
        names = Dictionary(sizes.keys.compactMap { name in name.text.map { ($0, name) } }) { first, _ in first }
    }

    func find(_ name: String) -> FileName? { names[name] }

    func size(of name: FileName) -> Int? { sizes[name] }

    /// Whether the form misses none of its files; nil where this look may read no more.
    ///
    /// What is not there by its name may be any file of no other's name that has the declared size, where a digest is declared
    /// that tells them apart once they are read; where no size is declared, the digest must be that of such a file.
    func hold(all needs: [FormNeed], in folder: Folder, _ round: inout InboxRound) throws -> Bool? {
        let absent = needs.filter { find($0.name) == nil }
        guard !absent.isEmpty else { return true }
        guard absent.allSatisfy({ $0.digest != nil }) else { return false }
        let named = Set(needs.compactMap { find($0.name) } + own)
        let others = sizes.filter { !named.contains($0.key) }
        var free: [Int: Int] = [:]
        for size in others.values { free[size, default: 0] += 1 }
        for size in absent.compactMap(\.size) {
            guard let left = free[size], left > 0 else { return false }
            free[size] = left - 1
        }
        let sought = absent.filter { $0.size == nil }.compactMap(\.digest)
        guard !sought.isEmpty else { return true }
        guard !others.isEmpty else { return false }
        let most = InboxRound.mostBytes
        let bytes = others.values.reduce(0) { min($0 + min($1, most), most + 1) }
        // As much is read for no form: what it misses is waited for.
        guard bytes <= most else { return false }
        guard round.mayRead(bytes) else { return nil }
        return Set(sought).isSubset(of: try others.keys.compactMap { try Self.digest(of: $0, in: folder) })
    }

    /// The form, and the signature that may lie beside it.
    private var own: [FileName] {
        form.map { [$0, find(FormNeed.signature(of: $0).name)].compactMap(\.self) } ?? []
    }

    /// Nil where it cannot be read.
    private static func digest(of name: FileName, in folder: Folder) throws -> Digest? {
        do {
            return try SHA256.digest(of: try folder.open(name, alone: true))
        } catch let error as FileError where error.isSendersFault {
            return nil
        } catch is ParseError {
            return nil
        }
    }
}
