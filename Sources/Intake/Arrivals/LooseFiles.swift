import Bytes
import Files

/// The scans that lie loose in a drop folder, and which form each belongs to.
///
/// Files are told by their position in the table that each question brings along, since it may be a large one.
struct LooseFiles {
    /// Files that are read for their digest, for one that a form names otherwise.
    private static let mostAlike = 200
    /// What they may have together, for all forms of a look.
    private static let mostBytes = 1_000_000_000

    private let here: Folder
    /// What has changed since then, by our own steady clock, is not read to tell whose it is.
    private let settledBy: Int
    /// Whether it is a claim: then a second name of a file is one that we gave it.
    private let isOurs: Bool
    private var taken: Set<Int> = []
    private var bytesLeft = Self.mostBytes
    private var wasTooMuch = false
    /// How many scans have each size.
    private var sizes: [Int: Int] = [:]
    private var scans = 0
    /// Files that more than one form names.
    private var contested: Set<Int> = []
    /// Names that are not all ASCII, which may be composed otherwise than a form writes them, by their hash.
    private var composed: [Int: Int]?

    init(here: Folder, settledBy: Int, isOurs: Bool = false) {
        (self.here, self.settledBy, self.isOurs) = (here, settledBy, isOurs)
    }

    /// The names of the files that one form means, however much must be read for that.
    ///
    /// - Parameter isOurs: whether it is a claim, so that a file's second name is one that we gave it.
    static func names(of needs: [FormNeed], in here: Folder, isOurs: Bool = false) throws -> [FileName?] {
        var files = NameTable<Sighting>()
        for name in try here.entries() {
            guard let status = try here.status(of: name) else { continue }
            let kind = ArrivalKind(name: name, status: status, isOurs: isOurs)
            _ = files.see(name, new: Sighting(kind, Stamp(status), now: 0))
        }
        while true {
            var loose = LooseFiles(here: here, settledBy: 0, isOurs: isOurs)
            // What was read before is known to the next.
            guard let found = try loose.join([needs], in: &files)[0] else { continue }
            return found.map { $0.map { files.name(at: $0) } }
        }
    }

    /// The files that each form means; nil for a form about which a later look must read on.
    mutating func join(_ forms: [[FormNeed]], in files: inout NameTable<Sighting>) throws -> [[Int?]?] {
        if forms.contains(where: { $0.contains { $0.digest != nil } }) { survey(forms, files) }
        var matching = AttachmentMatching()
        var joined: [[Int?]?] = forms.map { Array(repeating: nil, count: $0.count) }
        for step in AttachmentMatching.Step.allCases {
            for (form, needs) in forms.enumerated() {
                guard var found = joined[form] else { continue }
                wasTooMuch = false
                try matching.find(
                    needs, &found, by: step, named: { find($0, in: files) },
                    isIt: { try isIt($0, $1, in: &files) }, other: { try other($0, besides: $1, in: &files) })
                joined[form] = wasTooMuch ? nil : found
            }
        }
        taken = matching.taken
        return joined
    }

    /// Takes the file of a name.
    mutating func take(_ need: FormNeed, in files: NameTable<Sighting>) -> Int? {
        guard let file = find(need.name, in: files), taken.insert(file).inserted else { return nil }
        return file
    }

    /// Whether a position is that of a scan which is there and which no form has named.
    func isFree(_ file: Int, in files: NameTable<Sighting>) -> Bool {
        Self.isScan(file, in: files) && !taken.contains(file)
    }

    private static func isScan(_ file: Int, in files: NameTable<Sighting>) -> Bool {
        files[file].kind == .scan && files.isSeen(file)
    }

    /// Counts what tells whether a name could mean more than one file.
    private mutating func survey(_ forms: [[FormNeed]], _ files: NameTable<Sighting>) {
        for file in 0..<files.count where Self.isScan(file, in: files) {
            sizes[files[file].stamp.size, default: 0] += 1
            scans += 1
        }
        var namedBy: [Int: Int] = [:]
        for (form, needs) in forms.enumerated() {
            for file in needs.compactMap({ find($0.name, in: files) }) {
                if namedBy.updateValue(form, forKey: file) ?? form != form { contested.insert(file) }
            }
        }
    }

    /// Whether the file of a need's name is the one of its digest; it is read only where another could be that.
    private mutating func isIt(_ file: Int, _ need: FormNeed, in files: inout NameTable<Sighting>) throws -> Bool {
        if let size = need.size, size != files[file].stamp.size { return false }
        guard files[file].since <= settledBy else { return true }
        let alike = need.size.map { sizes[$0, default: 0] } ?? scans
        guard alike > 1 || contested.contains(file) else { return true }
        guard let digest = try digest(of: file, in: &files) else { return true }
        return digest == need.digest
    }

    /// The file of a need's digest among those of other names.
    private mutating func other(
        _ need: FormNeed, besides taken: Set<Int>, in files: inout NameTable<Sighting>
    ) throws -> Int? {
        if let size = need.size, sizes[size] == nil { return nil }
        // A form that gives no size must not have every file of a full folder read for it.
        var alike: [Int] = []
        for file in 0..<files.count where Self.isScan(file, in: files) && !taken.contains(file) {
            if let size = need.size, size != files[file].stamp.size { continue }
            guard alike.count < Self.mostAlike else { return nil }
            alike.append(file)
        }
        for file in alike.sorted(by: { files.isOrdered($0, before: $1) }) {
            if try digest(of: file, in: &files) == need.digest { return file }
        }
        return nil
    }

    private mutating func find(_ name: String, in files: NameTable<Sighting>) -> Int? {
        if let exact = FileName(name).flatMap(files.position), Self.isScan(exact, in: files) { return exact }
        let byHash = composed ?? Self.composed(files)
        composed = byHash
        guard let found = byHash[name.hashValue], Self.isScan(found, in: files), files.name(at: found).text == name
        else {
            return nil
        }
        return found
    }

    /// Equal strings have one hash, however their characters are composed.
    private static func composed(_ files: NameTable<Sighting>) -> [Int: Int] {
        var byHash: [Int: Int] = [:]
        for file in 0..<files.count where files[file].kind == .scan && files.isSeen(file) {
            let name = files.name(at: file)
            guard name.bytes.contains(where: { $0 >= 0x80 }), let text = name.text else { continue }
            byHash[text.hashValue] = file
        }
        return byHash
    }

    /// Nil where it cannot be read, or is too much for this look.
    private mutating func digest(of file: Int, in files: inout NameTable<Sighting>) throws -> Digest? {
        if let known = files[file].digest { return known }
        let size = files[file].stamp.size
        guard size <= bytesLeft else {
            // A later look has all bytes left for it, unless it has more than any may read.
            if size <= Self.mostBytes { wasTooMuch = true }
            return nil
        }
        do {
            let digest = try SHA256.digest(of: try here.open(files.name(at: file), alone: !isOurs))
            bytesLeft -= size
            files[file].digest = digest
            return digest
        } catch let error as FileError where error.isSendersFault {
            return nil
        }
    }
}
