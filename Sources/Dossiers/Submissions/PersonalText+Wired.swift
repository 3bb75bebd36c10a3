package import Bytes

extension PersonalText: Wired {
    package init(from wire: inout WireReader) throws(ParseError) { self.init(try wire.value() as String) }
    package func write(to wire: inout WireWriter) { wire.write(revealed) }
}
