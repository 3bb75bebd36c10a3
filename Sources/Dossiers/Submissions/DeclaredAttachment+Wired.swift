package import Bytes

extension DeclaredAttachment: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(component: wire.value(), file: wire.value())
        size = try wire.value()
        sha256 = try wire.value()
        isCarried = try wire.value()
        certifiedBy = try wire.value()
        certifiedOn = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(component)
        wire.write(file)
        wire.write(size)
        wire.write(sha256)
        wire.write(isCarried)
        wire.write(certifiedBy)
        wire.write(certifiedOn)
    }
}
