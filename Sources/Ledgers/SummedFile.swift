import Bytes
import Dossiers
package import Files

/// A file of which a part can be read and trusted: each block has a digest, and the digests have one together.
///
/// Behind the blocks stand eight bytes of each one's digest, a head of the writer's own, and a last line that says where they
/// begin and what their digest is.
package final class SummedFile: Sendable {
    /// What was written is not what is there, or nothing whole was.
    package struct Damaged: Error, CustomStringConvertible {
        package init() {}
        /// Of the snapshot, which is read bit by bit: what is `counted` is read whole, and made anew at once.
        package var description: String {
            "State/ledger/snapshot is damaged; the next start of hoso makes it anew from the ledger"
        }
    }

    /// Small, since a search digests one each time.
    static let blockSize = 2000
    static let sumSize = 8
    fileprivate static let digits = 15
    fileprivate static let lastLine = 2 * (digits + 1) + 64 + 1
    private static let mostHead = 4 << 20

    /// What the writer wanted to be known of it.
    package let head: [UInt8]
    private let file: ReadableFile
    /// How many bytes can be read.
    package let bodySize: Int
    /// The beginning of each block's digest.
    private let sums: [UInt64]

    /// Throws `Damaged` where it is not whole.
    package init(_ file: ReadableFile) throws {
        guard file.count > Self.lastLine else { throw Damaged() }
        let line = try file.read(at: file.count - Self.lastLine, count: Self.lastLine)
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard line.last == UInt8(ascii: "\n"), words.count == 3, let bodySize = Int(words[0]),
            let headSize = Int(words[1]), (0...file.count).contains(bodySize),
            let digest = Digest(hexadecimal: String(words[2].dropLast()))
        else { throw Damaged() }
        let blocks = (bodySize + Self.blockSize - 1) / Self.blockSize
        guard (0...Self.mostHead).contains(headSize), blocks <= file.count / Self.sumSize,
            bodySize + blocks * Self.sumSize + headSize + Self.lastLine == file.count
        else { throw Damaged() }
        let rest = try file.read(at: bodySize, count: blocks * Self.sumSize + headSize)
        guard SHA256.digest(of: rest) == digest else { throw Damaged() }
        self.file = file
        self.bodySize = bodySize
        sums = (0..<blocks).map { block in
            rest[block * Self.sumSize..<(block + 1) * Self.sumSize].reduce(0) { $0 << 8 | UInt64($1) }
        }
        head = Array(rest.dropFirst(blocks * Self.sumSize))
    }

    /// Nil where none has the name, or what has it cannot be opened as a file: what it would hold can be made anew.
    package convenience init?(_ name: FileName, in folder: Folder) throws {
        guard try folder.status(of: name) != nil else { return nil }
        do {
            try self.init(try folder.open(name))
        } catch let error as FileError where error.isNotRegular || error.isForbidden {
            return nil
        }
    }

    /// Throws `Damaged` where any block has changed.
    func checkAll() throws {
        let together = 256 * Self.blockSize
        for start in stride(from: 0, to: bodySize, by: together) {
            _ = try read(at: start, count: min(together, bodySize - start))
        }
    }

    /// Throws `Damaged` where a block that it touches has changed.
    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        let first = offset / Self.blockSize
        let last = (offset + count - 1) / Self.blockSize
        let start = first * Self.blockSize
        let bytes = try file.read(at: start, count: min((last + 1) * Self.blockSize, bodySize) - start)
        for block in first...last {
            let part = (block - first) * Self.blockSize
            let sum = SHA256.digest(of: bytes.span.extracting(part..<min(part + Self.blockSize, bytes.count))).firstWord
            guard sum == sums[block] else { throw Damaged() }
        }
        return offset == start && count == bytes.count
            ? bytes : Array(bytes[(offset - start)..<(offset - start + count)])
    }
}

/// Writes a summed file from its beginning to its end.
package struct SummedWriter: ~Copyable {
    private var file: WritableFile
    private var block: [UInt8] = []
    private var sums: [UInt8] = []
    package private(set) var count = 0

    package init(_ file: consuming WritableFile) { self.file = file }

    package mutating func write(_ bytes: ArraySlice<UInt8>) throws {
        count += bytes.count
        var rest = bytes
        if !block.isEmpty {
            let part = rest.prefix(SummedFile.blockSize - block.count)
            block += part
            rest = rest.dropFirst(part.count)
            guard block.count == SummedFile.blockSize else { return }
            var whole: [UInt8] = []
            swap(&whole, &block)
            try put(whole.span)
            whole.removeAll(keepingCapacity: true)
            block = whole
        }
        // Whole blocks go on as they lie there.
        while rest.count >= SummedFile.blockSize {
            let part = rest.prefix(SummedFile.blockSize)
            try put(part.span)
            rest = rest.dropFirst(part.count)
        }
        block += rest
    }

    private mutating func put(_ block: Span<UInt8>) throws {
        sums += SHA256.digest(of: block).bytes.prefix(SummedFile.sumSize)
        try file.write(block)
    }

    /// Writes what stands behind the blocks, and waits until all of it is on the disk.
    package consuming func finish(head: [UInt8]) throws {
        let last = block
        if !last.isEmpty { try put(last.span) }
        let rest = sums + head
        let place = "\(padded(count, SummedFile.digits)) \(padded(head.count, SummedFile.digits)) "
        try file.write(rest)
        try file.write(Array("\(place)\(SHA256.digest(of: rest))\n".utf8))
        try file.sync()
        try file.close()
    }
}

extension Folder {
    /// Gives a summed file that was written its name, for good.
    ///
    /// A folder that stands there, which is none of ours, is kept beside it; anything else is only an older one.
    package func replace(_ name: FileName, by draft: FileName) throws(FileError) {
        if try status(of: name)?.kind == .folder {
            var aside = FileName.literal("\(name)-folder")
            while try status(of: aside) != nil { aside = FileName.literal("\(aside)-") }
            try rename(name, to: self, as: aside, replacing: false)
        }
        try rename(draft, to: self, as: name, replacing: true)
        try sync()
    }
}
