import Bytes
import Dossiers

/// Which of a package's files is which attachment, and which are none.
struct PackageMatch {
    /// For each attachment its file; nil where the form carries it inside, or it is not there.
    let found: [PackageContents.Item?]
    /// The files that no attachment is.
    let rest: [PackageContents.Item]

    /// - Parameters:
    ///   - steps: how a file may be known to be the one; of a loose form all of them, whatever is asked for.
    ///   - isCarried: whether the form carries an attachment inside.
    init(
        _ attachments: [DeclaredAttachment], in contents: PackageContents, limits: Limits,
        steps: [AttachmentMatching.Step],
        isCarried: (Int) -> Bool
    ) throws {
        let files = contents.files
        // Names are compared in composed Unicode, since other systems decompose them (ZP7): so does Swift with any strings.
        let positions = Dictionary(grouping: files.indices) { files[$0].name }
        // Of files that lie loose two may be told apart by that alone: each is the one that is written so.
        func named(_ name: String) -> Int? {
            let alike = positions[name, default: []]
            return alike.first { files[$0].name.utf8.elementsEqual(name.utf8) } ?? alike.first
        }
        let apart = attachments.indices.filter { !isCarried($0) }
        let needs = apart.map { index in
            let attachment = attachments[index]
            return FormNeed(name: attachment.file, size: attachment.size, digest: attachment.sha256)
        }
        var digests = [Digest?](repeating: nil, count: files.count)
        func digest(_ file: Int) throws -> Digest {
            if let known = digests[file] { return known }
            let digest = try files[file].digest(limits: limits)
            digests[file] = digest
            return digest
        }
        var matching = AttachmentMatching()
        var places = [Int?](repeating: nil, count: needs.count)
        for step in contents.layout == .loose ? AttachmentMatching.Step.allCases : steps {
            try matching.find(
                needs, &places, by: step, named: named, isIt: { try digest($0) == $1.digest },
                other: { need, taken in
                    try files.indices.first { try !taken.contains($0) && digest($0) == need.digest }
                })
        }
        var found = [PackageContents.Item?](repeating: nil, count: attachments.count)
        func read(_ file: Int) -> PackageContents.Item {
            var item = files[file]
            item.known = digests[file]
            return item
        }
        for (index, place) in zip(apart, places) { found[index] = place.map(read) }
        self.found = found
        rest = files.indices.filter { !matching.taken.contains($0) }.map(read)
    }
}
