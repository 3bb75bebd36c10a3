import Bytes
import Documents

/// What each object of a PDF is for, as far as rules on later changes need to know.
struct PDFRoles {
    enum Role: Equatable {
        /// Cross-reference and object streams.
        case structure
        case catalogue, form, page
        /// A list of form fields.
        case fields
        /// A list of a page's annotations.
        case annotations
        /// A form field or its widget, with its type.
        case field(String?)
        /// What a field looks like.
        case appearance(isSignature: Bool)
        /// An annotation that is no field.
        case remark
        /// Who made the file, and when.
        case information
        case validationData
    }

    /// Numbers that are named somewhere and mean nothing.
    private(set) var dangling: Set<Int> = []
    /// Numbers whose object is not where the cross-reference says, or does not end within the file: bytes that are added make
    /// it another without a word.
    private(set) var unsettled: Set<Int> = []
    private var roles: [Int: Role] = [:]
    /// How often each number is named, and how often where its role says.
    private var named: [Int: Int] = [:]
    private var expected: [Int: Int] = [:]
    /// Lists of what pages and looks draw with, by name.
    private var resources: Set<Int> = []
    private let file: PDFFile

    subscript(_ number: Int) -> Role? { roles[number] }

    init(_ file: PDFFile) throws {
        self.file = file
        try lookAtAll()
        if let number = file.trailer["Info"].reference?.number { roles[number] = .information }
        guard let root = file.trailer["Root"].reference?.number,
            let catalogue = try file.dictionary(file.trailer["Root"])
        else { return }
        if let number = catalogue["Metadata"].reference?.number { give(.information, to: number) }
        try markPages(catalogue["Pages"])
        if let number = catalogue["AcroForm"].reference?.number { give(.form, to: number) }
        if let form = try file.dictionary(catalogue["AcroForm"]) { try markFields(form["Fields"]) }
        roles[root] = .catalogue
        // Last, so that it ends where anything else begins.
        try mark(catalogue["DSS"], depth: 0)
        try takeBack()
    }

    private mutating func give(_ role: Role, to number: Int) {
        roles[number] = role
        expected[number, default: 0] += 1
    }

    /// Takes roles from what is also something else, such as what a page shows and the file calls its information (PD4).
    private mutating func takeBack() throws {
        var waiting = roles.keys.sorted()
        while let number = waiting.popLast() {
            switch roles[number] {
            case .structure?, .information?, .form?, .fields?, .annotations?:
                if isNamedElsewhere(number) { roles[number] = nil }
            case .validationData?, .appearance?:
                guard isNamedElsewhere(number) else { continue }
                roles[number] = nil
                // What it names is then named by something else, too.
                for child in Self.references(in: try file.object(number)?.value ?? .null) {
                    expected[child, default: 0] -= 1
                    waiting.append(child)
                }
            case .field?, .remark?:
                // What a page shows is a stream or in a list of resources, and a field or a remark is neither.
                if try resources.contains(number) || file.object(number)?.streamStart != nil { roles[number] = nil }
            case .catalogue?, .page?, nil: continue
            }
        }
    }

    private func isNamedElsewhere(_ number: Int) -> Bool { named[number, default: 0] > expected[number, default: 0] }

    private mutating func lookAtAll() throws {
        var absent: Set<Int> = []
        for number in file.table.keys.sorted() {
            guard let object = try file.object(number) else {
                absent.insert(number)
                continue
            }
            if try isUnsettled(object, number) { unsettled.insert(number) }
            if let type = object.value.dictionary?["Type"].name, type == "XRef" || type == "ObjStm",
                object.streamStart != nil
            {
                // Its dictionary is a trailer, which names what the trailer names.
                roles[number] = .structure
                continue
            }
            for number in Self.references(in: object.value) { named[number, default: 0] += 1 }
            let lists = try file.dictionary(object.value.dictionary?["Resources"] ?? .null)
            resources.formUnion(lists?.members.compactMap(\.value.reference?.number) ?? [])
        }
        dangling = Set(named.keys.filter { file.table[$0] == nil || absent.contains($0) })
        unsettled.formUnion(absent)
        // The last one may end where the file does.
        let places = file.table.compactMap { number, entry in
            if case .inFile(let offset, _) = entry { (number: number, offset: offset) } else { nil }
        }
        if let last = places.max(by: { $0.offset < $1.offset }) { unsettled.insert(last.number) }
    }

