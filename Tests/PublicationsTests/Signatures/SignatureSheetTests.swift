import Bytes
import Documents
import Dossiers
import Publications
import Signatures
import Testing

@Suite("SignatureSheet and ValidationReport")
struct SignatureSheetTests {
    private func report(revocation: Fact? = .passed, trusted: Fact = .passed) -> SignatureReport {
        var report = SignatureReport(
            form: .pdf, present: .passed, coverage: Coverage(whole: true), intact: .passed, valid: .passed,
            trusted: trusted)
        var signer = Signer(
            subject: "C=VN, CN=Nguyễn Văn An", issuer: "CN=Tổ chức thử nghiệm", serial: "0b", notBefore: 1_577_836_800,
            notAfter: 1_893_456_000, key: "RSA 2048")
        signer.commonName = "Nguyễn Văn An"
        signer.identifiers = ["CCCD:062090001234"]
        signer.organization = "Công ty Thử nghiệm"
        report.signer = signer
        report.signedAt = 1_764_000_000
        report.revocation = revocation
        report.method = "RSA-SHA256"
        return report
    }

    private func items(_ report: SignatureReport, _ language: SignatureSheet.Language = .vietnamese) -> [String: String]
    {
        let items = SignatureSheet(report, language: language, offset: 7 * 3600).items
        return Dictionary(items.map { ($0.key, $0.text) }) { first, _ in first }
    }

    @Test("In Vietnamese it has every item that the circular names")
    func items() {
        let items = items(report())
        #expect(items["conclusion"] == "HỢP LỆ (TOTAL-PASSED)")
        #expect(items["signer"] == "Nguyễn Văn An (CCCD:062090001234)")
        #expect(items["organization"] == "Công ty Thử nghiệm")
        #expect(items["issuer"] == "CN=Tổ chức thử nghiệm")
        #expect(items["signingTime"]?.hasPrefix("24/11/2025 23:00") == true)
        #expect(items["integrity"] == "đạt")
        #expect(items["validityAtSigning"] == "chứng thư còn trong thời hạn")
        #expect(items["certificatePeriod"] == "từ 01/01/2020 07:00 đến 01/01/2030 07:00")
        #expect(items["revocation"] == "không bị thu hồi")
    }

    @Test("Where revocation is not known a warning says so")
    func warning() {
        let fact = Fact.undetermined("revocation-list-outdated")
        #expect(items(report(revocation: fact, trusted: fact))["revocation"]?.contains("CẢNH BÁO") == true)
        #expect(items(report(revocation: nil, trusted: .failed("sha1")))["revocation"]?.contains("CẢNH BÁO") == true)
        #expect(items(report(revocation: fact, trusted: fact), .english)["revocation"]?.contains("WARNING") == true)
    }

    @Test("What is weak is named in words in both languages", arguments: ["sha1", "md5", "rsa-1024"])
    func weak(reason: String) {
        #expect(SignatureReasons.english(reason) != reason)
        #expect(SignatureReasons.vietnamese(reason) != reason)
    }

    @Test("Both languages know the same reasons")
    func sameReasons() {
        for reason in ["digest-mismatch", "revoked", "no-openssl", "at-signing-expired", "transform-not-allowed"] {
            #expect(SignatureReasons.english(reason) != reason)
            #expect(SignatureReasons.vietnamese(reason) != reason)
        }
        #expect(SignatureReasons.english("a-word-of-tomorrow") == "a-word-of-tomorrow")
    }

    @Test("The XML report is well formed whatever the certificate says, and carries the indications")
    func xml() throws {
        var hostile = report(trusted: .failed("expired"))
        hostile.signer?.commonName = "</Signer><evil a=\"1\">&\u{1}"
        let bytes = ValidationReport.xml(
            file: "a<b>.pdf", digest: SHA256.digest(of: []), signatures: [report(), hostile], language: .vietnamese,
            now: Moment(seconds: 1_795_510_800, offset: 7 * 3600))
        let document = try XMLDocument.parse(bytes, limits: Limits())
        let root = document.root
        #expect(root.name == "ValidationReport")
        let reports = root.children("SignatureValidationReport")
        #expect(reports.count == 2)
        func status(_ index: Int, _ name: String) -> String? {
            reports[index].first("SignatureValidationStatus")?.first(name)?.text
        }
        #expect(status(0, "MainIndication") == "urn:etsi:019102:mainindication:total-passed")
        #expect(status(0, "SubIndication") == nil)
        #expect(status(1, "MainIndication") == "urn:etsi:019102:mainindication:indeterminate")
        #expect(status(1, "SubIndication") == "urn:etsi:019102:subindication:OUT_OF_BOUNDS_NO_POE")
    }
}
