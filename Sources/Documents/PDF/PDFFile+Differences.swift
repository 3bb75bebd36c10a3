import Bytes

extension PDFFile {
    /// Other readers may find other objects than those of the table, since it is not as it should be.
    var mayBeReadOtherwise: Bool {
        isRebuilt || recovered != nil || hasTwoReadings || namesOtherGenerations
            || sections.contains { $0.form == .hybrid || !$0.isStrict }
    }

    /// Where anything that looks like an object begins.
    func everyPlace() throws -> [Int] {
        let scan = try scan ?? PDFScan(source, limits: limits)
        self.scan = scan
        return scan.objects.map(\.offset)
    }

    /// Which of some names stand between two places, whatever they are there; to the end of the file without the second.
    func names(_ telling: Set<String>, from start: Int, to end: Int?) throws -> Set<String> {
        try parse(from: start) { try $0.lexer.names(telling, to: end ?? source.count) }
    }

    /// The same within a member of an object stream.
    func names(_ telling: Set<String>, ofMember index: Int, in stream: PDFDecodedStream) throws -> Set<String> {
        var lexer = stream.lexer(at: index)
        let names = try lexer.names(telling, to: stream.end(of: index))
        try spend(lexer.offset - stream.members[index].offset)
        return names
    }
}

extension PDFLexer {
    fileprivate mutating func names(_ telling: Set<String>, to end: Int) throws -> Set<String> {
        var found: Set<String> = []
        while offset < end {
            switch try next() {
            case .end: return found
            case .object(.name(let name)): if telling.contains(name) { found.insert(name) }
            default: continue
            }
        }
        return found
    }
}

extension [Int] {
    /// The first of sorted numbers that is larger.
    func first(behind number: Int) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > number { high = middle } else { low = middle + 1 }
        }
        return low < endIndex ? self[low] : nil
    }
}
