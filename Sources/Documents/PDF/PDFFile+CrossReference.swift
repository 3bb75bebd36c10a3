import Bytes

extension PDFFile {
    /// How far before the end the word `startxref` is looked for in one piece: where it should stand, then in longer pieces.
    private static let (nearTail, tail) = (1_024, 65_536)

    /// Follows `startxref`, or rebuilds where it leads nowhere.
    func openCrossReference() throws {
        guard let (keyword, start) = try lastStart() else {
            try rebuild()
            if isEncrypted { return }
            throw ParseError(.truncated, "the word startxref near the end expected, none found", at: source.count)
        }
        try refuseUnfinishedTail(after: keyword)
        if let start, try follow(from: start) { return }
        try rebuild()
    }

    /// Where the last `startxref` stands, and the number behind it.
    private func lastStart() throws -> (keyword: Int, start: Int?)? {
        var end = source.count
        while end > 0 {
            let begin = max(0, end - (end == source.count ? Self.nearTail : Self.tail))
            let bytes = try source.read(at: begin, count: end - begin)
            if let found = bytes.offsets(of: Array("startxref".utf8)).last {
                let number = try parse(from: begin + found + 9) { parser -> Int? in
                    guard case .object(.integer(let number)) = try parser.lexer.next() else { return nil }
                    return number
                }
                return (begin + found, number)
            }
            if begin == 0 { break }
            end = begin + 9
        }
        return nil
    }

    /// Throws `truncated` where an object begins behind the last `startxref` and does not end: a save that was cut.
    private func refuseUnfinishedTail(after keyword: Int) throws {
        guard source.count - keyword > 64 else { return }
        let scan = try PDFScan(source, from: keyword, limits: limits)
        guard let last = scan.objects.last, last.offset > scan.lastEnd ?? 0 else { return }
        throw ParseError(.truncated, "an object that ends expected, the file ended within it", at: last.offset)
    }

    /// Reads the chain of sections from `start` on; false where any of it is wrong.
    private func follow(from start: Int) throws -> Bool {
        let readings = try (headerOffset == 0 ? [0] : [headerOffset, 0]).compactMap { shift in
            try readChain(from: start, shift: shift) ? (shift: shift, sections: sections) : nil
        }
        guard let reading = readings.first else { return false }
        hasTwoReadings = readings.count > 1
        (shift, sections) = (reading.shift, reading.sections)
        table.reserveCapacity(sections.reduce(0) { max($0, $1.entries.count) })
        for section in sections.reversed() {
            for (number, entry) in section.entries { table[number] = entry }
        }
        trailer = sections[0].trailer
        return true
    }

    private func readChain(from start: Int, shift: Int) throws -> Bool {
        self.shift = shift
        sections = []
        var visited: [Int] = []
        var entries = 0
        var next: Int? = start
        while let offset = next, !visited.contains(offset) {
            visited.append(offset)
            guard visited.count <= limits.pdfRevisions else {
                throw ParseError(.limits, "at most \(limits.pdfRevisions) revisions expected", at: offset)
            }
            let (place, overflow) = offset.addingReportingOverflow(shift)
            guard !overflow, var section = try section(at: place) else { return false }
            if let hidden = section.trailer["XRefStm"].integer, !visited.contains(hidden) {
                visited.append(hidden)
                guard let stream = try self.section(at: hidden + min(shift, Int.max - max(0, hidden))) else {
                    return false
                }
                section = section.joined(with: stream)
            }
            entries += section.entries.count
            guard entries <= limits.pdfObjects else {
                throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected", at: place)
            }
            sections.append(section)
            next = section.previous
        }
        return !sections.isEmpty
    }

    /// The section at `offset`, a table or a stream; nil where there is none.
    private func section(at offset: Int) throws -> PDFSection? {
        guard offset >= 0, offset < source.count else {
            namesPlacesOutside = true
            return nil
        }
        let isTable = try parse(from: offset) { try $0.lexer.next() == .keyword("xref") }
        guard var section = isTable ? try tableSection(at: offset) : try streamSection(at: offset) else { return nil }
        section.previous = section.trailer["Prev"].integer
        // Other readers follow what is no whole number of its own, too; without it a save would be left out.
        guard ["Prev", "XRefStm"].allSatisfy({ section.trailer[$0].isNull || section.trailer[$0].integer != nil })
        else { return nil }
        return section
    }

    // MARK: Tables

