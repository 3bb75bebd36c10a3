/// The one owner of an open file or folder, which closes it.
struct Descriptor: ~Copyable, Sendable {
    private(set) var number: Int32
    private let calls: any SystemCalls

    init(_ number: Int32, calls: any SystemCalls) {
        self.number = number
        self.calls = calls
    }

    deinit {
        // Nobody is left to tell; what matters is closed by `close`.
        if number >= 0 { _ = try? calls.close(number) }
    }

    func owner(_ path: String) throws(FileError) -> Ownership {
        do throws(SystemError) {
            return try calls.owner(number)
        } catch {
            throw FileError("Looking at", path, .system(error.number))
        }
    }

    /// Closes it now, and says where what was written could not be kept (quotas and network file systems tell only now).
    consuming func close() throws(SystemError) {
        let closing = number
        number = -1
        try calls.close(closing)
    }
}
