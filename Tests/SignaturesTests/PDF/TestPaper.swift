import Bytes

/// A PDF of one page with one text field, written save by save, and signed where asked.
struct TestPaper {
    private(set) var bytes: [UInt8]
    /// What stands in each object now.
    private(set) var objects: [Int: String] = [:]
    private var lastTable = 0
    private var fields = "5 0 R"
    private var annotations = "5 0 R"

    /// Objects: 1 catalogue, 2 pages, 3 page, 4 what it shows, 5 text field, 6 its look, 7 form, 8 annotations, 9 information.
    init(form entries: String = "") {
        bytes = Array("%PDF-1.7\n".utf8)
        save([
            1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots 8 0 R >>",
            4: Self.stream("BT (Muc phi 100.000 dong) Tj ET"),
            5:
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (HoTen) /V (An) /Rect [0 0 9 9] /P 3 0 R /AP << /N 6 0 R >> >>",
            6: Self.stream("BT (An) Tj ET"), 7: "<< /Fields [5 0 R] /SigFlags 3 \(entries) >>", 8: "[5 0 R]",
            9: "<< /Producer (test) >>",
        ])
    }

    static func stream(_ content: String, _ entries: String = "") -> String {
        "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    var nextNumber: Int { (objects.keys.max() ?? 0) + 1 }

    /// Appends objects with a table and a trailer, as an incremental update does.
    mutating func save(_ changed: [Int: String], trailer entries: String = "") {
        var offsets: [(Int, Int)] = []
        for (number, body) in changed.sorted(by: { $0.key < $1.key }) {
            offsets.append((number, bytes.count))
            bytes += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
            objects[number] = body
        }
        let table = bytes.count
        var text = "xref\n0 1\n0000000000 65535 f \n"
        for (number, offset) in offsets {
            let digits = String(offset)
            text += "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
        }
        text += "trailer\n<< /Size \(nextNumber) /Root 1 0 R /Info 9 0 R"
        text += lastTable > 0 ? " /Prev \(lastTable)" : ""
        bytes += Array("\(text) \(entries) >>\nstartxref\n\(table)\n%%EOF\n".utf8)
        lastTable = table
    }

    /// Appends a table that says of an object that it begins where it does not.
    mutating func saveNowhere(_ number: Int, at offset: Int = 2) {
        let digits = String(offset)
        let table = bytes.count
        append(
            "xref\n0 1\n0000000000 65535 f \n\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
        )
        append("trailer\n<< /Size \(max(nextNumber, number + 1)) /Root 1 0 R /Info 9 0 R /Prev \(lastTable) >>\n")
        append("startxref\n\(table)\n%%EOF\n")
        lastTable = table
    }

    /// Appends a cross-reference stream that says which members of object streams some objects are.
    mutating func saveStream(of members: [Int: (stream: Int, index: Int)]) {
        let number = max(nextNumber, (members.keys.max() ?? 0) + 1)
        let table = bytes.count
        let sorted = members.sorted { $0.key < $1.key }
        let index = sorted.map { "\($0.key) 1" }.joined(separator: " ")
        let rows = sorted.map { [2, $0.value.stream, $0.value.index] }.joined().map {
            "0\(String($0, radix: 16))".suffix(2)
        }
        let body = TestPaper.stream(
            rows.joined() + ">",
            "/Type /XRef /Filter /ASCIIHexDecode /W [1 1 1] /Index [\(index)] /Size \(number + 1) /Root 1 0 R /Info 9 0 R /Prev \(lastTable)"
        )
        append("\(number) 0 obj\n\(body)\nendobj\nstartxref\n\(table)\n%%EOF\n")
        objects[number] = body
        lastTable = table
    }

    /// Appends text, and a table of rows that may say anything of it.
    mutating func save(raw text: String, rows: String, trailer entries: String = "") {
        append(text)
        let table = bytes.count
        append("xref\n\(rows)trailer\n<< /Size 60 /Root 1 0 R /Info 9 0 R /Prev \(lastTable) \(entries) >>\n")
        append("startxref\n\(table)\n%%EOF\n")
        lastTable = table
    }

    /// A row of a table.
    static func row(_ offset: Int) -> String {
        "\(String(repeating: "0", count: 10 - String(offset).count))\(offset) 00000 n \n"
    }

    /// Adds an annotation to the page.
    mutating func annotate(_ body: String) {
        let number = nextNumber
        annotations += " \(number) 0 R"
        save([8: "[\(annotations)]", number: body])
    }

    mutating func append(_ text: String) { bytes += Array(text.utf8) }

    /// Adds a field with a signature in it over all that is there then.
    ///
    /// - Parameters:
    ///   - certification: what may change afterwards; nil for an ordinary signature.
    ///   - more: objects that are saved with it.
    ///   - type: what the dictionary calls itself, such as a time-stamp.
    ///   - rectangle: where its field shows.
    mutating func sign(
        _ key: String = "citizen-rsa2048", certification: Int? = nil, subFilter: String = "ETSI.CAdES.detached",
        options: [String] = ["-cades"], more: [Int: String] = [:], type: String = "Sig", rectangle: String = "[0 0 0 0]"
    ) throws {
        let (field, value) = (
            max(nextNumber, (more.keys.max() ?? 0) + 1), max(nextNumber, (more.keys.max() ?? 0) + 1) + 1
        )
        fields += " \(field) 0 R"
        annotations += " \(field) 0 R"
        let rights = certification.map {
            "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P \($0) /V /1.2 >> >>]"
        }
        let room = 12_000
        let range = "/ByteRange [0 0000000000 0000000000 0000000000]"
        let contents = "/Contents <" + String(repeating: "0", count: room) + ">"
        var changed = more
        changed[field] =
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky\(field)) /V \(value) 0 R /Rect \(rectangle) /P 3 0 R >>"
        changed[value] =
            "<< /Type /\(type) /Filter /Adobe.PPKLite /SubFilter /\(subFilter) \(rights ?? "") \(range) \(contents) >>"
        changed[7] = (objects[7] ?? "").replacing(/\[[^\]]*\]/, with: "[\(fields)]")
        changed[8] = "[\(annotations)]"
        let start = bytes.count
        save(changed)
        try fill(from: start, room: room, key: key, options: options, isTimestamp: subFilter == "ETSI.RFC3161")
    }

    /// Adds a document time-stamp over all that is there then.
    mutating func stamp(_ key: String) throws {
        try sign(
            key, subFilter: "ETSI.RFC3161",
            options: ["-cades", "-nodetach", "-econtent_type", "1.2.840.113549.1.9.16.1.4"], type: "DocTimeStamp")
    }

    /// The beginning of a TSTInfo, as far as it is read (RFC 3161, 2.4.2).
    private static func timestampInfo(of bytes: [UInt8]) -> [UInt8] {
        let algorithm: [UInt8] = [0x30, 13, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0]
        return [0x30, 59, 2, 1, 1, 6, 3, 0x2A, 3, 4, 0x30, 49] + algorithm + [4, 32] + SHA256.digest(of: bytes).bytes
    }

    private mutating func fill(
        from start: Int, room: Int, key: String, options: [String], isTimestamp: Bool
    ) throws {
        guard let gap = bytes.firstRange(of: Array("/Contents <".utf8), from: start).map({ $0 + 10 }),
            let place = bytes.firstRange(of: Array("/ByteRange [".utf8), from: start)
        else { return }
        let end = gap + room + 2
        func ten(_ number: Int) -> String { String(repeating: "0", count: 10 - String(number).count) + String(number) }
        let range = Array("/ByteRange [0 \(ten(gap)) \(ten(end)) \(ten(bytes.count - end))]".utf8)
        bytes.replaceSubrange(place..<place + range.count, with: range)
        let covered = Array(bytes[..<gap] + bytes[end...])
        let message = try TestSigner.message(
            over: isTimestamp ? Self.timestampInfo(of: covered) : covered, key: key, options: options)
        let digits = Array(Hexadecimal.encode(message).utf8)
        bytes.replaceSubrange(gap + 1..<gap + 1 + digits.count, with: digits)
    }
}

extension [UInt8] {
    /// Where a piece stands first from `start` on.
    func firstRange(of piece: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + piece.count <= count {
            if self[index] == piece[0], Array(self[index..<index + piece.count]) == piece { return index }
            index += 1
        }
        return nil
    }
}
