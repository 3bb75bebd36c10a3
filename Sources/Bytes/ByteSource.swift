/// Bytes of known count that can be read anywhere: a file, a part of one, or memory.
///
/// Readers of large formats take a source rather than an array, so that memory stays flat in the size of the file.
package protocol ByteSource: Sendable {
    /// How many bytes there are.
    var count: Int { get }

    /// Reads exactly `count` bytes from `offset` on.
    ///
    /// Throws a `ParseError` with code `truncated` where the range leaves the source, and the source's own error where it
    /// cannot be read.
    func read(at offset: Int, count: Int) throws -> [UInt8]
}
