import Settings
import Testing

/// The sample configuration, with changes.
struct Configurations {
    private(set) var contents: [String: [UInt8]]

    init() {
        contents = Dictionary(SampleSite.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    func text(_ file: String) throws -> String {
        String(decoding: try #require(contents[file], "\(file) is not in the sample"), as: UTF8.self)
    }

    /// Puts `new` in place of the first `old`.
    mutating func change(_ file: String, _ old: String, _ new: String) throws {
        let text = try text(file)
        let range = try #require(text.firstRange(of: old), "\(file) does not hold \(old)")
        contents[file] = Array(
            text.replacing(old, with: new, subrange: range.lowerBound..<text.endIndex, maxReplacements: 1).utf8)
    }

    mutating func set(_ file: String, _ text: String?) { contents[file] = text.map { Array($0.utf8) } }

    mutating func put(_ file: String, _ bytes: [UInt8]) { contents[file] = bytes }

    /// The line in which `part` first stands, counted from 1.
    func line(of part: String, in file: String) throws -> Int {
        let text = try text(file)
        let range = try #require(text.firstRange(of: part), "\(file) does not hold \(part)")
        return text[..<range.lowerBound].count { $0.isNewline } + 1
    }

    func load() -> (site: Site?, problems: [ConfigurationProblem]) {
        SiteLoader.load(ConfigurationFiles(contents), path: "/srv/hoso")
    }
}
