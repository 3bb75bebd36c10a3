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
        lazy var places = file.table.values.compactMap(\.offset).sorted()
        for number in inFileOrder() {
            guard let object = try file.object(number) else { continue }
            try look(at: object)
            guard !object.isClean else { continue }
            if let offset = object.offset {
                try count(file.names(Self.telling, from: offset, to: places.first(behind: offset)))
            } else if case .inStream(let container, let index)? = file.table[number],
                let stream = try file.decodedStream(container), let index = stream.index(of: number, expected: index)
            {
                try count(file.names(Self.telling, ofMember: index, in: stream))
            }
        }
        for offset in (file.recovered ?? [:]).values.sorted() {
            guard let object = try file.object(at: offset) else { continue }
            try look(at: object)
        }
        if file.mayBeReadOtherwise { try lookAtAll(file.everyPlace()) }
        if file.isRebuilt { flags.insert("rebuilt") }
        if file.sections.contains(where: { $0.form == .hybrid }) { flags.insert("hybrid") }
    }

    /// Looks at whatever stands in the file, live or not: which of it is live another reader may see otherwise.
    private mutating func lookAtAll(_ places: [Int]) throws {
        for offset in places {
            guard let object = try file.object(at: offset) else { continue }
            try glance(at: object)
            if !object.isClean { try count(file.names(Self.telling, from: offset, to: places.first(behind: offset))) }
            guard object.value.dictionary?["Type"].name == "ObjStm", let stream = try file.decodedStream(of: object)
            else { continue }
            for index in stream.members.indices {
                let member = try file.member(index, of: stream)
                try glance(at: member)
                if !member.isClean { try count(file.names(Self.telling, ofMember: index, in: stream)) }
            }
        }
    }

    private mutating func glance(at object: PDFIndirectObject) throws {
        try walk(object.value)
        if let name = object.value.name { count([name]) }
        if object.streamStart != nil, object.value.dictionary?["Type"].name == "EmbeddedFile" {
            active.insert("embeddedFile")
        }
    }

    /// Names that tell of active content wherever they stand; the last ones together with another only.
    private static let telling: Set<String> = [
        "JavaScript", "OnInstantiate", "Launch", "GoToE", "EmbeddedFile", "EmbeddedFiles", "RichMedia",
        "RichMediaExecute", "Movie", "Rendition", "JS", "EF", "F", "UF",
    ]

    private mutating func count(_ names: Set<String>) {
        if !names.isDisjoint(with: ["JavaScript", "OnInstantiate"]) || names.isSuperset(of: ["Rendition", "JS"]) {
            active.insert("javascript")
        }
        if names.contains("Launch") { active.insert("launch") }
        if !names.isDisjoint(with: ["GoToE", "EmbeddedFile", "EmbeddedFiles"])
            || names.contains("EF") && !names.isDisjoint(with: ["F", "UF"])
        {
            active.insert("embeddedFile")
        }
        if !names.isDisjoint(with: ["RichMedia", "RichMediaExecute", "Movie"]) { active.insert("richMedia") }
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
        if object.streamStart != nil {
            try refuseLayers(dictionary)
            try judgeOutside(dictionary)
        }
        if type == "EmbeddedFile", object.streamStart != nil { active.insert("embeddedFile") }
        let isSignature = type == "Sig" && dictionary["FT"].isNull || type == "DocTimeStamp"
        if isSignature || !dictionary["ByteRange"].isNull {
            signatureDictionaries[object.number] = dictionary
            guard signatureDictionaries.count <= file.limits.pdfSignatures else {
                throw ParseError(.limits, "at most \(file.limits.pdfSignatures) signatures expected")
            }
        }
    }

    /// Notes a stream whose data, or the page that it stands for, lie in another file (ISO 32000-1, 7.3.8.2 and 8.10.4).
    private mutating func judgeOutside(_ dictionary: PDFDictionary) throws {
        let data = try file.resolve(dictionary["F"])
        let page = try file.dictionary(dictionary["Ref"])
        if data.string != nil || data.dictionary != nil || page.map({ !$0["F"].isNull }) == true {
            flags.insert("remoteGoTo")
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
        switch try file.resolve(dictionary["Subtype"]).name {
        case "RichMedia", "Movie": active.insert("richMedia")
        default: break
        }
        // The script of a picture in three dimensions (ISO 32000-1, table 300).
        if try !file.resolve(dictionary["OnInstantiate"]).isNull { active.insert("javascript") }
        if case .boolean(true) = try file.resolve(dictionary["NeedAppearances"]) { flags.insert("needAppearances") }
        if try !file.resolve(dictionary["XFA"]).isNull { flags.insert("xfa") }
        for member in dictionary.members { try walk(member.value) }
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
        case "Thread": if !dictionary["F"].isNull { flags.insert("remoteGoTo") }
        default:
            // A rendition may carry a script too.
            if !dictionary["JS"].isNull { active.insert("javascript") }
        }
    }
}
