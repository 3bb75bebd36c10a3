import Files

/// The files in a folder, found by composed Unicode, or by the size of what a form calls otherwise.
struct PresentFiles {
    private let names: [String: FileName]
    private let sizes: [FileName: Int]

    /// - Parameter sizes: of each file, by its name.
    init(sizes: [FileName: Int]) {
        self.sizes = sizes
        names = Dictionary(sizes.keys.compactMap { name in name.text.map { ($0, name) } }) { first, _ in first }
    }

    func find(_ name: String) -> FileName? { names[name] }

    func size(of name: FileName) -> Int? { sizes[name] }

    /// Whether a form misses none of its files: what is not there by its name may be any file of no other's name that has the
    /// declared size, where a digest is declared that tells them apart once they are read.
    func hold(all needs: [FormNeed]) -> Bool {
        let absent = needs.filter { find($0.name) == nil }
        guard !absent.isEmpty else { return true }
        guard absent.allSatisfy({ $0.digest != nil }) else { return false }
        let named = Set(needs.compactMap { find($0.name) })
        var free: [Int: Int] = [:]
        for (name, size) in sizes where !named.contains(name) { free[size, default: 0] += 1 }
        for need in absent {
            guard let size = need.size, let left = free[size], left > 0 else { return false }
            free[size] = left - 1
        }
        return true
    }
}
