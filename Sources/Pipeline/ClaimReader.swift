import Bytes
import Documents
import Files
import Intake

/// Reads one claim, and turns what cannot be read into a value: a bad package delays no good one.
struct ClaimReader: Sendable {
    private let packages: PackageReader

    init(schema: XMLSchema, limits: Limits) { packages = PackageReader(schema: schema, limits: limits) }

    /// Throws only where our own disk fails.
    func read(_ claim: Claim) throws -> Read {
        do {
            return .package(try packages.read(claim: claim.folder, channel: claim.channel))
        } catch let error as ParseError {
            let isStray = error.code == .layout ? try standsAlone(claim) : false
            return isStray ? .stray : .unreadable(error)
        } catch let error as FileError where error.isNotRegular || error.isTooLarge || error.isShortened {
            // What the sender put there is at fault, not our disk.
            return .unreadable(ParseError(.layout, error.description))
        }
    }

    /// The same of contents that lie elsewhere; throws a `ParseError` where they cannot be read.
    func read(contents: PackageContents) throws -> Package { try packages.read(contents, channel: .online) }

    /// A file alone that is neither form nor archive.
    private func standsAlone(_ claim: Claim) throws -> Bool {
        let names = try claim.folder.entries()
        guard names.count == 1, let name = names.first, let status = try claim.folder.status(of: name) else {
            return false
        }
        return ArrivalKind(name: name, status: status) == .scan
    }
}
