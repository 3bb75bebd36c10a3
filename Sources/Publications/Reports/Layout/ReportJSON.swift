/// JSON made by hand, so that fields keep their order and the same report gives the same bytes (RFC 8259).
package enum ReportJSON {
    package static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\(string($0)):\($1)" }.joined(separator: ",") + "}"
    }

    static func value(_ cell: ReportCell) -> String {
        switch cell.value {
        case .count, .minutes, .money: cell.plain
        case .rate(let rate): rate.tenths == nil ? "null" : rate.plain
        case .nothing: "null"
        case .text, .named, .word, .day, .moment: string(cell.plain)
        }
    }

    package static func string(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
