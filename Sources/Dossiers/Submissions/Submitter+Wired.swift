package import Bytes

extension Submitter: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(account: wire.value(), name: wire.value())
        idNumber = try wire.value()
        organization = try wire.value()
        taxCode = try wire.value()
        phone = try wire.value()
        email = try wire.value()
        address = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(account)
        wire.write(name)
        wire.write(idNumber)
        wire.write(organization)
        wire.write(taxCode)
        wire.write(phone)
        wire.write(email)
        wire.write(address)
    }
}
