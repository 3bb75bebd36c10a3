package import Bytes

extension Paper: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(file: wire.value(), size: wire.value(), sha256: wire.value(), type: wire.value())
        fault = try wire.value()
        pages = try wire.value()
        remarks = try wire.value()
        signatures = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(file)
        wire.write(size)
        wire.write(sha256)
        wire.write(type)
        wire.write(fault)
        wire.write(pages)
        wire.write(remarks)
        wire.write(signatures)
    }
}

extension Paper.Fault: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(code: wire.value(), message: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(code)
        wire.write(message)
    }
}
