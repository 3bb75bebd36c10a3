import Foundation

/// Where a path of the configuration leads, so that two can be compared.
enum FolderPath {
    /// The names from the root down, symbolic links followed as far as there is something.
    static func parts(of path: String) -> [Substring] {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardized.path.split(separator: "/")
    }
}
