/// A short text as a QR code: byte mode, versions 1 to 4, error correction level M (ISO/IEC 18004).
///
/// The same text gives the same pattern, so that a form made again is the same to the byte.
package struct QRCode: Sendable, Equatable {
    /// Each a number, whose bit `n` is the module of column `n`, 1 for dark.
    package let rows: [UInt64]

    package var size: Int { rows.count }

    /// Nil for a text of more than 62 bytes, or of any beyond ASCII, since readers disagree on what those mean.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }),
            let version = QRVersion.all.first(where: { bytes.count <= $0.capacity })
        else { return nil }
        let frame = QRFrame.of(version)
        let pattern = frame.pattern(of: Self.codewords(bytes, version))
        let masked = frame.masks.map { pattern.masked(with: $0) }
        guard let best = masked.map({ ($0.penalty, $0) }).min(by: { $0.0 < $1.0 })?.1 else { return nil }
        rows = best.rows
    }

    /// Data and error correction, interleaved block by block as they are placed.
    private static func codewords(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        let data = data(bytes, count: version.dataCodewords)
        let length = version.dataCodewords / version.blocks
        let corrections = (0..<version.blocks).map { block in
            ReedSolomon.correction(of: data[block * length..<(block + 1) * length], count: version.correctionCodewords)
        }
        var codewords: [UInt8] = []
        for index in 0..<length {
            for block in 0..<version.blocks { codewords.append(data[block * length + index]) }
        }
        for index in 0..<version.correctionCodewords {
            for correction in corrections { codewords.append(correction[index]) }
        }
        return codewords
    }

    /// Byte mode, the count, the bytes and the terminator, all half a codeword late; then pad codewords (7.4.9 and 7.4.10).
    private static func data(_ bytes: [UInt8], count: Int) -> [UInt8] {
        var data: [UInt8] = []
        var left: UInt8 = 0b0100
        for byte in [UInt8(bytes.count)] + bytes {
            data.append(left << 4 | byte >> 4)
            left = byte & 15
        }
        data.append(left << 4)
        var pad: UInt8 = 0xEC
        while data.count < count {
            data.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return data
    }
}
