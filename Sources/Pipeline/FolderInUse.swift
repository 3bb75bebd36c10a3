/// A new site is made only in a new or empty folder.
package struct FolderInUse: Error, CustomStringConvertible {
    package let path: String

    package var description: String { "«\(path)» is not empty: a new site is made in a new or empty folder" }
}
