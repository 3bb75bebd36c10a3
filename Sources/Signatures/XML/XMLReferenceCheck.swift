import Bytes
import Documents

/// Digests what references point at, never the same thing twice, and never more than the limit in all.
struct XMLReferenceCheck {
    private let document: XMLDocument
    private let outline: XMLOutline
    private let files: SignedFiles
    private let limits: Limits
    private var bytesLeft: Int
    private var known: [Key: Outcome] = [:]
    /// The bytes of the first reference to the document that was digested, where they are few: most likely the form's, which else is
    /// written once more.
    private var written: (key: Key, bytes: [UInt8])?
    private static let mostWritten = 1 << 20

    /// All that a digest depends on.
    private struct Key: Hashable {
        let target: XMLReference.Target
        let transforms: [XMLTransform]
        let hash: HashAlgorithm
        /// Where a transform leaves out the reference's own signature: its number.
        let signature: Int?

        init(_ reference: XMLReference, _ hash: HashAlgorithm, in signature: Int) {
            target = reference.target
            transforms = reference.transforms
            self.hash = hash
            self.signature = transforms.contains(.withoutOwnSignature) ? signature : nil
        }
    }

    private enum Outcome {
        case digest([UInt8])
        case fault(Fact)
    }

    init(_ document: XMLDocument, _ outline: XMLOutline, files: SignedFiles, limits: Limits) {
        self.document = document
        self.outline = outline
        self.files = files
        self.limits = limits
        bytesLeft = limits.xmlSignedBytes
    }

    /// Whether the digest of a reference fits.
    ///
    /// Throws what a file's source throws where our own disk fails.
    mutating func fact(of reference: XMLReference, in signature: Int) throws -> Fact {
        guard let hash = reference.hash else { return .undetermined("digest-method-unknown") }
        guard hash != .md5 else { return .undetermined("digest-method-not-computed") }
        guard let claimed = reference.digest else { return .failed("digest-malformed") }
        guard reference.transforms.count <= limits.xmlTransforms else { return .undetermined("over-limit") }
        let key = Key(reference, hash, in: signature)
        let outcome: Outcome
        if let found = known[key] {
            outcome = found
        } else {
            outcome = try digest(of: reference, key, in: signature)
            known[key] = outcome
        }
        switch outcome {
        case .fault(let fact): return fact
        case .digest(let digest): return digest == claimed ? .passed : .failed("digest-mismatch")
        }
    }

    /// The bytes that a reference's digest is of: those that were digested, or digested as they are handed out; nil where it does
    /// not fit.
    mutating func bytes(of reference: XMLReference, in signature: Int) throws -> [UInt8]? {
        guard let hash = reference.hash else { return nil }
        let key = Key(reference, hash, in: signature)
        if let written, written.key == key, case .digest(let digest)? = known[key], bytesLeft >= 0 {
            return digest == reference.digest ? written.bytes : nil
        }
        do {
            let bytes = try content(of: reference, in: signature).bytes(limits: limits)
            return MessageDigest.digest(hash, of: bytes) == reference.digest ? bytes : nil
        } catch is XMLContent.Fault {
            return nil
        }
    }

    /// The digest of an element in canonical form, as of SignedInfo; nil where it has none, or the limit is reached.
    mutating func digest(
        of element: XMLElement, by canonicalization: Canonicalization, _ hash: HashAlgorithm
    ) throws -> [UInt8]? {
        let content = XMLContent.canonical(document, XMLPart(apex: element), canonicalization)
        switch try digest(of: content, hash) {
        case .digest(let digest): return digest
        case .fault: return nil
        }
    }

    private mutating func digest(of reference: XMLReference, _ key: Key, in signature: Int) throws -> Outcome {
        if case .file(let name) = reference.target, reference.transforms.isEmpty, key.hash == .sha256,
            let digest = try files.find(name)?.sha256
        {
            return .digest(digest.bytes)
        }
        do {
            let left = bytesLeft
            let content = try content(of: reference, in: signature)
            // What was read or written on the way counts once more where it is asked for once more.
            return try digest(of: content, key.hash, keptFor: bytesLeft == left ? key : nil)
        } catch let fault as XMLContent.Fault {
            return .fault(fault.fact)
        }
    }

    /// - Parameter key: of the reference whose bytes are kept where none are yet; nil where they are not.
    private mutating func digest(
        of content: XMLContent, _ hash: HashAlgorithm, keptFor key: Key? = nil
    ) throws -> Outcome {
        guard var digest = MessageDigest(hash) else { return .fault(.undetermined("digest-method-not-computed")) }
        var kept: [UInt8]?
        switch content {
        case .nodes, .canonical:
            bytesLeft -= outline.canonicalWork
            if key != nil, written == nil { kept = [] }
        case .file(let source): bytesLeft -= source.count
        case .octets: break
        }
        guard bytesLeft >= 0 else { return .fault(.undetermined("over-limit")) }
        var count = 0
        do {
            try content.write { piece in
                count += piece.count
                digest.update(piece)
                if count > Self.mostWritten { kept = nil }
                unsafe piece.withUnsafeBufferPointer { unsafe kept?.append(contentsOf: $0) }
            }
        } catch let fault as XMLContent.Fault {
            return .fault(fault.fact)
        }
        bytesLeft -= count
        // An empty set of nodes has a digest, and shows nothing (XS11).
        guard count > 0 else { return .fault(.failed("nothing-signed")) }
        if let key, let kept { written = (key, kept) }
        return .digest(digest.finalize())
    }

    private mutating func content(of reference: XMLReference, in signature: Int) throws -> XMLContent {
        let own = (signature: outline.nodes[signature].element, document: document)
        var content = try start(of: reference)
        for transform in reference.transforms {
            // What was written as bytes, or came as such, is held and read once more.
            switch content {
            case .nodes: break
            case .canonical: bytesLeft -= document.byteCount + outline.canonicalWork
            case .file(let source): bytesLeft -= source.count
            case .octets(let bytes): bytesLeft -= bytes.count
            }
            guard bytesLeft >= 0 else { throw XMLContent.Fault.overLimit }
            content = try content.applying(transform, own: own, limits: limits)
        }
        return content
    }

    private func start(of reference: XMLReference) throws -> XMLContent {
        switch reference.target {
        case .document(let withComments):
            return .nodes(document, XMLPart(apex: nil), withComments: withComments)
        case .identifier(let value, let withComments):
            guard let found = outline.identified[value] else { throw XMLContent.Fault(fact: .failed("no-such-id")) }
            // With two of the same value a checker may take the one and a reader the other: it means neither (XS9).
            guard found.count == 1 else { throw XMLContent.Fault(fact: .failed("id-not-unique")) }
            return .nodes(document, XMLPart(apex: outline.nodes[found[0]].element), withComments: withComments)
        case .file(let name):
            guard let file = try files.find(name) else {
                throw XMLContent.Fault(fact: .undetermined("file-not-there"))
            }
            return .file(file.source)
        case .foreign: throw XMLContent.Fault(fact: .undetermined("reference-not-fetched"))
        }
    }
}
