import Bytes

/// One look at every live object: what would run, what should be known, and what may be a signature.
///
/// Objects that nothing leads to are looked at too: what leads to them is what attacks hide.
struct PDFInspection {
    private(set) var active: Set<String> = []
    private(set) var flags: Set<String> = []
    /// Dictionaries that call themselves signatures, by object number.
    private(set) var signatureDictionaries: [Int: PDFDictionary] = [:]

    private let file: PDFFile

    init(_ file: PDFFile) {
        self.file = file
    }

    mutating func run() throws {
        try walk(file.trailer)
        for number in inFileOrder() {
            guard let object = try file.object(number) else { continue }
            try look(at: object)
        }
        // Where an entry was wrong some readers rebuild the whole table: then these are what they show.
        for offset in (file.recovered ?? [:]).values.sorted() {
            guard let object = try file.object(at: offset) else { continue }
            try look(at: object)
        }
        if file.isRebuilt { flags.insert("rebuilt") }
        if file.sections.contains(where: { $0.form == .hybrid }) { flags.insert("hybrid") }
    }

    /// Neighbours one after the other, so that one window serves many, and each object stream is unpacked once.
    private func inFileOrder() -> [Int] {
        let live = file.table.compactMap { number, entry -> (number: Int, place: Int, index: Int)? in
            switch entry {
            case .free: nil
            case .inFile(let offset, _): (number, offset, -1)
            case .inStream(let container, let index): (number, container, index)
            }
        }
        return live.sorted { ($0.index < 0 ? 0 : 1, $0.place, $0.index) < ($1.index < 0 ? 0 : 1, $1.place, $1.index) }
            .map(\.number)
    }

    private mutating func look(at object: PDFIndirectObject) throws {
        try walk(object.value)
        guard let dictionary = object.value.dictionary else { return }
        let type = try file.resolve(dictionary["Type"]).name
        if object.streamStart != nil { try refuseLayers(dictionary) }
        if type == "EmbeddedFile", object.streamStart != nil { active.insert("embeddedFile") }
        let isSignature = type == "Sig" && dictionary["FT"].isNull || type == "DocTimeStamp"
        if isSignature || !dictionary["ByteRange"].isNull {
            signatureDictionaries[object.number] = dictionary
            guard signatureDictionaries.count <= file.limits.pdfSignatures else {
                throw ParseError(.limits, "at most \(file.limits.pdfSignatures) signatures expected")
            }
        }
    }

    /// A stream packed and packed again serves only to swell: each layer of Flate may grow a thousandfold.
    private func refuseLayers(_ dictionary: PDFDictionary) throws {
        let filters = try file.resolve(dictionary["Filter"]).array ?? []
        guard filters.count > 1 else { return }
        let layers = try filters.count {
            try ["FlateDecode", "Fl", "LZWDecode", "LZW"].contains(file.resolve($0).name)
        }
        guard layers <= file.limits.pdfLayers else {
            throw ParseError(
                .bomb, "a stream packed at most \(file.limits.pdfLayers) times expected, \(layers) times found")
        }
    }

    private mutating func walk(_ value: PDFObject) throws {
        switch value {
        case .array(let items): for item in items { try walk(item) }
        case .dictionary(let dictionary): try walk(dictionary)
        default: break
        }
    }

    private mutating func walk(_ dictionary: PDFDictionary) throws {
        try judgeAction(dictionary)
        if !dictionary["EF"].isNull, let files = try file.dictionary(dictionary["EF"]),
            ["F", "UF", "DOS", "Mac", "Unix"].contains(where: { !files[$0].isNull })
        {
            active.insert("embeddedFile")
        }
        if try ["RichMedia", "Movie"].contains(file.resolve(dictionary["Subtype"]).name) { active.insert("richMedia") }
        // The script of a picture in three dimensions (ISO 32000-1, table 300).
        if try !file.resolve(dictionary["OnInstantiate"]).isNull { active.insert("javascript") }
        if try file.resolve(dictionary["NeedAppearances"]) == .boolean(true) { flags.insert("needAppearances") }
        if !dictionary["XFA"].isNull, try !file.resolve(dictionary["XFA"]).isNull { flags.insert("xfa") }
        for value in dictionary.entries.values { try walk(value) }
    }

    /// What an action dictionary would do (ISO 32000-1, table 198).
    private mutating func judgeAction(_ dictionary: PDFDictionary) throws {
        guard !dictionary["S"].isNull else { return }
        switch try file.resolve(dictionary["S"]).name {
        case "JavaScript": active.insert("javascript")
        case "Launch": active.insert("launch")
        case "GoToE": active.insert("embeddedFile")
        case "RichMediaExecute": active.insert("richMedia")
        case "URI": flags.insert("uri")
        case "SubmitForm", "ImportData": flags.insert("submitForm")
        case "GoToR": flags.insert("remoteGoTo")
        default:
            // A rendition may carry a script too.
            if !dictionary["JS"].isNull { active.insert("javascript") }
        }
    }
}
