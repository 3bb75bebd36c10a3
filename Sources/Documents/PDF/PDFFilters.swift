import Bytes

/// Undoes the filters that object and cross-reference streams may have (ISO 32000-1, 7.4).
enum PDFFilters {
    /// Filter and parameters, in the order in which they are to be undone.
    struct Step {
        let filter: String
        let parameters: PDFDictionary
    }

    static func decode(_ data: [UInt8], steps: [Step], most: Int, limit: Int) throws(ParseError) -> [UInt8] {
        guard steps.count <= most else {
            throw ParseError(.bomb, "at most \(most) filters on a stream expected, \(steps.count) found")
        }
        var data = data
        for step in steps {
            switch step.filter {
            case "FlateDecode", "Fl":
                data = try predicted(PDFInflater().unpack(data, limit: limit), step.parameters)
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
    private static func predicted(_ data: [UInt8], _ parameters: PDFDictionary) throws(ParseError) -> [UInt8] {
        let predictor = parameters["Predictor"].integer ?? 1
        guard predictor > 1 else { return data }
        let colours = parameters["Colors"].integer ?? 1
        let bits = parameters["BitsPerComponent"].integer ?? 8
        let columns = parameters["Columns"].integer ?? 1
        guard (1...32).contains(colours), [1, 2, 4, 8, 16].contains(bits), (1...1_000_000).contains(columns) else {
            throw ParseError(.malformed, "a predictor's colours, bits and columns within bounds expected")
        }
        let pixel = max(1, colours * bits / 8)
        let row = (colours * bits * columns + 7) / 8
        if predictor >= 10 { return png(data, row: row, pixel: pixel) }
        guard predictor == 2, bits == 8 else { throw ParseError(.malformed, "a predictor of PNG expected") }
        var data = data
        for index in data.indices where index % row >= pixel { data[index] &+= data[index - pixel] }
        return data
    }

    private static func png(_ data: [UInt8], row: Int, pixel: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(data.count)
        var above = [UInt8](repeating: 0, count: row)
        var start = 0
        while start < data.count {
            let kind = data[start]
            var line = Array(data[(start + 1)..<min(start + 1 + row, data.count)])
            for index in line.indices {
                let left = index >= pixel ? line[index - pixel] : 0
                let corner = index >= pixel ? above[index - pixel] : 0
                switch kind {
                case 1: line[index] &+= left
                case 2: line[index] &+= above[index]
                case 3: line[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
                case 4: line[index] &+= paeth(Int(left), Int(above[index]), Int(corner))
                default: break
                }
            }
            output += line
            above.replaceSubrange(0..<line.count, with: line)
            start += row + 1
        }
        return output
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
