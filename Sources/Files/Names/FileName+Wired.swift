package import Bytes

extension FileName: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        guard let name = FileName(bytes: try wire.bytes()) else { throw wire.refusal("the name of a file") }
        self = name
    }

    package func write(to wire: inout WireWriter) { wire.write(bytes: bytes) }
}
