import Dossiers

/// The wording of a site's letters and sheets: the built-in files of `config/templates/`, with the site's own in place of what it has.
///
/// An own wording that holds from a day on, `KIND@DAY.…`, holds until the next own one: a built-in one of that kind with a
/// later day stays away, so that no new version of hoso changes words that an office has decided.
struct Wording {
    private static let folder = "config/templates/"

    /// By their names in the folder.
    let files: [String: [UInt8]]

    init(own: [String: [UInt8]], builtIn: [(path: String, bytes: [UInt8])]) {
        let own = Self.named(own.map { ($0, $1) })
        let dated = own.keys.compactMap(DatedName.init)
        var files: [String: [UInt8]] = [:]
        for (name, bytes) in Self.named(builtIn) {
            guard let later = DatedName(name) else {
                files[name] = bytes
                continue
            }
            let former = dated.filter { $0.isBefore(later) }
            if former.isEmpty || dated.contains(where: { $0.isTwin(of: later) }) { files[name] = bytes }
            // A letter has a text and a page: where an office keeps only the one of its day, this is the other.
            for own in former where own.ending != later.ending {
                files["\(own.kind)@\(own.day)\(later.ending)"] = bytes
            }
        }
        self.files = files.merging(own) { _, own in own }
    }

    private static func named(_ files: [(path: String, bytes: [UInt8])]) -> [String: [UInt8]] {
        let inFolder = files.filter { $0.path.hasPrefix(folder) }
        return Dictionary(inFolder.map { (String($0.path.dropFirst(folder.count)), $0.bytes) }) { first, _ in first }
    }

    /// `KIND@DAY.html` or `KIND@DAY.txt`.
    private struct DatedName {
        let kind: Substring
        let day: Day
        let ending: Substring

        init?(_ name: String) {
            let stem = name.prefix { $0 != "." }
            let parts = stem.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let day = Day(String(parts[1])) else { return nil }
            kind = parts[0]
            self.day = day
            ending = name.dropFirst(stem.count)
        }

        func isBefore(_ other: DatedName) -> Bool { kind == other.kind && day < other.day }

        /// Whether it is the same wording's other file, or the very file.
        func isTwin(of other: DatedName) -> Bool { kind == other.kind && day == other.day }
    }
}
