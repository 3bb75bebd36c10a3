package import Files

extension Folder {
    /// The names in a folder that came from outside, in the order of their bytes; nil where there are more than `most`.
    ///
    /// Nobody's million of names is held in memory to learn that they are too many.
    package func entries(most: Int) throws(FileError) -> [FileName]? {
        var listing = try listing()
        var names: [FileName] = []
        while let name = try listing.next() {
            guard names.count < most else { return nil }
            names.append(name)
        }
        return names.sorted()
    }

    /// More than any package has, hidden files and all: what holds more is read only to be refused.
    package static let mostMembers = 2_000
}
