package import Bytes
package import Documents
package import Files
import Signatures
private import Synchronization

/// Every file of a claim as it may be sent on: what lies there, and what its form carries inside.
package struct PackageFiles: Sendable {
    package struct File: Sendable {
        package enum Place: Sendable {
            case file(ReadableFile, in: Folder, name: FileName)
            case source(any ByteSource)
            case packed(ZIPArchive, ZIPEntry)
        }

        /// As it came; for a file inside the form, as the form calls it.
        package let name: String
        package let place: Place
        package let isForm: Bool
        /// Of its bytes, where they were unpacked anyway.
        package var known: Digest?
    }

    package let files: [File]

    /// Opens what lies in a claim's folder, in the inbox's or the archive's.
    ///
    /// Throws where the claim cannot be read, which it could when it was examined.
    ///
    /// - Parameter asBefore: whether it was taken when what systems lay in archives counted.
    package init(claim: Folder, limits: Limits, asBefore: Bool = false) throws {
        let contents = try PackageContents(claim: claim, limits: limits, isOurs: true, asBefore: asBefore)
        var files: [File] = []
        if let form = contents.form {
            let place = try Self.place(form)
            let (known, carried) = try Self.inlineFiles(of: place, limits: limits)
            files.append(File(name: form.name, place: place, isForm: true, known: known))
            files += carried
        }
        files += try ([contents.signature].compactMap(\.self) + contents.files).map {
            File(name: $0.name, place: try Self.place($0), isForm: false)
        }
        self.files = files
    }

    private static func place(_ item: PackageContents.Item) throws -> File.Place {
        switch item.place {
        case .file(let folder, let name): .file(try folder.open(name), in: folder, name: name)
        case .memory(let bytes): .source(MemorySource(bytes))
        case .packed(let archive, let entry): .packed(archive, entry)
        }
    }

    /// Forms that are large, of which one at a time is taken apart.
    private static let taking = Mutex(())
    private static let largeForm = 10_000_000

    /// What the form carries, and its digest where it was unpacked for that.
    private static func inlineFiles(of form: File.Place, limits: Limits) throws -> (Digest?, [File]) {
        guard form.size > largeForm else { return try taken(form, limits: limits) }
        return try taking.withLock { _ in try taken(form, limits: limits) }
    }

    private static func taken(_ form: File.Place, limits: Limits) throws -> (Digest?, [File]) {
        let source: any ByteSource
        var known: Digest?
        switch form {
        case .file(let file, _, _): source = file
        case .source(let memory): source = memory
        case .packed(let archive, let entry):
            let bytes = try archive.contents(of: entry, limit: limits.formBytes)
            known = SHA256.digest(of: bytes)
            source = MemorySource(bytes)
        }
        guard let document = try document(of: source, limits: limits) else { return (known, []) }
        let root = XMLFormElement.find(in: document)
        let carried: [File] = try (root?.first("attachments")?.children("attachment") ?? []).compactMap { element in
            guard let content = element.first("content"), let name = element.attribute("file") else { return nil }
            return File(
                name: name, place: .source(try content.carriedFile(in: source)), isForm: false)
        }
        return (known, carried)
    }

    /// A form that carries something inside, without what it carries; nil for any other.
    private static func document(of form: any ByteSource, limits: Limits) throws -> XMLDocument? {
        guard form.count <= limits.formBytes else { throw ParseError(.limits, "a form has \(form.count) bytes") }
        let bytes = try form.read(at: 0, count: form.count)
        // Most forms carry nothing inside: a look for the word is cheaper than a parse.
        guard bytes[...].firstOffset(of: Array("content".utf8)) != nil else { return nil }
        return try XMLDocument.outline(bytes, limits: limits)
    }
}

extension PackageFiles.File.Place {
    /// In bytes, unpacked.
    package var size: Int {
        switch self {
        case .file(let file, _, _): file.count
        case .source(let source): source.count
        case .packed(_, let entry): entry.size
        }
    }
}
