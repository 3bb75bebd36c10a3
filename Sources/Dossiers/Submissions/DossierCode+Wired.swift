package import Bytes

extension DossierCode: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        let text: String = try wire.value()
        guard let code = DossierCode(text) else { throw wire.refusal("a dossier code") }
        self = code
    }

    package func write(to wire: inout WireWriter) { wire.write(description) }
}
