import Dossiers

extension Moment {
    /// Reads what people and `date` type for ISO 8601, which may leave out seconds, and what stands between the digits; nil for
    /// anything else.
    ///
    /// Files and ledgers have the one form that `init(_:)` reads.
    init?(typed text: String) {
        let form = #/(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d)(?::?(\d\d))?/#
        guard let parts = text.wholeMatch(of: form)?.output, parts.7 != "Z" || parts.8 == nil else { return nil }
        let zone = parts.7 == "Z" ? "Z" : "\(parts.7):\(parts.8 ?? "00")"
        self.init("\(parts.1)-\(parts.2)-\(parts.3)T\(parts.4):\(parts.5):\(parts.6 ?? "00")\(zone)")
    }
}
