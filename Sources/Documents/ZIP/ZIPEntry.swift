/// A file in an archive, as the central directory says and the local header confirms.
package struct ZIPEntry: Sendable, Equatable {
    /// As it came; bytes that are neither UTF-8 nor ASCII are shown as `\xNN`, which no form can name.
    package let name: String
    /// 0 stored, 8 deflated.
    package let method: Int
    package let crc: UInt32
    package let packedSize: Int
    package let size: Int
    /// Where the packed bytes begin in the archive.
    package let dataOffset: Int

    package var isStored: Bool { method == 0 }
}
