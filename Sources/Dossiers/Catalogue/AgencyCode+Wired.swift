package import Bytes

extension AgencyCode: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        guard let code = AgencyCode(try wire.value()) else { throw wire.refusal("an agency code") }
        self = code
    }

    package func write(to wire: inout WireWriter) { wire.write(description) }
}