    private func tableSection(at offset: Int) throws -> PDFSection? {
        try parse(from: offset) { parser -> PDFSection? in
            _ = try parser.lexer.next()
            var isStrict = parser.lexer.offset == offset + 4
            var entries: [(number: Int, entry: PDFEntry)] = []
            var digitFollows = try parser.lexer.skipToDigit(onNextLine: true)
            var token = try parser.lexer.next()
            while case .object(.integer(var first)) = token {
                isStrict = try digitFollows && parser.lexer.skipToDigit() && isStrict
                guard first >= 0, case .object(.integer(let count)) = try parser.lexer.next(), count >= 0 else {
                    return nil
                }
                var row = parser.lexer.offset
                for index in 0..<count {
                    if isStrict {
                        let isOnNextLine = try parser.lexer.skipToDigit(onNextLine: true)
                        let isNext = index == 0 || parser.lexer.offset == row + 20
                        isStrict = try isOnNextLine && isNext && parser.lexer.isAtRow()
                        row = parser.lexer.offset
                    }
                    let start = parser.lexer.offset
                    guard case .object(.integer(let place)) = try parser.lexer.next(),
                        case .object(.integer(let generation)) = try parser.lexer.next(),
                        case .keyword(let kind) = try parser.lexer.next(), kind == "n" || kind == "f"
                    else {
                        parser.lexer.offset = start
                        isStrict = false
                        break
                    }
                    // A table that counts from 1 where it means 0: the head of the free list gives it away.
                    if index == 0, first == 1, kind == "f", generation == 65_535 {
                        first = 0
                        isStrict = false
                    }
                    let (number, overflow) = first.addingReportingOverflow(index)
                    guard !overflow, entries.count < limits.pdfObjects else {
                        throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected", at: start)
                    }
                    entries.append((number, entry(kind: kind, place: place, generation: generation)))
                }
                digitFollows = try parser.lexer.skipToDigit(onNextLine: true)
                token = try parser.lexer.next()
            }
            isStrict = isStrict && token == .keyword("trailer")
            guard let dictionary = try parser.value()?.dictionary else { return nil }
            isStrict = isStrict && parser.isClean && Self.isEachOnce(entries)
            return PDFSection(
                form: .table, offset: offset, end: try Self.end(&parser), trailer: dictionary, entries: entries,
                isStrict: isStrict)
        }
    }

    private static func isEachOnce(_ entries: [(number: Int, entry: PDFEntry)]) -> Bool {
        // Nearly all stand in their order.
        zip(entries, entries.dropFirst()).allSatisfy { $0.number < $1.number }
            || Set(entries.map(\.number)).count == entries.count
    }

    private func entry(kind: String, place: Int, generation: Int) -> PDFEntry {
        let (offset, overflow) = place.addingReportingOverflow(shift)
        return kind == "n" && place > 0 && !overflow ? .inFile(offset: offset, generation: generation) : .free
    }

    /// Behind `startxref N %%EOF`.
    private static func end(_ parser: inout PDFParser) throws -> Int? {
        while true {
            switch try parser.lexer.next() {
            case .keyword("startxref"):
                guard case .object(.integer) = try parser.lexer.next() else { return nil }
                return try parser.lexer.endOfFileMark()
            case .keyword("endobj"), .keyword("endstream"): continue
            default: return nil
            }
        }
    }

    // MARK: Streams

    private func streamSection(at offset: Int) throws -> PDFSection? {
        guard let object = try object(at: offset), let dictionary = object.value.dictionary, object.streamStart != nil,
            dictionary["Type"].name == "XRef"
        else { return nil }
        let widths = dictionary["W"].array?.compactMap(\.integer) ?? []
        guard widths.count >= 3, widths.allSatisfy({ (0...8).contains($0) }) else { return nil }
        let rowBytes = widths[0] + widths[1] + widths[2]
        guard rowBytes > 0 else { return nil }
        let rows = try data(of: object)
        let ranges = dictionary["Index"].array?.map { $0.integer ?? -1 } ?? [0, dictionary["Size"].integer ?? 0]
        var entries: [(number: Int, entry: PDFEntry)] = []
        var at = 0
        for index in stride(from: 0, to: ranges.count - 1, by: 2) {
            let (first, count) = (ranges[index], ranges[index + 1])
            guard first >= 0, count >= 0 else { return nil }
            for step in 0..<count {
                guard at + rowBytes <= rows.count else { break }
                let (number, overflow) = first.addingReportingOverflow(step)
                guard !overflow, entries.count < limits.pdfObjects else {
                    throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected", at: offset)
                }
                entries.append((number, entry(rows[at..<at + rowBytes], widths: widths)))
                at += rowBytes
            }
        }
        let end = try object.streamStart.flatMap { try self.end(after: dictionary, from: $0) }
        let isWhole = ranges.count.isMultiple(of: 2) && at == rows.count && entries.count == rows.count / rowBytes
        return PDFSection(
            form: .stream, offset: offset, end: end, trailer: dictionary, entries: entries,
            isStrict: object.isClean && isWhole && Self.isEachOnce(entries))
    }

    private func entry(_ row: ArraySlice<UInt8>, widths: [Int]) -> PDFEntry {
        func field(_ start: Int, _ width: Int) -> Int? {
            let value = row[(row.startIndex + start)..<(row.startIndex + start + width)].reduce(UInt64(0)) {
                $0 << 8 | UInt64($1)
            }
            return Int(exactly: value)
        }
        let kind = widths[0] == 0 ? 1 : field(0, widths[0])
        guard let second = field(widths[0], widths[1]), let third = field(widths[0] + widths[1], widths[2]) else {
            return .free
        }
        switch kind {
        case 1: return entry(kind: "n", place: second, generation: third)
        case 2: return .inStream(number: second, index: third)
        default: return .free
        }
    }

    private func end(after dictionary: PDFDictionary, from start: Int) throws -> Int? {
        guard let length = try resolve(dictionary["Length"]).integer, length >= 0, length <= source.count - start else {
            return nil
        }
        return try parse(from: start + length) { try Self.end(&$0) }
    }
}

extension PDFSection {
    /// A table with the stream of its `XRefStm`, which holds what the table calls free or does not name (7.5.8.4).
    fileprivate func joined(with stream: PDFSection) -> PDFSection {
        var seen: Set<Int> = []
        for (number, entry) in entries where entry != .free { seen.insert(number) }
        var joined = PDFSection(
            form: .hybrid, offset: offset, end: end, trailer: trailer, entries: entries,
            isStrict: isStrict && stream.isStrict, previous: previous)
        joined.entries += stream.entries.filter { !seen.contains($0.number) }
        return joined
    }
}
