import Dossiers
import Files
import Testing

@testable import Delivery

@Suite("What a name in the outbox tells of a dossier")
struct OutboxNameTests {
    private static let code = "000.00.12.H34-261123-0001"

    @Test(
        "A name of ours tells its code",
        arguments: [
            ("portal", "\(code).status.xml"), ("refunds", "\(code)-1.xml"), ("agencies/so-tu-phap", "\(code).2.zip"),
            ("agencies/so-tu-phap", code), ("notices", "20261123T070000Z-\(code)-receipt-115.eml"),
        ])
    func ours(folder: String, name: String) throws {
        let name = try #require(FileName(name))
        #expect(OutboxName.code(in: name, of: folder)?.description == Self.code)
    }

    @Test(
        "A name that is in another folder, longer, shorter or of another's making tells none",
        arguments: [
            ("notices", "\(code).status.xml"), ("portal", "\(code).status.xml.bak"), ("portal", "\(code)x.status.xml"),
            ("portal", "x\(code).status.xml"), ("agencies/so-tu-phap", "\(code)-copy.zip"), ("reports", code),
            ("agencies/so-tu-phap", "000.00.12.H34-261123"), ("agencies/so-tu-phap", "-"), ("portal", ".status.xml"),
            ("notices", "20261123T070000Z-\(code)-refusal-115.eml"), ("refunds", code),
        ])
    func others(folder: String, name: String) throws {
        let name = try #require(FileName(name))
        #expect(OutboxName.code(in: name, of: folder) == nil)
    }
}
