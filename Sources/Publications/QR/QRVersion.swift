/// A size of QR code with its error correction at level M (ISO/IEC 18004, tables 7 and 9).
struct QRVersion: Sendable {
    let number: Int
    /// Codewords that carry data, in all blocks together.
    let dataCodewords: Int
    let blocks: Int
    /// Codewords of error correction for each block.
    let correctionCodewords: Int

    /// Modules along an edge.
    var size: Int { 17 + 4 * number }
    /// Bytes of a text that fit: mode and count take twelve bits.
    var capacity: Int { dataCodewords - 2 }

    /// The middle of the one alignment pattern; version 1 has none.
    var alignment: Int? { number == 1 ? nil : size - 7 }

    static let all = [
        QRVersion(number: 1, dataCodewords: 16, blocks: 1, correctionCodewords: 10),
        QRVersion(number: 2, dataCodewords: 28, blocks: 1, correctionCodewords: 16),
        QRVersion(number: 3, dataCodewords: 44, blocks: 1, correctionCodewords: 26),
        QRVersion(number: 4, dataCodewords: 64, blocks: 2, correctionCodewords: 18),
    ]
}
