/// A short text as a QR code: byte mode, versions 1 to 4, error correction level M (ISO/IEC 18004).
///
/// The same text gives the same pattern, so that a form made again is the same to the byte.
package struct QRCode: Sendable, Equatable {
    /// True for dark, by row and column.
    package let modules: [[Bool]]

    package var size: Int { modules.count }

    /// Nil for a text of more than 62 bytes, or of any beyond ASCII, since readers disagree on what those mean.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }),
            let version = QRVersion.all.first(where: { bytes.count <= $0.capacity })
        else { return nil }
        var pattern = QRPattern(version)
        pattern.place(Self.codewords(bytes, version))
        let masked = (0..<8).map { pattern.masked($0) }
        guard let best = masked.map({ ($0.penalty, $0) }).min(by: { $0.0 < $1.0 })?.1 else { return nil }
        modules = best.modules
    }

    /// Data and error correction, interleaved block by block as they are placed.
    private static func codewords(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits = QRBits()
        bits.append(0b0100, count: 4)
        bits.append(bytes.count, count: 8)
        for byte in bytes { bits.append(Int(byte), count: 8) }
        let data = bits.padded(to: version.dataCodewords)
        let length = version.dataCodewords / version.blocks
        let blocks = (0..<version.blocks).map { Array(data[$0 * length..<($0 + 1) * length]) }
        let corrections = blocks.map { ReedSolomon.correction(of: $0, count: version.correctionCodewords) }
        return (0..<length).flatMap { index in blocks.map { $0[index] } }
            + (0..<version.correctionCodewords).flatMap { index in corrections.map { $0[index] } }
    }
}
