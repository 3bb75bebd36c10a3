import Delivery
import Testing

@Suite("What lies in a dossier that leaves")
struct DossierBundleTests {
    @Test(
        "A file keeps its name, but for what is the manifest's, or would hide it in a folder",
        arguments: [
            ("cccd.pdf", true, "cccd.pdf"), ("manifest.xml", true, "_manifest.xml"),
            ("manifest.xml", false, "_manifest.xml"),
            (".an.pdf", true, "_an.pdf"), ("..an.pdf", true, "_an.pdf"), (".an.pdf", false, ".an.pdf"),
        ])
    func names(came: String, inFolder: Bool, leaves: String) {
        #expect(DossierBundle.name(of: came, in: inFolder, taken: []) == leaves)
    }

    @Test("No two files get one name, and a name stays one that a folder can hold") func taken() {
        #expect(DossierBundle.name(of: ".an.pdf", in: true, taken: ["_an.pdf"]) == "__an.pdf")
        let long = String(repeating: "ế", count: 80) + ".pdf"
        #expect(DossierBundle.name(of: long, in: true, taken: [long]).utf8.count <= 255)
    }
}
