import Foundation

/// Where a path leads, links on its way included, also where its last folders are not there yet.
struct PathBelow {
    private let steps: [String]

    init(_ path: String) {
        var there = URL(fileURLWithPath: path).standardizedFileURL
        var missing: [String] = []
        while !FileManager.default.fileExists(atPath: there.path), there.path != "/" {
            missing.insert(there.lastPathComponent, at: 0)
            there.deleteLastPathComponent()
        }
        steps = there.resolvingSymlinksInPath().pathComponents + missing
    }

    /// Whether it is that folder, or lies somewhere in it.
    func isIn(_ folder: PathBelow) -> Bool { steps.starts(with: folder.steps) }
}
