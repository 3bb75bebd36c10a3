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
    private var roles: [Int: Role] = [:]
    private let file: PDFFile

    subscript(_ number: Int) -> Role? { roles[number] }

    init(_ file: PDFFile) throws {
        self.file = file
        try lookAtAll()
        if let number = file.trailer["Info"].reference?.number { roles[number] = .information }
        guard let root = file.trailer["Root"].reference?.number,
            let catalogue = try file.dictionary(file.trailer["Root"])
        else { return }
        if let number = catalogue["Metadata"].reference?.number { roles[number] = .information }
        try mark(catalogue["DSS"], depth: 0)
        try markPages(catalogue["Pages"])
        if let number = catalogue["AcroForm"].reference?.number { roles[number] = .form }
        if let form = try file.dictionary(catalogue["AcroForm"]) { try markFields(form["Fields"]) }
        roles[root] = .catalogue
    }

    private mutating func lookAtAll() throws {
        for number in file.table.keys.sorted() {
            guard let object = try file.object(number) else { continue }
            if let type = object.value.dictionary?["Type"].name, type == "XRef" || type == "ObjStm",
                object.streamStart != nil
            {
                roles[number] = .structure
            }
            noteReferences(in: object.value)
        }
        for number in dangling where file.table[number].map({ $0 != .free }) ?? false { dangling.remove(number) }
    }

    private mutating func noteReferences(in value: PDFObject) {
        switch value {
        case .reference(let reference): dangling.insert(reference.number)
        case .array(let items): for item in items { noteReferences(in: item) }
        case .dictionary(let dictionary): for item in dictionary.entries.values { noteReferences(in: item) }
        default: return
        }
    }

    /// Everything below the store of validation data.
    private mutating func mark(_ value: PDFObject, depth: Int) throws {
        guard depth <= file.limits.pdfDepth else { return }
        if let number = value.reference?.number {
            guard roles[number] == nil else { return }
            roles[number] = .validationData
        }
        switch try file.resolve(value) {
        case .array(let items): for item in items { try mark(item, depth: depth + 1) }
        case .dictionary(let dictionary):
            for item in dictionary.entries.values { try mark(item, depth: depth + 1) }
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
            if let list = node["Annots"].reference?.number { roles[list] = .annotations }
            for annotation in try file.resolve(node["Annots"]).array ?? [] {
                guard let number = annotation.reference?.number else { continue }
                roles[number] = .remark
            }
        }
    }

    private mutating func markFields(_ root: PDFObject) throws {
        if let number = root.reference?.number { roles[number] = .fields }
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
            if roles[number] == nil { roles[number] = .appearance(isSignature: isSignature) }
            guard try file.object(number)?.streamStart == nil else { return }
        }
        guard depth < 3, let dictionary = try file.dictionary(value) else { return }
        for item in dictionary.entries.values {
            try markAppearance(item, isSignature: isSignature, depth: depth + 1)
        }
    }
}
