import Testing

@testable import hoso

@Suite("Tables that are printed as they are found")
struct TableLinesTests {
    @Test(
        "They are what the whole table would be, and but for aligned ones come in pieces",
        arguments: OutputFormat.allCases, [0, 1, 9_000])
    func same(format: OutputFormat, count: Int) {
        final class Printed { var pieces: [[UInt8]] = [] }
        let printed = Printed()
        let columns = ["mã", "b"]
        var table = Table(columns: columns)
        var lines = TableLines(columns: columns, format: format) { printed.pieces.append($0) }
        for number in 0..<count {
            table.add(["hồ sơ \(number)", "a\tb\n"])
            lines.add(["hồ sơ \(number)", "a\tb\n"])
        }
        lines.finish()
        let whole = table.text(format) + (format == .json && count == 0 ? "" : "\n")
        #expect(String(decoding: printed.pieces.joined(), as: UTF8.self) == whole)
        if format != .text { #expect(printed.pieces.allSatisfy { $0.count < 66_000 }) }
    }
}
