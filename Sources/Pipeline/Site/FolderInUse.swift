/// What hoso makes, it makes in a new or empty folder.
package struct FolderInUse: Error, CustomStringConvertible {
    package let path: String

    package var description: String { "«\(path)» holds something already: a new or empty folder is expected" }
}
