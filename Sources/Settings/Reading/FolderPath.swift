import Foundation

/// Where a path of the configuration leads, so that two can be compared.
enum FolderPath {
    /// The names from the root down, symbolic links followed as far as there is something.
    static func parts(of path: String) -> [String] {
        var folder = URL(fileURLWithPath: path).standardized
        var absent: [String] = []
        while folder.pathComponents.count > 1, !FileManager.default.fileExists(atPath: folder.path) {
            absent.append(folder.lastPathComponent)
            folder.deleteLastPathComponent()
        }
        let there = folder.resolvingSymlinksInPath().pathComponents
        return there + absent.reversed()
    }
}
