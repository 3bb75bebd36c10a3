import Bytes

/// Finds the signatures of a PDF through its form fields (ISO 32000-1, 12.7.4.5).
struct PDFSignatureFields {
    /// Names are shown to people; longer ones are cut.
    private static let nameCharacters = 200

    private let file: PDFFile

    init(_ file: PDFFile) {
        self.file = file
    }

    /// A field's value, where it is a signature field and has one.
    private struct Signed {
        let name: String
        /// Nil where the value stands in the field itself.
        let number: Int?
        let dictionary: PDFDictionary
    }

    /// Every signature in a field, and those among `found` that are in none; by the end of what they sign.
    func signatures(among found: [Int: PDFDictionary]) throws -> [PDFSignature] {
        guard let catalogue = try file.dictionary(file.trailer["Root"]) else { return [] }
        let signed = try signedFields(of: catalogue)
        var known: Set<Int> = Set(signed.compactMap(\.number))
        // Rights that a program grants are no one's signature (12.8.2.3).
        for right in ["UR", "UR3"] {
            let rights = try file.dictionary(catalogue["Perms"])?[right]
            if let number = rights?.reference?.number { known.insert(number) }
        }
        var signatures = try signed.map {
            try PDFSignature($0.dictionary, number: $0.number, fieldName: $0.name, in: file)
        }
        for (number, dictionary) in found.sorted(by: { $0.key < $1.key }) where !known.contains(number) {
            signatures.append(try PDFSignature(dictionary, number: number, fieldName: nil, in: file))
        }
        return signatures.sorted { $0.revisionEnd < $1.revisionEnd }
    }

    private func signedFields(of catalogue: PDFDictionary) throws -> [Signed] {
        guard let form = try file.dictionary(catalogue["AcroForm"]),
            let fields = try file.resolve(form["Fields"]).array
        else { return [] }
        var signed: [Signed] = []
        var visited: Set<Int> = []
        var waiting = fields.reversed().map { (value: $0, name: "", isSignature: false, depth: 0) }
        while let (value, parentName, parentIsSignature, depth) = waiting.popLast() {
            if let number = value.reference?.number, !visited.insert(number).inserted { continue }
            guard depth <= file.limits.pdfDepth else {
                throw ParseError(.depth, "form fields nested at most \(file.limits.pdfDepth) deep expected")
            }
            guard let field = try file.dictionary(value) else { continue }
            let partial = try file.resolve(field["T"]).string?.text(characters: Self.nameCharacters) ?? ""
            let parts = [parentName, partial].filter { !$0.isEmpty }
            let name = String(parts.joined(separator: ".").prefix(Self.nameCharacters))
            let type = try file.resolve(field["FT"]).name
            let isSignature = type.map { $0 == "Sig" } ?? parentIsSignature
            for kid in try (file.resolve(field["Kids"]).array ?? []).reversed() {
                waiting.append((kid, name, isSignature, depth + 1))
            }
            guard isSignature, let dictionary = try file.dictionary(field["V"]) else { continue }
            signed.append(Signed(name: name, number: field["V"].reference?.number, dictionary: dictionary))
            guard signed.count <= file.limits.pdfSignatures else {
                throw ParseError(.limits, "at most \(file.limits.pdfSignatures) signatures expected")
            }
        }
        return signed
    }
}
