import Bytes
package import Dossiers

/// What a line says before the facts: enough for whoever counts entries, or looks for some among many.
package struct EntryHead {
    package let number: Int
    package let at: Moment
    package let dossier: DossierCode?
    /// As UTF-8; empty where no claim brought the entry about.
    package let claim: ArraySlice<UInt8>
    /// The event's name, as UTF-8.
    package let event: ArraySlice<UInt8>
    /// As JSON.
    let facts: ArraySlice<UInt8>

    /// Nil where the line does not stand as hoso writes it, so that it has to be read as any JSON.
    init?(_ line: ArraySlice<UInt8>) {
        guard let inside = LineSeal.removed(from: line) else { return nil }
        var rest = Scanner(rest: inside)
        guard let number = rest.number(after: Self.numberStart),
            let at = rest.text(after: Self.atStart), let moment = Moment(at.span)
        else { return nil }
        self.number = number
        self.at = moment
        claim = rest.text(after: Self.claimStart) ?? []
        if let code = rest.text(after: Self.dossierStart) {
            guard let dossier = DossierCode(code.span) else { return nil }
            self.dossier = dossier
        } else {
            dossier = nil
        }
        guard let event = rest.text(after: Self.eventStart), rest.skip(Self.factsStart) else { return nil }
        self.event = event
        facts = rest.rest
    }

    init(_ entry: Entry) {
        number = entry.number
        at = entry.at
        dossier = entry.dossier
        claim = Array(entry.claim.utf8)[...]
        event = Array(entry.event.name.utf8)[...]
        facts = []
    }

    private static let numberStart = Array("{\"n\":".utf8)
    private static let atStart = Array(",\"at\":\"".utf8)
    private static let claimStart = Array(",\"claim\":\"".utf8)
    private static let dossierStart = Array(",\"dossier\":\"".utf8)
    private static let eventStart = Array(",\"event\":\"".utf8)
    private static let factsStart = Array(",\"facts\":".utf8)

    /// Goes along a line.
    private struct Scanner {
        var rest: ArraySlice<UInt8>

        mutating func skip(_ wanted: [UInt8]) -> Bool {
            guard rest.starts(with: wanted) else { return false }
            rest = rest.dropFirst(wanted.count)
            return true
        }

        mutating func number(after start: [UInt8]) -> Int? {
            guard skip(start), let end = rest.firstIndex(of: UInt8(ascii: ",")) else { return nil }
            let digits = rest[..<end]
            rest = rest[end...]
            return DecimalDigits.number(digits.span)
        }

        /// Nil where another member stands there; text with an escape ends what can be read in this way.
        mutating func text(after start: [UInt8]) -> ArraySlice<UInt8>? {
            guard skip(start),
                let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
                rest[end] == UInt8(ascii: "\"")
            else { return nil }
            defer { rest = rest[(end + 1)...] }
            return rest[..<end]
        }
    }
}
