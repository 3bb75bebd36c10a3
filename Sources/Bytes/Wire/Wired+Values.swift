extension Int: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) { self = try wire.number() }
    @inlinable package func write(to wire: inout WireWriter) { wire.write(number: self) }
}

extension String: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) { self = try wire.text() }
    @inlinable package func write(to wire: inout WireWriter) { wire.write(text: self) }
}

extension Bool: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = false
        case 1: self = true
        default: throw wire.refusal("no or yes")
        }
    }

    @inlinable package func write(to wire: inout WireWriter) { wire.write(case: self ? 1 : 0) }
}

/// A type of named cases crosses as the place of the case among them.
extension Wired where Self: CaseIterable & Equatable, AllCases == [Self] {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        let place = Int(try wire.byte())
        let cases = Self.allCases
        guard place < cases.count else { throw wire.refusal("one of \(cases.count) cases") }
        self = cases[place]
    }

    @inlinable package func write(to wire: inout WireWriter) {
        wire.write(case: UInt8(Self.allCases.firstIndex(of: self) ?? 0))
    }
}
