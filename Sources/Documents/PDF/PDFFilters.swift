import Bytes

/// Undoes the filters that object and cross-reference streams may have (ISO 32000-1, 7.4).
enum PDFFilters {
    /// Filter and parameters, in the order in which they are to be undone.
    struct Step {
        let filter: String
        let parameters: PDFDictionary
    }

    /// - Parameter spend: counts the work, by bytes.
    static func decode(
        _ data: [UInt8], steps: [Step], most: Int, limit: Int, spend: (Int) throws(ParseError) -> Void
    ) throws(ParseError) -> [UInt8] {
        guard steps.count <= most else {
            throw ParseError(.bomb, "at most \(most) filters on a stream expected, \(steps.count) found")
        }
        var data = data
        for step in steps {
            switch step.filter {
            case "FlateDecode", "Fl":
                data = try PDFInflater().unpack(data, limit: limit)
                try undoPredictor(&data, step.parameters, spend: spend)
            case "ASCIIHexDecode", "AHx": data = hexadecimal(data)
            case "ASCII85Decode", "A85": data = base85(data)
            case "Crypt": break
            default:
                // What is in it cannot be looked at, so it cannot be let through.
                throw ParseError(
                    .malformed, "a structure stream packed with FlateDecode expected, another filter found")
            }
        }
        return data
    }

    /// Undoes a PNG or TIFF predictor.
    private static func undoPredictor(
        _ data: inout [UInt8], _ parameters: PDFDictionary, spend: (Int) throws(ParseError) -> Void
    ) throws(ParseError) {
        let predictor = parameters["Predictor"].integer ?? 1
        guard predictor > 1 else { return }
        let colours = parameters["Colors"].integer ?? 1
        let bits = parameters["BitsPerComponent"].integer ?? 8
        let columns = parameters["Columns"].integer ?? 1
        guard (1...32).contains(colours), [1, 2, 4, 8, 16].contains(bits), (1...1_000_000).contains(columns) else {
            throw ParseError(.malformed, "a predictor's colours, bits and columns within bounds expected")
        }
        let pixel = max(1, colours * bits / 8)
        let row = (colours * bits * columns + 7) / 8
        if predictor >= 10 { return try png(&data, row: row, pixel: pixel, spend: spend) }
        guard predictor == 2, bits == 8 else { throw ParseError(.malformed, "a predictor of PNG expected") }
        for index in data.indices where index % row >= pixel { data[index] &+= data[index - pixel] }
    }

    /// Undone where it lies: each byte is written before those that are still to be read.
    private static func png(
        _ data: inout [UInt8], row: Int, pixel: Int, spend: (Int) throws(ParseError) -> Void
    ) throws(ParseError) {
        var (from, to) = (0, 0)
        while from < data.count {
            let kind = data[from]
            let count = min(row, data.count - from - 1)
            try spend(count)
            for index in 0..<count {
                let left = index >= pixel ? data[to + index - pixel] : 0
                let above = to >= row ? data[to + index - row] : 0
                let corner = index >= pixel && to >= row ? data[to + index - row - pixel] : 0
                let byte = data[from + 1 + index]
                switch kind {
                case 1: data[to + index] = byte &+ left
                case 2: data[to + index] = byte &+ above
                case 3: data[to + index] = byte &+ UInt8((Int(left) + Int(above)) / 2)
                case 4: data[to + index] = byte &+ paeth(Int(left), Int(above), Int(corner))
                default: data[to + index] = byte
                }
            }
            from += count + 1
            to += count
        }
        data.removeLast(data.count - to)
    }

    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
        let estimate = left + above - corner
        let (a, b, c) = (abs(estimate - left), abs(estimate - above), abs(estimate - corner))
        return UInt8(truncatingIfNeeded: a <= b && a <= c ? left : b <= c ? above : corner)
    }

    private static func hexadecimal(_ data: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        for byte in data {
            if byte == UInt8(ascii: ">") { break }
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x41...0x46: digits.append(byte - 0x41 + 10)
            case 0x61...0x66: digits.append(byte - 0x61 + 10)
            default: continue
            }
        }
        if !digits.count.isMultiple(of: 2) { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func base85(_ data: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var group: [UInt32] = []
        func bytes(_ group: [UInt32]) -> [UInt8] {
            let value = group.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
            return (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
        }
        for byte in data {
            if byte == UInt8(ascii: "~") { break }
            if byte == UInt8(ascii: "z"), group.isEmpty { output += [0, 0, 0, 0] }
            guard byte >= 33, byte <= 117 else { continue }
            group.append(UInt32(byte) - 33)
            if group.count == 5 {
                output += bytes(group)
                group = []
            }
        }
        if group.count > 1 {
            let given = group.count - 1
            output += bytes(group + Array(repeating: 84, count: 5 - group.count)).prefix(given)
        }
        return output
    }
}
