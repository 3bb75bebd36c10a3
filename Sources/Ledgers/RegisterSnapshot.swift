import Bytes
import Dossiers
import Files
import Foundation

/// The register as it stood at an entry (`State/ledger/snapshot`), so that a start reads only what came after.
///
/// A line each: a header with the place in the ledger, the register but for its largest parts, those parts, and the digest of all
/// before. One that is not whole, that another version wrote, or whose place is not in the ledger is not used: the ledger alone
/// is the truth, and is then read from its first line.
struct RegisterSnapshot {
    /// To be raised with every change of what the register holds or of how it is folded.
    static let generation = 1
    static let file = FileName.literal("snapshot")
    /// A start that read so many entries makes a new one.
    static let worthwhile = 10_000
    private static let draft = FileName.literal(".snapshot.part")
    private static let partSize = 500
    private static let newline: [UInt8] = [UInt8(ascii: "\n")]

    let register: Register
    let end: LedgerReading.End

    private struct Header: Codable {
        let generation: Int
        let end: LedgerReading.End
    }

    private struct Sum: Codable {
        let sum: Digest
    }

    init(register: Register, end: LedgerReading.End) {
        self.register = register
        self.end = end
    }

    /// Nil where there is none that is whole, of this generation, and of this ledger.
    init?(in folder: Folder, ledger: LedgerReading) throws {
        guard try folder.status(of: Self.file) != nil else { return nil }
        var lines = SegmentLines(try folder.open(Self.file))
        guard let first = try lines.next()?.bytes, let header = Self.decode(Header.self, first),
            header.generation == Self.generation, try ledger.has(header.end),
            let second = try lines.next()?.bytes, var register = Self.decode(Register.self, second)
        else { return nil }
        var hash = SHA256()
        hash.update(first + Self.newline + second + Self.newline)
        while let line = try lines.next()?.bytes {
            if let sum = Self.decode(Sum.self, line) {
                guard sum.sum == hash.finalize() else { return nil }
                self.init(register: register, end: header.end)
                return
            }
            guard let part = Self.decode(Register.Part.self, line) else { return nil }
            register.add(part)
            hash.update(line + Self.newline)
        }
        return nil
    }

    /// Replaces an older one by one rename.
    func write(in folder: Folder) throws {
        if try folder.status(of: Self.draft) != nil { try folder.remove(Self.draft) }
        var file = try folder.create(Self.draft)
        var hash = SHA256()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func line(_ value: some Encodable) throws -> [UInt8] { Array(try encoder.encode(value)) + Self.newline }
        for bytes in [try line(Header(generation: Self.generation, end: end)), try line(register)] {
            hash.update(bytes)
            try file.write(bytes)
        }
        try forEachPart { part in
            let bytes = try line(part)
            hash.update(bytes)
            try file.write(bytes)
        }
        try file.write(line(Sum(sum: hash.finalize())))
        try file.sync()
        try file.close()
        try folder.rename(Self.draft, to: folder, as: Self.file, replacing: true)
        try folder.sync()
    }

    private func forEachPart(_ body: (Register.Part) throws -> Void) throws {
        var part = Register.Part()
        for dossier in register.dossiers.values {
            part.dossiers.append(dossier)
            if part.dossiers.count == Self.partSize {
                try body(part)
                part = Register.Part()
            }
        }
        for (id, known) in register.submissions {
            part.submissions[id] = known
            if part.submissions.count == Self.partSize {
                try body(part)
                part = Register.Part()
            }
        }
        for (id, content) in register.messages {
            part.messages[id] = content
            if part.messages.count == Self.partSize {
                try body(part)
                part = Register.Part()
            }
        }
        try body(part)
    }

    /// Nil for what is no such value: then the snapshot is not used.
    private static func decode<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
        try? JSONDecoder().decode(type, from: Data(line))
    }
}
