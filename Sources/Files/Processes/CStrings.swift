/// Strings as C wants a list of them: pointers one after the other, and a null pointer at the end.
struct CStrings {
    private var characters: [CChar] = []
    private var starts: [Int] = []

    init(_ strings: [String]) {
        for string in strings {
            starts.append(characters.count)
            characters += string.utf8.map { CChar(bitPattern: $0) }
            characters.append(0)
        }
    }

    /// Lends the list; the pointers lead nowhere once `body` has returned.
    func withPointers<Result>(_ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        var characters = characters
        return unsafe characters.withUnsafeMutableBufferPointer { memory in
            unsafe body(starts.map { start in unsafe memory.baseAddress.map { unsafe $0 + start } } + [nil])
        }
    }
}
