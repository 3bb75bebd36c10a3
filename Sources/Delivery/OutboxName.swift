import Bytes
import Dossiers
import Files
private import Publications

/// What a name in the outbox tells of a dossier.
///
/// A name of ours may also hold the id that a sender gave to a message, which must not pass for a code: so it counts whole.
enum OutboxName {
    private static let dash = UInt8(ascii: "-")

    /// `000.00.12.H34-261123-0001.2.zip` and `20261123T070000Z-000.00.12.H34-261123-0001-receipt-115.eml`, each in the folder
    /// that it belongs in; nil for any other.
    static func code(in name: FileName, of folder: String) -> DossierCode? {
        let bytes = name.bytes[...]
        switch folder {
        case "portal": return code(bytes) { $0.elementsEqual(".status.xml".utf8) }
        case "refunds": return code(bytes) { $0.first == dash }
        case "notices": return LetterName(name.bytes).flatMap(code)
        case _ where folder.hasPrefix("agencies/"):
            return code(bytes) { $0.isEmpty || $0.first == UInt8(ascii: ".") }
        default: return nil
        }
    }

    /// The code that bytes begin with, where what follows is as it has to be.
    private static func code(_ bytes: ArraySlice<UInt8>, isRest: (ArraySlice<UInt8>) -> Bool) -> DossierCode? {
        guard let number = bytes.firstIndex(of: dash).map({ $0 + 8 }), number < bytes.endIndex else { return nil }
        let digits = bytes[number...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        let code = bytes[..<digits.endIndex]
        return isRest(bytes[digits.endIndex...]) ? DossierCode(code.span) : nil
    }

    /// Of a kind that is about a dossier and nothing else.
    private static func code(in letter: LetterName) -> DossierCode? {
        switch letter.kind {
        case .notice(.refusal), .notice(.feedback), .notice(.agencyAnswer), .notice(.incident), .list: nil
        case .notice: DossierCode(letter.about)
        }
    }
}
