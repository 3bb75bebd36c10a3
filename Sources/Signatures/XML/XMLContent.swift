import Bytes
import Documents

/// What a reference points at, on its way through the transforms.
enum XMLContent {
    /// A part of a document; comments belong to it only where that is said.
    case nodes(XMLDocument, XMLPart, withComments: Bool)
    /// The bytes of a part in canonical form, not written yet.
    case canonical(XMLDocument, XMLPart, Canonicalization)
    case octets([UInt8])
    case file(any ByteSource)

    /// Why a digest could not be made, as a fact with its reason.
    struct Fault: Error {
        let fact: Fact

        static let notAllowed = Fault(fact: .undetermined("transform-not-allowed"))
        static let noCanonicalForm = Fault(fact: .undetermined("no-canonical-form"))
        static let overLimit = Fault(fact: .undetermined("over-limit"))
    }

    /// The content behind one transform.
    ///
    /// Throws a `Fault`, or what the file's source throws where it cannot be read.
    ///
    /// - Parameter own: the signature that the reference belongs to, and the document that holds it.
    func applying(
        _ transform: XMLTransform, own: (signature: XMLElement, document: XMLDocument), limits: Limits
    ) throws -> XMLContent {
        switch (transform, self) {
        case (.withoutOwnSignature, .nodes(let document, let part, let withComments)):
            // A signature cannot be left out of a document that it does not stand in.
            guard document === own.document else { throw Fault.notAllowed }
            return .nodes(document, part.leavingOut([own.signature]), withComments: withComments)
        case (.withoutSignatures, .nodes(let document, let part, let withComments)):
            let signatures = document.root.descendantsAndSelf(where: XMLSignatureElement.isSignature)
            return .nodes(document, part.leavingOut(signatures), withComments: withComments)
        case (.canonical(let canonicalization), .nodes(let document, let part, let withComments)):
            return .canonical(document, part, canonicalization.keepingComments(withComments))
        case (.canonical(let canonicalization), _):
            return .canonical(try parsed(limits: limits), XMLPart(apex: nil), canonicalization)
        case (.base64, .nodes(_, let part, _)):
            guard part.excluded.isEmpty, let apex = part.apex else { throw Fault.notAllowed }
            return .octets(try Self.decoded(apex.textBytes))
        case (.base64, _): return .octets(try Self.decoded(bytes(limits: limits)))
        // Bytes have no signature in them that could be left out.
        case (.withoutOwnSignature, _), (.withoutSignatures, _), (.notAllowed, _): throw Fault.notAllowed
        }
    }

    /// Hands on the bytes that a digest is of, piece by piece; nodes that no transform wrote are written by Canonical XML 1.0.
    func write(_ write: (Span<UInt8>) -> Void) throws {
        switch self {
        case .octets(let bytes): write(bytes.span)
        case .nodes(let document, let part, _):
            try XMLContent.canonical(document, part, Canonicalization(.inclusive10)).write(write)
        case .canonical(let document, let part, let canonicalization):
            do throws(ParseError) {
                try document.canonicalize(part, by: canonicalization, into: write)
            } catch {
                throw Fault.noCanonicalForm
            }
        case .file(let source):
            var offset = 0
            while offset < source.count {
                let bytes = try source.read(at: offset, count: min(256 * 1024, source.count - offset))
                write(bytes.span)
                offset += bytes.count
            }
        }
    }

    /// The same as one array.
    func bytes(limits: Limits) throws -> [UInt8] {
        switch self {
        case .octets(let bytes): return bytes
        case .file(let source):
            guard source.count <= limits.formBytes else { throw Fault.overLimit }
            return try source.read(at: 0, count: source.count)
        case .nodes, .canonical:
            var bytes: [UInt8] = []
            try write { piece in unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) } }
            return bytes
        }
    }

    private func parsed(limits: Limits) throws -> XMLDocument {
        let bytes = try bytes(limits: limits)
        do throws(ParseError) {
            return try XMLDocument.parse(bytes, limits: limits)
        } catch {
            throw Fault(fact: .undetermined("no-xml"))
        }
    }

    private static func decoded(_ text: [UInt8]) throws(Fault) -> [UInt8] {
        do throws(ParseError) {
            return try Base64.decode(text)
        } catch {
            throw Fault(fact: .failed("no-base64"))
        }
    }
}

extension XMLPart {
    fileprivate func leavingOut(_ elements: [XMLElement]) -> XMLPart {
        XMLPart(apex: apex, excluded: excluded + elements)
    }
}

extension Canonicalization {
    /// The same way, but without comments where the content has none.
    fileprivate func keepingComments(_ keeps: Bool) -> Canonicalization {
        var other = Canonicalization(method, keepsComments: keepsComments && keeps)
        other.inclusivePrefixes = inclusivePrefixes
        return other
    }
}
