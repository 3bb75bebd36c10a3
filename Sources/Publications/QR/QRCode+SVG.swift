extension QRCode {
    /// A picture for a page, with the light margin of four modules that readers need.
    ///
    /// - Parameters:
    ///   - label: what it says, for those who do not see it; becomes markup-safe here.
    ///   - millimetres: of an edge, with the margin.
    package func svg(label: String, millimetres: Int) -> String {
        let edge = size + 8
        let numbers = (0...edge).map { Array(String($0).utf8) }
        var path: [UInt8] = []
        path.reserveCapacity(8 * size * size)
        for (row, line) in modules.enumerated() {
            var column = 0
            while column < line.count {
                guard line[column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < line.count, line[column] { column += 1 }
                let width = numbers[column - start]
                path.append(UInt8(ascii: "M"))
                path += numbers[start + 4]
                path.append(UInt8(ascii: " "))
                path += numbers[row + 4]
                path.append(UInt8(ascii: "h"))
                path += width
                path += "v1h-".utf8
                path += width
                path.append(UInt8(ascii: "z"))
            }
        }
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\" "
            + "width=\"\(millimetres)mm\" height=\"\(millimetres)mm\" viewBox=\"0 0 \(edge) \(edge)\" "
            + "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h\(edge)v\(edge)H0z\"/>"
            + "<path d=\"\(String(decoding: path, as: UTF8.self))\"/></svg>"
    }
}
