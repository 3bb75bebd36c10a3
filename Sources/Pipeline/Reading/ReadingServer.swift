import Bytes
import Documents
import Files
import Intake

/// The work of a process that reads for the house: `hoso` started by itself, without a name or a page in the help.
///
/// It holds nothing worth having: no site, no key, no network, no right to write, and of the disk only what it is lent.
package enum ReadingServer {
    /// The word by which the program is started as one.
    package static let command = "reading-process"
    /// A request is small but for the schema.
    private static let requestBytes = 64_000_000

    /// Serves until the house has gone.
    package static func run() throws {
        let house = House()
        guard let (message, roots) = try house.next(limit: requestBytes),
            case .open(let schema, let limits) = try ReadingRequest(wired: message, room: requestBytes)
        else { return }
        // Everything that the program needs of the disk is read before the seal.
        let reader = ClaimReader(schema: try XMLSchema(schema, name: "package.xsd"), limits: limits)
        let peeker = Peeker(limits: limits)
        let holds = try Seal.close(reading: roots, memory: limits.readMemory)
        // A seal that shuts out what was lent is our failure, and to be known before it is taken for that of a claim.
        for root in roots { _ = try root.entries(most: 1) }
        try house.answer(ReadingAnswer.sealed(holds).wired)
        while let (message, lent) = try house.next(limit: requestBytes) {
            let request = try ReadingRequest(wired: message, room: requestBytes)
            guard let folder = lent.first else { return }
            try house.answer(serve(request, folder, reader, peeker).wired)
        }
    }

    private static func serve(
        _ request: ReadingRequest, _ folder: Folder, _ reader: ClaimReader, _ peeker: Peeker
    ) -> ReadingAnswer {
        do {
            switch request {
            case .open: return .failed
            case .read(let channel):
                return answer(try reader.read(Claim(id: "lent", channel: channel, folder: folder)))
            case .needs(let form): return .needs(try peeker.needs(folder, form))
            case .isMissingItsEnd(let file): return .truth(try peeker.isMissingItsEnd(folder, file))
            case .isMissingFromArchive(let archive):
                return .truth(try peeker.isMissingFromArchive(folder, archive))
            case .senders(let names): return .senders(try peeker.senders(folder, names))
            }
        } catch {
            // Words of a process that may not be itself any more are for nobody to read.
            return .failed
        }
    }

    private static func answer(_ read: Read) -> ReadingAnswer {
        switch read {
        case .package(let package): .package(package)
        case .unreadable(let error):
            .unreadable(code: error.code, message: error.message, offset: error.offset, line: error.line)
        case .stray(let paper): .stray(paper)
        case .written, .unfinished: .failed
        }
    }
}
