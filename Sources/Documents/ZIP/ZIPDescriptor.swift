import Bytes

/// The data descriptor behind an entry's bytes (APPNOTE 4.3.9): what its local header left open.
enum ZIPDescriptor {
    private static let signature = [UInt8]([0x50, 0x4B, 0x07, 0x08])

    /// How many bytes it takes up at an offset, with its signature or without, of 32-bit sizes or of 64-bit ones.
    ///
    /// Nil where none says there what the directory says (ZP10); throws what the source throws.
    ///
    /// - Parameter directory: where the central directory begins.
    static func count(
        at offset: Int, crc: UInt32, packedSize: Int, size: Int, in source: any ByteSource, before directory: Int
    ) throws -> Int? {
        let there = try source.read(at: offset, count: min(24, directory - offset))
        for width in [4, 8] {
            let values = little(Int(crc), 4) + little(packedSize, width) + little(size, width)
            for said in [signature + values, values] where there.starts(with: said) { return said.count }
        }
        return nil
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
