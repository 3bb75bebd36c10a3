import Documents
package import Dossiers

/// A dossier on its way to an agency: every file exactly as it came, and the manifest.
package struct DossierZIP: Sendable {
    /// The names of what hoso adds; a file of that name which came from outside is renamed.
    package static let manifestName = "manifest.xml"

    private let manifest: [UInt8]
    private let files: [DeliveredFile]
    private let time: Moment

    /// - Parameter time: what every entry carries, so that the same dossier gives the same bytes.
    package init(manifest: [UInt8], files: [DeliveredFile], time: Moment) {
        self.manifest = manifest
        self.files = files
        self.time = time
    }

    /// Writes the archive from front to back.
    ///
    /// Throws what a source throws, or what the disk refused.
    package func write(to file: inout OutboxFile) throws {
        let (day, second) = time.local
        let civil = day.civil
        var zip = ZIPWriter(
            time: ZIPWriter.Time(year: civil.year, month: civil.month, day: civil.day, second: second))
        try zip.addDeflated(Self.manifestName, manifest, to: &file)
        for delivered in files {
            switch delivered.place {
            case .source(let source): try zip.addStored(delivered.name, source, to: &file)
            case .packed(let archive, let entry): try zip.addPacked(delivered.name, entry, of: archive, to: &file)
            case .text(let bytes): try zip.addDeflated(delivered.name, bytes, to: &file)
            }
        }
        try zip.finish(to: &file)
    }

    /// Where a dossier's ZIPs go, from the outbox: to the lead agency first, then to each co-agency.
    package static func paths(of dossier: Dossier, number: Int) -> [String] {
        let suffix = number == 1 ? "" : ".\(number)"
        return dossier.agencies.map {
            "agencies/\($0)/\(dossier.code)\(suffix).zip"
        }
    }
}