    private func isUnsettled(_ object: PDFIndirectObject, _ number: Int) throws -> Bool {
        guard case .inFile(let offset, _)? = file.table[number] else { return false }
        guard object.offset == offset, object.value != .null else { return true }
        guard let start = object.streamStart,
            let length = try file.resolve(object.value.dictionary?["Length"] ?? .null).integer
        else { return false }
        return length > file.source.count - start
    }

    /// Every number that a value names, as often as it does.
    private static func references(in value: PDFObject) -> [Int] {
        switch value {
        case .reference(let reference): [reference.number]
        case .array(let items): items.flatMap { references(in: $0) }
        case .dictionary(let dictionary): dictionary.members.flatMap { references(in: $0.value) }
        default: []
        }
    }

    /// Everything below the store of validation data.
    private mutating func mark(_ value: PDFObject, depth: Int) throws {
        guard depth <= file.limits.pdfDepth else { return }
        if let number = value.reference?.number {
            expected[number, default: 0] += 1
            guard roles[number] == nil else { return }
            roles[number] = .validationData
        }
        switch try file.resolve(value) {
        case .array(let items): for item in items { try mark(item, depth: depth + 1) }
        case .dictionary(let dictionary):
            for member in dictionary.members { try mark(member.value, depth: depth + 1) }
        default: return
        }
    }

    private mutating func markPages(_ root: PDFObject) throws {
        var waiting = [root]
        var visited: Set<Int> = []
        while let value = waiting.popLast() {
            guard let number = value.reference?.number, visited.insert(number).inserted,
                let node = try file.dictionary(value)
            else { continue }
            if let kids = try file.resolve(node["Kids"]).array {
                waiting += kids
                continue
            }
            roles[number] = .page
            if let list = node["Annots"].reference?.number { give(.annotations, to: list) }
            for annotation in try file.resolve(node["Annots"]).array ?? [] {
                guard let number = annotation.reference?.number else { continue }
                roles[number] = .remark
            }
        }
    }

    private mutating func markFields(_ root: PDFObject) throws {
        if let number = root.reference?.number { give(.fields, to: number) }
        var waiting = (try file.resolve(root).array ?? []).map { (value: $0, type: String?.none, depth: 0) }
        var visited: Set<Int> = []
        while let (value, inherited, depth) = waiting.popLast() {
            guard depth <= file.limits.pdfDepth, let number = value.reference?.number, visited.insert(number).inserted,
                let field = try file.dictionary(value)
            else { continue }
            let type = try file.resolve(field["FT"]).name ?? inherited
            roles[number] = .field(type)
            for kid in try file.resolve(field["Kids"]).array ?? [] { waiting.append((kid, type, depth + 1)) }
            // A signed signature's look is its signer's.
            guard type != "Sig" || field["V"].isNull else { continue }
            try markAppearance(field["AP"], isSignature: type == "Sig", depth: 0)
        }
    }

    private mutating func markAppearance(_ value: PDFObject, isSignature: Bool, depth: Int) throws {
        if let number = value.reference?.number {
            expected[number, default: 0] += 1
            guard roles[number] == nil else { return }
            roles[number] = .appearance(isSignature: isSignature)
            guard try file.object(number)?.streamStart == nil else { return }
        }
        guard depth < 3, let dictionary = try file.dictionary(value) else { return }
        for member in dictionary.members {
            try markAppearance(member.value, isSignature: isSignature, depth: depth + 1)
        }
    }
}
