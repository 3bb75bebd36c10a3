package import Bytes
import Documents
package import Dossiers
import Files

/// A dossier on its way to an agency: every file exactly as it came, and the manifest.
package struct DossierBundle: Sendable {
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

    /// Writes it as a ZIP, from front to back.
    ///
    /// Throws a `ParseError` where a file is not what it was said to be, what a source throws, or what the disk refused.
    package func write(to sink: inout OutboxFile) throws {
        let (day, second) = time.local
        let civil = day.civil
        var zip = ZIPWriter(
            time: ZIPWriter.Time(year: civil.year, month: civil.month, day: civil.day, second: second))
        // To pack a page of text takes longer than to write it.
        try zip.addStored(Self.manifestName, MemorySource(manifest), to: &sink)
        for delivered in files {
            switch delivered.place {
            case .file(let file, _, _):
                try zip.addStored(delivered.name, file, expecting: delivered.sha256, to: &sink)
            case .source(let source):
                try zip.addStored(delivered.name, source, expecting: delivered.sha256, to: &sink)
            case .packed(let archive, let entry):
                try zip.addPacked(delivered.name, entry, of: archive, expecting: delivered.sha256, to: &sink)
            case .text(let bytes): try zip.addDeflated(delivered.name, bytes, to: &sink)
            }
        }
        try zip.finish(to: &sink)
    }

    /// Lays it out in a folder, and says of its manifest how large it is and its digest.
    ///
    /// What lies by itself already gets a second name there, once what is entered in `folder.links` is made; the rest is written.
    /// Throws as `write` does.
    package func layOut(in folder: OutboxFolder) throws -> (size: Int, sha256: Digest) {
        for delivered in files {
            switch delivered.place {
            case .file(let file, let home, let name):
                guard try SHA256.digest(of: file) == delivered.sha256 else { throw Self.changed }
                if try folder.mayShare(file) {
                    try folder.link(delivered.name, to: name, in: home)
                } else {
                    try folder.add(delivered.name, copying: file, expecting: delivered.sha256)
                }
            case .source(let source):
                try folder.add(delivered.name, copying: source, expecting: delivered.sha256)
            case .packed(let archive, let entry):
                try folder.add(delivered.name, unpacking: entry, of: archive, expecting: delivered.sha256)
            case .text(let bytes):
                try folder.add(delivered.name, copying: MemorySource(bytes), expecting: nil)
            }
        }
        return try folder.add(Self.manifestName, copying: MemorySource(manifest), expecting: nil)
    }

    static let changed = ParseError(.mismatch, "a file that was to leave is not the one that was examined")

    /// Where it goes, from the outbox.
    package static func path(of code: DossierCode, number: Int, to agency: AgencyCode, as form: Agency.Delivery)
        -> String
    {
        let suffix = number == 1 ? "" : ".\(number)"
        return "agencies/\(agency)/\(code)\(suffix)" + (form == .zip ? ".zip" : "")
    }
}
