import Dossiers

/// The configuration of the stories: what of the sample they have a use for, so that there are fewer calls that can go wrong.
enum StorySite {
    private static let procedures = ["1.004269", "2.000488", "2.000635"]
    private static let agencies = ["000.00.10.H34", "000.00.12.H34", "000.00.18.H34", "000.00.31.H34"]
    /// Of the wordings and schemas, which are built in too, those that a site may have of its own.
    private static let kept = ["config/schemas/package.xsd", "config/templates/_foot.txt"]

    /// A file of the sample as the stories' site has it; nil where it has none.
    static func file(_ path: String, _ bytes: [UInt8], delivery: Agency.Delivery, isMailed: Bool) -> [UInt8]? {
        if path.hasPrefix("config/procedures/") {
            return procedures.contains { path.hasSuffix("/\($0).xml") } ? bytes : nil
        }
        if path.hasPrefix("config/schemas/") || path.hasPrefix("config/templates/") {
            return kept.contains(path) ? bytes : nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch path {
        case "config/agencies.xml":
            let own = text.replacing(#/ *<agency code="([^"]*)".*</agency>\n/#) { line in
                agencies.contains(String(line.output.1)) ? String(line.output.0) : ""
            }
            let form = delivery == .folder ? "<agency delivery=\"folder\" " : "<agency "
            return Array(own.replacing("<agency ", with: form).utf8)
        case "config/hoso.xml":
            let mailed = isMailed ? "<notices sendmail=\"/usr/sbin/sendmail -t -i\" " : "<notices "
            return Array(
                text.replacing("<notices ", with: mailed)
                    .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                    .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
                    .replacing(#/workers="[^"]*"/#, with: "workers=\"1\"").utf8)
        default: return bytes
        }
    }
}
