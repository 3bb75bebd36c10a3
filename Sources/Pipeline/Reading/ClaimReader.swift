import Bytes
import Documents
import Files
import Intake

/// Reads one claim, and turns what cannot be read into a value: a bad package delays no good one.
struct ClaimReader: Sendable {
    private static let pieceBytes = 1_000_000

    private let packages: PackageReader
    private let isOurs: Bool
    private let mostBytes: Int

    /// - Parameters:
    ///   - isOurs: whether claims were read before, so that a file's second name is one that we gave it.
    ///   - asBefore: whether in an archive or a folder only a file's name says which it is, as when it was taken.
    init(schema: XMLSchema?, limits: Limits, isOurs: Bool = false, asBefore: Bool = false) {
        packages = PackageReader(schema: schema, limits: limits, asBefore: asBefore)
        self.isOurs = isOurs
        mostBytes = limits.packageBytes
    }

    /// Throws only where our own disk fails.
    func read(_ claim: Claim) throws -> Read {
        do {
            return .package(try packages.read(claim: claim.folder, channel: claim.channel, isOurs: isOurs))
        } catch let error as ParseError {
            guard error.code == .layout, try standsAlone(claim) else { return .unreadable(error) }
            return try alone(claim)
        } catch let error as FileError where error.isSendersFault && !error.isForbidden {
            // What the sender put there is at fault, not our disk.
            return .unreadable(ParseError(.layout, error.description))
        }
    }

    /// What is said of a claim that the sender keeps us from reading; nil where all its bytes can be had.
    ///
    /// Looks at none of them, and throws where our own disk fails.
    func hindered(_ claim: Claim) throws -> Read? {
        do {
            try fetchAll(in: claim.folder, deeper: 1)
            return nil
        } catch let error as FileError {
            guard error.isSendersFault else { throw error }
            return .unreadable(
                ParseError(.layout, error.isForbidden ? "its owner or mode lets nobody read it" : error.description))
        }
    }

    private func fetchAll(in folder: Folder, deeper levels: Int) throws {
        for name in try folder.entries(most: Folder.mostMembers) ?? [] {
            guard let status = try folder.status(of: name) else { continue }
            if status.kind == .folder, levels > 0 {
                try fetchAll(in: folder.folder(name), deeper: levels - 1)
            } else {
                let file = try folder.open(name)
                // What is larger than a package may be is not read by anybody.
                let count = min(file.count, mostBytes)
                for offset in stride(from: 0, to: count, by: Self.pieceBytes) {
                    _ = try file.read(at: offset, count: min(Self.pieceBytes, count - offset))
                }
            }
        }
    }

    /// The same of contents that lie elsewhere; throws a `ParseError` where they cannot be read.
    func read(contents: PackageContents) throws -> Package { try packages.read(contents, channel: .online) }

    private func alone(_ claim: Claim) throws -> Read {
        do {
            return .stray(try packages.readAlone(claim: claim.folder, isOurs: isOurs))
        } catch let error as FileError where error.isSendersFault && !error.isForbidden {
            return .unreadable(ParseError(.layout, error.description))
        }
    }

    /// A file alone that is neither form nor archive.
    private func standsAlone(_ claim: Claim) throws -> Bool {
        let names = try claim.folder.entries()
        guard names.count == 1, let name = names.first, let status = try claim.folder.status(of: name) else {
            return false
        }
        return ArrivalKind(name: name, status: status, isOurs: isOurs) == .scan
    }
}
