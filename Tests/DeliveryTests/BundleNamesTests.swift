import Delivery
import Testing

@Suite("The names of what lies in a dossier that leaves")
struct BundleNamesTests {
    private func names(_ files: [String], inFolder: Bool = false) -> [String] {
        var names = BundleNames(inFolder: inFolder)
        return files.map { names.name(of: $0) }
    }

    @Test(
        "A file keeps its name, but for what is the manifest's, or would hide it in a folder",
        arguments: [
            ("cccd.pdf", true, "cccd.pdf"), ("Căn cước (1).pdf", true, "Căn cước (1).pdf"),
            ("manifest.xml", true, "_manifest.xml"), ("manifest.xml", false, "_manifest.xml"),
            (".an.pdf", true, "_an.pdf"), ("..an.pdf", true, "_an.pdf"), (".an.pdf", false, ".an.pdf"),
        ])
    func own(came: String, inFolder: Bool, leaves: String) {
        #expect(names([came], inFolder: inFolder) == [leaves])
    }

    @Test("No two files get one name, and a name stays one that a folder can hold") func taken() {
        #expect(names(["_an.pdf", ".an.pdf"], inFolder: true) == ["_an.pdf", "__an.pdf"])
        let long = String(repeating: "ế", count: 80) + ".pdf"
        #expect(names([long, long])[1].utf8.count <= 255)
    }

    @Test("Names that differ in case or composition alone are told apart, in any order that they come in")
    func ZP7_caseEqual() {
        #expect(names(["cccd.pdf", "CCCD.pdf", "cccd.PDF"]) == ["cccd.pdf", "_CCCD.pdf", "_2_cccd.PDF"])
        #expect(names(["Manifest.XML"]) == ["_Manifest.XML"])
        #expect(names(["ảnh.pdf", "a\u{309}nh.pdf"]).count { $0.hasPrefix("_") } == 1)
    }

    @Test(
        "Each of two hundred files gets a name of its own, however alike they are",
        arguments: [String(repeating: "_", count: 61), "abcdefgh.pdf"])
    func ZP7_manyAlike(name: String) {
        let files = (0..<200).map { number in
            String(name.enumerated().map { (number >> $0) & 1 == 1 ? Character($1.uppercased()) : $1 })
                + String(repeating: ".", count: number)
        }
        #expect(Set(names(files).map { $0.lowercased() }).count == 200)
    }

    @Test(
        "Names that another system keeps for itself, cuts or does not take are made plain",
        arguments: [
            ("CON.pdf", "_CON.pdf"), ("nul", "_nul"), ("com1.tar.gz", "_com1.tar.gz"), ("LPT9", "_LPT9"),
            ("aux .pdf", "_aux .pdf"), ("a.pdf.", "a.pdf"), ("a<b>?.pdf", "a_b__.pdf"), ("2", "_2"),
            ("a*\u{301}.pdf", "a_\u{301}.pdf"),
            ("console.pdf", "console.pdf"), ("com10.pdf", "com10.pdf"), ("2.pdf", "2.pdf"),
        ])
    func ZP13_reserved(came: String, leaves: String) { #expect(names([came]) == [leaves]) }
}
