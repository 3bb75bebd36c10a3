import Files
import Foundation
import Publications
import Testing

@Suite("QR codes")
struct QRCodeTests {
    static let reader = "/usr/bin/zbarimg"

    /// Version 2, mask 2, as the Python package qrcode 8 draws it.
    private let known = """
        #######..#.##.#...#######
        #.....#........##.#.....#
        #.###.#.###.#.##..#.###.#
        #.###.#.#..###.##.#.###.#
        #.###.#.#.#.#.#...#.###.#
        #.....#.######.#..#.....#
        #######.#.#.#.#.#.#######
        ........#.##....#........
        #.#####....#.#.##.#####..
        .#####.#.##...#......#.#.
        .#.#.#####..##.#.#...#..#
        ##.#.#.#.####.#......#..#
        .#.#.##.....##.########.#
        ###....#.##..#....#...##.
        #.###.###.###.###..#.##.#
        #..###...###..###.#..#..#
        #.#...##.#####..#####.#.#
        ........###.#.###...##.#.
        #######..##.....#.#.##..#
        #.....#.#...#..##...##.##
        #.###.#.#.#..#.######.#..
        #.###.#.#.###.##..####.##
        #.###.#.###.#....#...#..#
        #.....#..##.#...#.#.##..#
        #######.##...#.#.#.######
        """

    @Test("A dossier code gives the pattern that another encoder gives")
    func knownPattern() throws {
        let code = try #require(QRCode("000.00.10.H34-261123-0001"))
        #expect(code.modules.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n") == known)
    }

    @Test(
        "The version grows with the text, and ends with 62 bytes",
        arguments: [(14, 21), (15, 25), (26, 25), (27, 29), (42, 29), (43, 33), (62, 33)])
    func versions(bytes: Int, size: Int) throws {
        #expect(try #require(QRCode(String(repeating: "A", count: bytes))).size == size)
        #expect(QRCode(String(repeating: "A", count: 63)) == nil)
        #expect(QRCode("Phiếu") == nil)
    }

    @Test("A picture has its light margin, and a label that cannot become markup")
    func picture() throws {
        let code = try #require(QRCode("H34"))
        let svg = code.svg(label: "\"><script>", millimetres: 25)
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("aria-label=\"&quot;&gt;&lt;script&gt;\""))
        #expect(svg == QRCode("H34")?.svg(label: "\"><script>", millimetres: 25))
    }

    @Test(
        "The lines of a picture cover the dark modules and no others", arguments: ["H34", "000.00.10.H34-261123-0001"])
    func lines(text: String) throws {
        let code = try #require(QRCode(text))
        let svg = code.svg(label: text, millimetres: 25)
        let path = try #require(svg.firstMatch(of: /<path stroke="#000" d="([^"]*)"/)).1
        var drawn = code.modules.map { $0.map { _ in false } }
        var (row, column) = (0, 0)
        for step in path.matches(of: /M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)/) {
            if let right = step.1, let down = step.2 {
                (row, column) = (try #require(Int(down)) - 4, try #require(Int(right)) - 4)
            } else if let light = step.3 {
                column += try #require(Int(light))
            } else if let dark = step.4 {
                let end = column + (try #require(Int(dark)))
                for place in column..<end { drawn[row][place] = true }
                column = end
            }
        }
        #expect(drawn == code.modules)
    }

    @Test(
        "A reader reads what was written",
        .enabled(if: FileManager.default.fileExists(atPath: reader), "zbarimg is not installed"),
        arguments: [
            "000.00.10.H34-261123-0001", "H37.02.02-261123-0001", "H34-261123-12345", "1",
            "000.00.31.H34-261231-9999 (1/2)", String(repeating: "0123456789", count: 6) + "12",
        ])
    func isReadable(text: String) throws {
        let code = try #require(QRCode(text))
        let file = NSTemporaryDirectory() + "hoso-qr-" + UUID().uuidString + ".pgm"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(greyMap(code)).write(to: URL(fileURLWithPath: file))
        let outcome = try ChildProcess.run(
            executable: Self.reader, arguments: ["--quiet", "--raw", file], timeout: .seconds(60))
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.output, as: UTF8.self) == text + "\n")
    }

    /// Six grey dots a module, with the margin.
    private func greyMap(_ code: QRCode) -> [UInt8] {
        let edge = (code.size + 8) * 6
        var bytes = Array("P5\n\(edge) \(edge)\n255\n".utf8)
        for row in 0..<edge {
            for column in 0..<edge {
                let (y, x) = (row / 6 - 4, column / 6 - 4)
                let isDark = code.modules.indices.contains(y) && code.modules.indices.contains(x) && code.modules[y][x]
                bytes.append(isDark ? 0 : 255)
            }
        }
        return bytes
    }
}

extension QRCode {
    /// True for dark, by row and column.
    fileprivate var modules: [[Bool]] { rows.map { row in (0..<size).map { row >> $0 & 1 == 1 } } }
}
