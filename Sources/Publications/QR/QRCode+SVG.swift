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
        var path: [UInt8] = []
        path.reserveCapacity(4 * size * size)
        for (row, line) in modules.enumerated() {
            path.append(UInt8(ascii: "M"))
            path.append(decimal: 4)
            path.append(UInt8(ascii: " "))
            path.append(decimal: row + 4)
            path += ".5".utf8
            var column = 0
            while column < size {
                let start = column
                while column < size, line[column] == line[start] { column += 1 }
                path.append(UInt8(ascii: line[start] ? "h" : "m"))
                path.append(decimal: column - start)
                guard !line[start] else { continue }
                path.append(UInt8(ascii: " "))
                path.append(UInt8(ascii: "0"))
            }
        }
        return path
    }
}
