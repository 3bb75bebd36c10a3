import Bytes
import Documents

extension XMLElement {
    /// What has no more text is read once and kept in memory.
    private static let small = 1 << 20

    /// The file that stands in this element as base64.
    ///
    /// Throws a `ParseError` where the base64 is none, and what the form's source throws.
    ///
    /// - Parameter form: the bytes that the document was read from.
    func carriedFile(in form: any ByteSource) throws -> any ByteSource {
        do {
            if let range = leftOutText, range.count > Self.small {
                return try Base64Source(SliceSource(form, range: range))
            }
            let text = try leftOutText.map { try form.read(at: $0.lowerBound, count: $0.count) } ?? textBytes
            return MemorySource(try Base64.decode(text))
        } catch let error as ParseError {
            throw ParseError(error.code, error.message, line: line)
        }
    }
}
