import Bytes

extension QRCode {
    /// A picture for a page, with the light margin of four modules that readers need.
    ///
    /// - Parameters:
    ///   - label: what it says, for those who do not see it; becomes markup-safe here.
    ///   - millimetres: of an edge, with the margin.
    package func svg(label: String, millimetres: Int) -> String {
        let edge = size + 8
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\" "
            + "width=\"\(millimetres)mm\" height=\"\(millimetres)mm\" viewBox=\"0 0 \(edge) \(edge)\" "
            + "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h\(edge)v\(edge)H0z\"/>"
            + "<path stroke=\"#000\" d=\"\(String(decoding: path, as: UTF8.self))\"/></svg>"
    }

    /// The dark runs of each row as a line of one module's width: `M4 4.5h7m1 0h2`, where `m` goes over what is light.
    private var path: [UInt8] {
        // Nine bytes where a row begins, and six at most for each two of its runs.
        [UInt8](capacity: size * (9 + 3 * (size + 1))) { path in
            for (row, line) in rows.enumerated() {
                for byte in "M4 ".utf8 { path.append(byte) }
                Self.append(row + 4, to: &path)
                for byte in ".5".utf8 { path.append(byte) }
                var column = 0
                while column < size {
                    let rest = line >> UInt64(column)
                    let isDark = rest & 1 == 1
                    let run = min((isDark ? ~rest : rest).trailingZeroBitCount, size - column)
                    path.append(isDark ? UInt8(ascii: "h") : UInt8(ascii: "m"))
                    Self.append(run, to: &path)
                    if !isDark { for byte in " 0".utf8 { path.append(byte) } }
                    column += run
                }
            }
        }
    }

    /// Writes a number below 100.
    private static func append(_ number: Int, to path: inout OutputSpan<UInt8>) {
        if number >= 10 { path.append(UInt8(ascii: "0") + UInt8(number / 10)) }
        path.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
