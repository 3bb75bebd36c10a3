package import Bytes

extension Package: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(
            channel: wire.value(), message: wire.value(), papers: wire.value(), unlisted: wire.value(),
            signatures: wire.value(), content: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(channel)
        wire.write(message)
        wire.write(papers)
        wire.write(unlisted)
        wire.write(signatures)
        wire.write(content)
    }
}
