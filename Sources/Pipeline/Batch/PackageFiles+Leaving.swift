import Bytes
import Delivery
import Documents
import Files
import Intake

extension DeliveredFile.Place {
    init(_ file: PackageFiles.File) {
        self =
            switch file.place {
            case .file(let file, let folder, let name): .file(file, in: folder, name: name)
            case .source(let source): .source(source)
            case .packed(let archive, let entry): .packed(archive, entry)
            }
    }
}

/// A file of a claim on its way out.
extension PackageFiles.File {
    var size: Int { place.size }

    func copy(to sink: inout OutboxFile) throws {
        switch place {
        case .file(let source, _, _): try sink.write(contentsOf: source)
        case .source(let source): try sink.write(contentsOf: source)
        case .packed(let archive, let entry): try archive.read(entry) { try sink.write($0) }
        }
    }

    func digest() throws -> Digest {
        if let known { return known }
        switch place {
        case .file(let source, _, _): return try SHA256.digest(of: source)
        case .source(let source): return try SHA256.digest(of: source)
        case .packed(let archive, let entry):
            var hash = SHA256()
            try archive.read(entry) { hash.update($0) }
            return hash.finalize()
        }
    }
}
