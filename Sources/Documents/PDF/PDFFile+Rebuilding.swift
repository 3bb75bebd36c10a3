import Bytes

extension PDFFile {
    /// Makes the table from what the file holds, the later object of a number standing for it.
    func rebuild() throws {
        let scan = try scan ?? PDFScan(source, limits: limits)
        self.scan = scan
        isRebuilt = true
        shift = 0
        sections = []
        table = [:]
        streams = PDFStreamCache()
        for object in scan.objects {
            table[object.number] = .inFile(offset: object.offset, generation: object.generation)
        }
        var candidates: [PDFDictionary] = []
        var catalogue: Int?
        for found in scan.objects {
            guard let object = try object(at: found.offset), let dictionary = object.value.dictionary else { continue }
            switch dictionary["Type"].name {
            case "XRef": candidates.append(dictionary)
            case "Catalog": catalogue = object.number
            default: break
            }
        }
        for offset in scan.trailers {
            if let dictionary = try parse(from: offset, { try $0.value()?.dictionary }) {
                candidates.append(dictionary)
            }
        }
        trailer = candidates.last { !$0["Encrypt"].isNull } ?? PDFDictionary()
        if isEncrypted { return }
        try addMembers(of: scan)
        if let own = try candidates.last(where: { try self.dictionary($0["Root"]) != nil }) {
            trailer = own
        } else if let catalogue {
            trailer = PDFDictionary(
                pairing: [.name("Root"), .reference(PDFReference(number: catalogue, generation: 0))])
        }
    }

    /// Adds what stands in object streams, the later stream first.
    private func addMembers(of scan: PDFScan) throws {
        for found in scan.objects.reversed()
        where table[found.number] == .inFile(offset: found.offset, generation: found.generation) {
            guard let dictionary = try object(at: found.offset)?.value.dictionary, dictionary["Type"].name == "ObjStm",
                let stream = try decodedStream(found.number)
            else { continue }
            for (index, member) in stream.members.enumerated() where table[member.number] == nil {
                table[member.number] = .inStream(number: found.number, index: index)
                guard table.count <= limits.pdfObjects else {
                    throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected", at: found.offset)
                }
            }
        }
    }

    /// The last object of that number that stands in the file, where its entry names a wrong place.
    func recoveredObject(_ number: Int) throws -> PDFIndirectObject? {
        let scan = try scan ?? PDFScan(source, limits: limits)
        self.scan = scan
        if recovered == nil {
            recovered = Dictionary(scan.objects.map { ($0.number, $0.offset) }) { $1 }
        }
        guard let offset = recovered?[number] else { return nil }
        return try object(at: offset)
    }
}
