import Bytes

/// A signature dictionary of a PDF, and whether what it says of its own place makes sense (ISO 32000-1, 12.8.1).
package struct PDFSignature: Sendable, Equatable {
    /// What can be wrong with the dictionary itself, as a stable word.
    package enum Problem: String, Error, CaseIterable {
        /// No signature field leads to it.
        case noField = "no-field"
        /// A name stands twice, so that readers may differ.
        case duplicateKey = "duplicate-key"
        /// `ByteRange` is absent, or stands in another object.
        case noByteRange = "no-byte-range"
        /// Not four whole numbers.
        case byteRangeShape = "byte-range-shape"
        case byteRangeNegative = "byte-range-negative"
        /// The signed bytes do not begin at the first byte of the file.
        case byteRangeStart = "byte-range-start"
        case byteRangeOverlap = "byte-range-overlap"
        case byteRangeOutside = "byte-range-outside"
        /// `Contents` is absent, stands in another object, or is no hexadecimal string.
        case noContents = "no-contents"
        case contentsEmpty = "contents-empty"
        /// The gap between the signed ranges is not exactly the string of `Contents`.
        case gapNotContents = "gap-not-contents"
        /// What `Contents` holds does not begin like a DER structure that fits into it.
        case contentsNotDER = "contents-not-der"
    }

    /// The number of the object; nil where the dictionary stands in its field.
    package let number: Int?
    /// The full name of the signature field that holds it; nil for one in no field.
    package let fieldName: String?
    /// Such as `adbe.pkcs7.detached` or `ETSI.CAdES.detached`.
    package let subFilter: String?
    /// As the dictionary has it: offset and length of each signed range.
    package let byteRange: [Int]
    /// Where the hexadecimal string of the signature lies in the file, with its angle brackets; nil where there is none.
    package let contentsRange: Range<Int>?
    /// The signature itself, DER with the zeros that fill the gap.
    package let contents: [UInt8]
    /// Signed are all bytes of the file but the signature's own.
    package let coversWholeFile: Bool
    /// Where the signed bytes end; 0 where the ranges make no sense.
    package let revisionEnd: Int
    /// What is wrong with it; none where it makes sense.
    package let problems: [Problem]
    /// When it was made as it says itself (`M`), in seconds since 1970 UTC; nobody vouches for it.
    package let signedAt: Int?
    /// What a certification lets change afterwards: 1 nothing, 2 forms and signatures, 3 remarks too; nil for none (12.8.2.2).
    package let certification: Int?

    /// A time-stamp on the document, which is nobody's signature.
    package var isTimestamp: Bool { subFilter == "ETSI.RFC3161" }

    init(_ dictionary: PDFDictionary, number: Int?, fieldName: String?, in file: PDFFile) throws {
        self.number = number
        self.fieldName = fieldName
        subFilter = dictionary["SubFilter"].name
        signedAt = dictionary["M"].string.flatMap { PDFDate.seconds($0.bytes) }
        certification = try Self.certification(dictionary, in: file)
        let string = dictionary["Contents"].string
        contents = string?.bytes ?? []
        contentsRange = string?.range
        var problems: [Problem] = []
        if fieldName == nil { problems.append(.noField) }
        if dictionary.hasDuplicates { problems.append(.duplicateKey) }

        let numbers = dictionary["ByteRange"].array
        byteRange = numbers?.compactMap(\.integer) ?? []
        var end = 0
        do throws(Problem) {
            let signed = try Self.ranges(numbers, in: file.source.count)
            if signed.gap != contentsRange { problems.append(.gapNotContents) }
            end = signed.end
        } catch {
            problems.append(error)
        }
        if let string, string.isHexadecimal, string.isClean, string.range != nil {
            if string.bytes.allSatisfy({ $0 == 0 }) {
                problems.append(.contentsEmpty)
            } else if !Self.isDER(string.bytes) {
                problems.append(.contentsNotDER)
            }
        } else {
            problems.append(.noContents)
        }
        revisionEnd = end
        coversWholeFile = problems.isEmpty && end == file.source.count
        self.problems = problems
    }

    /// What the transform of a certification says, in the strictest way where it says it twice.
    private static func certification(_ dictionary: PDFDictionary, in file: PDFFile) throws -> Int? {
        var strictest: Int?
        for item in try file.resolve(dictionary["Reference"]).array ?? [] {
            guard let transform = try file.dictionary(item),
                try file.resolve(transform["TransformMethod"]).name == "DocMDP"
            else { continue }
            let level = try file.dictionary(transform["TransformParams"])?["P"].integer ?? 2
            strictest = min(strictest ?? 3, (1...3).contains(level) ? level : 1)
        }
        return strictest
    }

    /// The gap and the end that two ranges leave, where they make sense in a file of `count` bytes.
    private static func ranges(_ values: [PDFObject]?, in count: Int) throws(Problem) -> (gap: Range<Int>, end: Int) {
        guard let values else { throw .noByteRange }
        let numbers = values.compactMap(\.integer)
        guard numbers.count == 4, values.count == 4 else { throw .byteRangeShape }
        guard numbers.allSatisfy({ $0 >= 0 }) else { throw .byteRangeNegative }
        guard numbers[0] == 0 else { throw .byteRangeStart }
        let (end, overflow) = numbers[2].addingReportingOverflow(numbers[3])
        guard !overflow, end <= count, numbers[1] <= count else { throw .byteRangeOutside }
        guard numbers[1] < numbers[2], numbers[1] > 0 else { throw .byteRangeOverlap }
        return (numbers[1]..<numbers[2], end)
    }

    /// A SEQUENCE, or the OCTET STRING of `adbe.x509.rsa_sha1`, whose length fits; BER's indefinite length passes.
    private static func isDER(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, bytes[0] == 0x30 || bytes[0] == 0x04 else { return false }
        let first = Int(bytes[1])
        if first == 0x80 { return true }
        if first < 0x80 { return first > 0 && first <= bytes.count - 2 }
        let width = first & 0x7F
        guard width <= 4, bytes.count >= 2 + width else { return false }
        let length = bytes[2..<2 + width].reduce(0) { $0 << 8 | Int($1) }
        return length > 0 && length <= bytes.count - 2 - width
    }
}
