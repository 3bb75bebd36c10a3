import Files

/// What a command was pointed at is not there.
struct NoSuchInput: Error, CustomStringConvertible {
    let description: String

    /// Throws it where no folder lies under that path.
    static func expectFolder(_ path: String) throws {
        do {
            _ = try Folder(path: path)
        } catch {
            guard error.isNotFound || error.isNotFolder else { throw error }
            throw NoSuchInput(description: "«\(path)» is no folder")
        }
    }

    /// Of a file that could not be opened, with the system's reason.
    static func unreadable(_ path: String) -> NoSuchInput {
        NoSuchInput(description: "«\(path)» cannot be read" + (SystemUser.whyUnreadable(path).map { ": \($0)" } ?? ""))
    }
}
