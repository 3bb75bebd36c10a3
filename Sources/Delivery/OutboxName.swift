import Bytes
import Dossiers
import Files

/// What a name in the outbox tells of a dossier.
enum OutboxName {
    private static let dash = UInt8(ascii: "-")

    /// `000.00.12.H34-261123-0001.2.zip`, or `20261123T070000Z-000.00.12.H34-261123-0001-receipt-115.eml`; nil for any other.
    static func code(in name: FileName) -> DossierCode? {
        let bytes = name.bytes
        guard bytes.first != UInt8(ascii: "."), let first = bytes.firstIndex(of: dash) else { return nil }
        return code(bytes[...], from: 0, to: first)
            ?? bytes[(first + 1)...].firstIndex(of: dash).flatMap { code(bytes[...], from: first + 1, to: $0) }
    }

    /// The code whose agency stands there.
    private static func code(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) -> DossierCode? {
        let number = end + 8
        guard number < bytes.endIndex else { return nil }
        let digits = bytes[number...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return DossierCode(bytes[start..<digits.endIndex].span)
    }
}
