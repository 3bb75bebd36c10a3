/// The path of a file, for messages: put together only where there is one.
struct FilePath: Sendable, CustomStringConvertible {
    /// The path of its folder.
    let folder: String
    let name: FileName

    var description: String { folder.hasSuffix("/") ? "\(folder)\(name)" : "\(folder)/\(name)" }
}
