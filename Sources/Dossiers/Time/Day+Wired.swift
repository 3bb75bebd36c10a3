package import Bytes

extension Day: Wired {
    /// Of the years 1 to 9999, which alone can be written.
    static let written = -719_162...2_932_896

    package init(from wire: inout WireReader) throws(ParseError) {
        let number: Int = try wire.value()
        guard Self.written.contains(number) else { throw wire.refusal("a day of a year from 1 to 9999") }
        self.init(number: number)
    }

    package func write(to wire: inout WireWriter) { wire.write(number) }
}
