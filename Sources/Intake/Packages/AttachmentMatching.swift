/// Finds the file that a form means among those that came: the one of its declared digest, else the one of its name.
///
/// Each file serves once, unless a form names it twice.
struct AttachmentMatching {
    /// How a file is known to be the one, the surest way first; each is tried for every form before the next.
    enum Step: CaseIterable { case nameAndDigest, digest, name }

    /// The files that were found.
    private(set) var taken: Set<Int> = []

    /// Looks for what a form needs and has not found yet.
    ///
    /// - Parameters:
    ///   - named: the file of a name.
    ///   - isIt: whether a file is the one that its declared digest tells.
    ///   - other: the file of a declared digest among those that were not taken.
    mutating func find(
        _ needs: [FormNeed], _ found: inout [Int?], by step: Step, named: (String) throws -> Int?,
        isIt: (Int, FormNeed) throws -> Bool, other: (FormNeed, Set<Int>) throws -> Int?
    ) rethrows {
        guard found.contains(nil) else { return }
        let twice = Self.namedTwice(needs)
        for (index, need) in needs.enumerated() where found[index] == nil {
            if twice.contains(need.name), let twin = Self.twin(of: need, needs, found, by: step) {
                found[index] = twin
                continue
            }
            let file: Int? =
                switch step {
                case .digest: need.digest == nil ? nil : try other(need, taken)
                case .nameAndDigest where need.digest == nil: nil
                case .nameAndDigest, .name: try named(need.name).flatMap { taken.contains($0) ? nil : $0 }
                }
            guard let file, try step != .nameAndDigest || isIt(file, need) else { continue }
            found[index] = file
            taken.insert(file)
        }
    }

    /// Names that stand more than once in a form; the others need no search.
    private static func namedTwice(_ needs: [FormNeed]) -> Set<String> {
        var (once, twice): (Set<String>, Set<String>) = ([], [])
        for need in needs where !once.insert(need.name).inserted { twice.insert(need.name) }
        return twice
    }

    /// What was found already for the same file, named a second time.
    private static func twin(of need: FormNeed, _ needs: [FormNeed], _ found: [Int?], by step: Step) -> Int? {
        for (other, file) in zip(needs, found) {
            guard let file, other.name == need.name else { continue }
            if step == .name || (need.digest != nil && other.digest == need.digest) { return file }
        }
        return nil
    }
}
