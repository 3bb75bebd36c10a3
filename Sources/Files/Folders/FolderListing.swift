/// The names in a folder, one after the other, with no more than a few hundred in memory.
///
/// In no order. A name that appears or goes meanwhile may be told or not; every other is told once.
package struct FolderListing: ~Copyable {
    private let descriptor: Descriptor
    private let calls: any SystemCalls
    private let path: String
    private var batch: ArraySlice<FileName> = []
    private var isAtEnd = false

    init(_ descriptor: consuming Descriptor, calls: any SystemCalls, path: String) {
        self.descriptor = descriptor
        self.calls = calls
        self.path = path
    }

    /// The next name, or nil at the end.
    package mutating func next() throws(FileError) -> FileName? {
        while batch.isEmpty, !isAtEnd {
            do throws(SystemError) {
                if let names = try calls.nextEntries(descriptor.number) { batch = names[...] } else { isAtEnd = true }
            } catch {
                throw FileError("Listing", path, .system(error.number))
            }
        }
        return batch.popFirst()
    }
}
