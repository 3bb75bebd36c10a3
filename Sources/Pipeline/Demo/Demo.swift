package import Dossiers
import Files
import Settings

/// `hoso demo`: a site with sample dossiers of every kind, run through the real pipeline.
package struct Demo {
    /// A row of the table: what was dropped, and what became of it.
    package struct Row: Sendable {
        package let fields: [String]
    }

    private static let marker = FileName.literal(".hoso-demo")
    private let folder: String

    /// Makes the site; one that an earlier demo made is made anew, anything else is left alone.
    package init(folder: String) throws {
        self.folder = folder
        let root = try Folder(path: folder, create: true)
        if try root.status(of: Self.marker) != nil {
            for name in try root.entries() { try root.removeTree(name) }
        }
        try NewSite.make(at: folder) { file, bytes in
            guard file == "config/hoso.xml" else { return bytes }
            // A demonstration does not wait for slow scanners.
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
            return Array(text.utf8)
        }
        try root.replaceDurably(Self.marker, with: [], mode: 0o644)
    }

    /// Drops everything, takes it in, and says what became of each.
    ///
    /// - Parameter now: nil where the machine's clock holds.
    package func run(
        now: Moment? = nil, reading: ReadingPlace = .here, _ say: @escaping @Sendable (LogEvent) -> Void
    ) throws -> [Row] {
        let office = try Office(site: folder, now: now, mode: .once, reading: reading, say: say)
        var rows: [Row] = []
        var codes: [String: String] = [:]
        for package in try DemoPackages.all() { rows.append(try take(package, office, &codes)) }
        for package in DemoPackages.later(codes) { rows.append(try take(package, office, &codes)) }
        try office.nightly(office.clock.now.day)
        return rows
    }

    package var whereToLook: String {
        """
        dossiers for the agencies   \(folder)/Outbox/agencies/CODE/*.zip
        letters to citizens         \(folder)/Outbox/notices/*.eml
        letters to staff            \(folder)/Outbox/incidents/*.eml
        states for the portal       \(folder)/Outbox/portal/*.status.xml
        the compliance report       \(folder)/Outbox/reports/*/sla.html
        what could not be read      \(folder)/State/quarantine/
        more of each dossier        hoso --site \(folder) list; hoso --site \(folder) show CODE
        """
    }

    private func take(_ package: DemoPackage, _ office: Office, _ codes: inout [String: String]) throws -> Row {
        for (path, bytes) in package.files {
            var steps = path.split(separator: "/").map { FileName.literal(String($0)) }
            guard let name = steps.popLast() else { continue }
            try office.inbox.folder(at: steps, create: true).replaceDurably(name, with: bytes, mode: 0o644)
        }
        var outcome: Outcome?
        try office.once { outcome = $0.first ?? outcome }
        if let code = outcome?.dossier { codes[package.name] = code.description }
        return Row(fields: [
            package.name, package.what, outcome?.state ?? "waiting", outcome?.dossier?.description ?? "-",
            outcome?.reasons.joined(separator: ",") ?? "-",
        ])
    }
}
