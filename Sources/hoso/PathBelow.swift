import Foundation

/// Where a path leads, links on its way included, also where its last folders are not there yet.
struct PathBelow {
    /// As many links as Linux follows in one path.
    private static let linkLimit = 40

    private let steps: [String]

    /// Nil where `..` follows a folder that is not there yet, or links lead round: where that leads, nobody can say.
    init?(_ path: String) {
        let files = FileManager.default
        var steps: [String] = []
        var isThere = true
        var links = 0
        // Step by step as the system goes it: behind a link, `..` is the parent of where the link leads.
        var ahead = Self.parts(path.hasPrefix("/") ? path : files.currentDirectoryPath + "/" + path)[...]
        while let part = ahead.popFirst() {
            switch part {
            case ".": continue
            case "..":
                guard isThere else { return nil }
                _ = steps.popLast()
            default:
                let next = "/" + (steps + [part]).joined(separator: "/")
                if isThere, let leads = try? files.destinationOfSymbolicLink(atPath: next) {
                    links += 1
                    guard links <= Self.linkLimit else { return nil }
                    if leads.hasPrefix("/") { steps = [] }
                    ahead = (Self.parts(leads) + ahead)[...]
                } else {
                    steps.append(part)
                    isThere = isThere && files.fileExists(atPath: next)
                }
            }
        }
        self.steps = steps
    }

    private static func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    /// Whether it is that folder, or lies somewhere in it.
    func isIn(_ folder: PathBelow) -> Bool { steps.starts(with: folder.steps) }
}
