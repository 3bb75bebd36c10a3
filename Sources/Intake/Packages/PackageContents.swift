package import Bytes
package import Documents
package import Files

/// What lies in a claim's folder, in whichever of the four forms it came: a form and the files beside it.
package struct PackageContents: Sendable {
    /// A file of the package, and how its bytes are reached.
    package struct Item: Sendable {
        package enum Place: Sendable {
            case file(Folder, FileName)
            case packed(ZIPArchive, ZIPEntry)
            case memory([UInt8])
        }

        /// As it came.
        package let name: String
        package let place: Place
        /// Whether it was read before: then a second name is one that we gave it.
        let isOurs: Bool
        /// Its digest, where it was read already.
        var known: Digest?

        init(name: String, place: Place, isOurs: Bool = false) {
            self.name = name
            self.place = place
            self.isOurs = isOurs
        }

        /// A file under its own name; one that is no text is shown as its bytes, which no form can name.
        init(_ name: FileName, in folder: Folder, isOurs: Bool = false) {
            self.init(name: name.text ?? name.description, place: .file(folder, name), isOurs: isOurs)
        }
    }

    package enum Layout: String, Sendable { case archive, folder, loose, scan }

    package let layout: Layout
    /// Nil for a scan that stands alone.
    package let form: Item?
    /// The form's signature where it lies beside it, as `form.xml.sig` beside `form.xml`.
    package let signature: Item?
    package let files: [Item]

    /// Looks into a claim's folder.
    ///
    /// Throws a `ParseError` (`layout`, or of the archive) where there is not exactly one form, and the folder's own error
    /// where it cannot be read.
    ///
    /// - Parameters:
    ///   - isOurs: whether it was read before, so that a file's second name is one that we gave it.
    ///   - asBefore: whether an archive's names are read as they were before the names behind them counted.
    package init(claim: Folder, limits: Limits, isOurs: Bool = false, asBefore: Bool = false) throws {
        let names = try claim.entries().sorted { $0.description < $1.description }
        var folders: [FileName] = []
        var archives: [FileName] = []
        var forms: [FileName] = []
        var others: [FileName] = []
        for name in names {
            guard let status = try claim.status(of: name) else { continue }
            switch ArrivalKind(name: name, status: status, isOurs: isOurs) {
            case .folder: folders.append(name)
            case .archive: archives.append(name)
            case .form: forms.append(name)
            case .scan: others.append(name)
            case .unfinished, .irregular: continue
            }
        }
        if let folder = folders.first, names.count == 1 {
            try self.init(members: claim.folder(folder), limits: limits, isOurs: isOurs)
        } else if let archive = archives.first, forms.isEmpty, others.isEmpty, archives.count == 1 {
            let source = try claim.open(archive)
            let read: ZIPArchive
            do {
                read = try ZIPArchive(source, limits: limits, asBefore: asBefore)
            } catch let error as ParseError where isOurs && error.code == .mismatch {
                // What was taken once stays readable.
                read = try ZIPArchive(source, limits: limits, asBefore: true)
            }
            try self.init(archive: read, limits: limits, asBefore: asBefore)
        } else if let form = forms.first, forms.count == 1 {
            self.init(
                layout: .loose, form: Item(form, in: claim, isOurs: isOurs),
                files: others.map { Item($0, in: claim, isOurs: isOurs) })
        } else {
            self.init(
                layout: .scan, form: nil,
                files: (archives + forms + others).map { Item($0, in: claim, isOurs: isOurs) })
        }
    }

    /// A form where it lies, with the files beside it.
    package init(form: FileName, beside folder: Folder, limits: Limits) throws {
        // Only files that the form means are looked for, however many others share the folder.
        let needs = try FormNeeds(limits: limits).read(folder, form).files + [.signature(of: form)]
        let files = Set(try LooseFiles.names(of: needs, in: folder).compactMap(\.self))
        self.init(
            layout: .loose, form: Item(form, in: folder), files: files.map { Item($0, in: folder) })
    }

    /// A folder's files, of which one is the form.
    package init(members folder: Folder, limits: Limits, isOurs: Bool = false) throws {
        let (form, files) = try Self.oneForm(among: try Self.members(of: folder, limits: limits, isOurs: isOurs))
        self.init(layout: .folder, form: form, files: files)
    }

    /// An archive's files, of which one is the form.
    ///
    /// What a system lays there for itself is passed over.
    ///
    /// - Parameter asBefore: whether it was taken when they counted.
    package init(archive: ZIPArchive, limits: Limits, asBefore: Bool = false) throws(ParseError) {
        let entries = archive.entries.filter { asBefore || !ZIPName.isNote($0.name) }
        guard entries.count <= limits.files else {
            throw ParseError(.limits, "the archive holds more than \(limits.files) files")
        }
        let items = entries.map { Item(name: $0.name, place: .packed(archive, $0)) }
        let (form, files) = try Self.oneForm(among: items)
        self.init(layout: .archive, form: form, files: files)
    }

    /// Throws a `ParseError` with code `limits` where what lies there has more bytes than a package may, and the folder's own
    /// error where it cannot tell.
    ///
    /// A file may say that it has terabytes and take no room at all (FS8).
    func checkSize(limits: Limits) throws {
        var total = 0
        func add(_ item: Item) throws {
            guard case .file(let folder, let name) = item.place, let status = try folder.status(of: name) else {
                return
            }
            total += min(status.size, limits.packageBytes + 1)
            guard total <= limits.packageBytes else {
                throw ParseError(.limits, "the package has more than \(limits.packageBytes) bytes")
            }
        }
        if let form { try add(form) }
        if let signature { try add(signature) }
        for item in files { try add(item) }
    }

    /// Throws a `ParseError` with code `limits` where there are more files than a package may have.
    ///
    /// - Parameter carried: how many its form carries inside.
    func checkCount(carried: Int, limits: Limits) throws(ParseError) {
        let apart = (form == nil ? 0 : 1) + (signature == nil ? 0 : 1) + files.count
        guard apart + carried <= limits.files else {
            throw ParseError(.limits, "the package holds more than \(limits.files) files")
        }
    }

    private init(layout: Layout, form: Item?, files: [Item]) {
        self.layout = layout
        self.form = form
        let name = form.map { DetachedSignature.name(for: $0.name) }
        var files = files
        signature = files.firstIndex { $0.name == name }.map { files.remove(at: $0) }
        self.files = files
    }

    private static func members(of folder: Folder, limits: Limits, isOurs: Bool) throws -> [Item] {
        var items: [Item] = []
        // Equal however they are composed (ZP7); case tells files apart on the disk that they lie on.
        var taken: Set<String> = []
        guard let names = try folder.entries(most: Folder.mostMembers) else {
            throw ParseError(.limits, "the folder holds more than \(Folder.mostMembers) files")
        }
        for name in names.sorted(by: { $0.description < $1.description }) {
            guard !ArrivalKind.isUnfinished(name), let status = try folder.status(of: name) else { continue }
            guard status.kind == .regular, isOurs || status.links == 1 else {
                throw ParseError(.layout, "the folder holds «\(name)», which is not a file of its own")
            }
            let item = Item(name, in: folder, isOurs: isOurs)
            // What was taken once stays readable.
            guard taken.insert(item.name).inserted || isOurs else {
                throw ParseError(.duplicate, "the folder holds two files of the same name but for composition")
            }
            items.append(item)
            guard items.count <= limits.files else {
                throw ParseError(.limits, "the folder holds more than \(limits.files) files")
            }
        }
        return items
    }

    private static func oneForm(among items: [Item]) throws(ParseError) -> (Item, [Item]) {
        guard !items.isEmpty else { throw ParseError(.empty, "the package holds no file") }
        let forms = items.indices.filter { items[$0].name.lowercased().hasSuffix(".xml") }
        guard let form = forms.first, forms.count == 1 else {
            throw ParseError(.layout, "the package holds \(forms.count) XML forms at its top; one is expected")
        }
        var files = items
        return (files.remove(at: form), files)
    }
}

extension PackageContents.Item {
    /// All bytes, at most `limit`.
    ///
    /// Throws a `ParseError` with code `limits` where there are more.
    package func contents(limit: Int) throws -> [UInt8] {
        switch place {
        case .file(let folder, let name):
            let file = try folder.open(name, alone: !isOurs)
            guard file.count <= limit else {
                throw ParseError(.limits, "«\(name)» has \(file.count) bytes; at most \(limit) are read")
            }
            return try file.read(at: 0, count: file.count)
        case .packed(let archive, let entry):
            return try archive.contents(of: entry, limit: limit)
        case .memory(let bytes): return bytes
        }
    }
}

extension PackageContents {
    /// A form by itself, in memory.
    package init(form bytes: [UInt8]) {
        self.init(layout: .loose, form: Item(name: "form.xml", place: .memory(bytes)), files: [])
    }
}
