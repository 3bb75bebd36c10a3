package import Bytes
import Dossiers
package import Files

/// The number and digest of the last entry, kept beside the ledger (`State/ledger/head`): a second witness of where it ends.
///
/// Written after each commit and not synced, since it is a hint: after a power cut it may be old, but tells of nothing that
/// was not committed. One that cannot be read says nothing.
package struct LedgerHead: Sendable, Equatable {
    package let number: Int
    package let digest: Digest

    static let file = FileName.literal("head")
    private static let sumDigits = 16

    init(number: Int, digest: Digest) {
        self.number = number
        self.digest = digest
    }

    /// What stands in a ledger's folder; nil where nothing does, or nothing whole.
    package init?(in folder: Folder) throws(FileError) {
        guard try folder.status(of: Self.file) != nil else { return nil }
        let text = String(decoding: try folder.readAll(Self.file, limit: 4096), as: UTF8.self)
        let words = text.split(separator: "\n").first?.split(separator: " ") ?? []
        guard words.count == 3, let number = Int(words[0]), let digest = Digest(hexadecimal: String(words[1])) else {
            return nil
        }
        self.init(number: number, digest: digest)
        guard words[2] == sum else { return nil }
    }

    func write(in folder: Folder) throws(FileError) {
        // Always as long as before, so that nothing of an older one is left behind it.
        try folder.overwrite(Self.file, with: bytes)
    }

    /// In the place of one that told of more: what the ledger lacks is given up.
    func writeDurably(in folder: Folder) throws(FileError) { try folder.replaceDurably(Self.file, with: bytes) }

    private var bytes: [UInt8] { Array("\(padded(number, 16)) \(digest) \(sum)\n".utf8) }

    private var sum: Substring {
        SHA256.digest(of: Array("\(number) \(digest)".utf8)).description.prefix(Self.sumDigits)
    }
}
