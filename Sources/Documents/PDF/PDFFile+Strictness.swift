import Bytes

extension PDFFile {
    /// Whether all that was appended to an earlier revision can be read in one way only, whichever reader reads it.
    ///
    /// Where tables, syntax or places are not as they should be, readers differ or look for objects themselves (PD2, PD4).
    package func isStrictlyAppended(to old: PDFFile) throws -> Bool {
        guard !hasTwoReadings else { return false }
        let appended = sections.prefix(max(0, sections.count - old.sections.count))
        guard sections.suffix(old.sections.count).elementsEqual(old.sections, by: { $0.offset == $1.offset }) else {
            return false
        }
        guard let newest = appended.first else { return true }
        let scan = try PDFScan(source, from: old.source.count, limits: limits)
        guard scan.trailers.count == appended.count(where: { $0.form == .table }), try isBlank(from: newest.end) else {
            return false
        }
        var found = Dictionary(scan.objects.map { ($0.offset, $0) }) { $1 }
        var table = old.table
        var start = old.source.count
        for section in appended.reversed() {
            guard section.isStrict, section.trailer["XRefStm"].isNull, section.offset >= start, section.end != nil
            else {
                return false
            }
            for (number, entry) in section.entries where entry != .free && entry != table[number] {
                guard case .inFile(let offset, let generation) = entry else { continue }
                guard offset >= start, offset <= section.offset, let object = found.removeValue(forKey: offset),
                    object.number == number, object.generation == generation, try isStrict(at: offset)
                else { return false }
            }
            for (number, entry) in section.entries { table[number] = entry }
            if section.form == .stream { found[section.offset] = nil }
            start = section.offset
        }
        return try found.isEmpty && areMembersStrict(in: table, unlike: old.table)
    }

    /// Whether nothing but white space, and little of it, stands behind the last save.
    private func isBlank(from end: Int?) throws -> Bool {
        guard let end, source.count - end <= 64 else { return false }
        return try source.read(at: end, count: source.count - end).allSatisfy(PDFLexer.isSpace)
    }

    private func isStrict(at offset: Int) throws -> Bool {
        guard let object = try object(at: offset), object.isClean else { return false }
        guard let start = object.streamStart else { return true }
        guard let length = try resolve(object.value.dictionary?["Length"] ?? .null).integer, length >= 0,
            length <= source.count - start
        else { return false }
        return try parse(from: start + length) {
            try $0.lexer.next() == .keyword("endstream") && $0.lexer.next() == .keyword("endobj")
        }
    }

    /// Whether what stands in object streams is what the table says of it, and no stream that was appended holds more.
    private func areMembersStrict(in table: [Int: PDFEntry], unlike old: [Int: PDFEntry]) throws -> Bool {
        for (number, entry) in table.sorted(by: { $0.key < $1.key }) where entry != old[number] {
            switch entry {
            case .free: continue
            case .inStream(let container, let index):
                guard let members = try decodedStream(container)?.members, members.indices.contains(index),
                    members[index].number == number, try object(number)?.isClean == true
                else { return false }
            case .inFile(let offset, _):
                guard try object(at: offset)?.value.dictionary?["Type"].name == "ObjStm" else { continue }
                guard let members = try decodedStream(number)?.members else { return false }
                for (index, member) in members.enumerated()
                where table[member.number] != .inStream(number: number, index: index) { return false }
            }
        }
        return true
    }
}
