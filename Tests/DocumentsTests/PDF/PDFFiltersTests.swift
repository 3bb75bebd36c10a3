import Bytes
@testable import Documents
import Testing

@Suite("What packs the structure of a PDF")
struct PDFFiltersTests {
    /// Zlib data that unpack to two bytes, again and again.
    private func packed(_ bytes: [UInt8], times: Int) -> [UInt8] {
        var bits = [true, true, false]
        func add(_ code: Int, width: Int) { for bit in (0..<width).reversed() { bits.append(code >> bit & 1 == 1) } }
        for byte in bytes { add(0x30 + Int(byte), width: 8) }
        // 258 bytes as they stood two before (RFC 1951, 3.2.6).
        for _ in 0..<(2 * times / 258) {
            add(0b1100_0101, width: 8)
            add(1, width: 5)
        }
        add(0, width: 7)
        return [0x78, 0x01]
            + stride(from: 0, to: bits.count, by: 8).map { start in
                bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) {
                    $0 | ($1.element ? 1 << UInt8($1.offset) : 0)
                }
            }
    }

    @Test("Rows of every kind of PNG are undone")
    func rows() throws {
        let rows: [UInt8] = [0, 1, 2, 1, 1, 1, 2, 1, 1, 3, 1, 1, 4, 1, 1, 2, 7]
        let length = UInt8(rows.count)
        let parameters = PDFDictionary(pairing: [
            .name("Predictor"), .integer(15), .name("Columns"), .integer(2),
        ])
        let undone = try PDFFilters.decode(
            [0x78, 0x01, 0x01, length, 0, ~length, 255] + rows,
            steps: [PDFFilters.Step(filter: "FlateDecode", parameters: parameters)], most: 8, limit: 1_000
        ) { _ in }
        #expect(undone == [1, 2, 1, 2, 2, 3, 2, 3, 3, 4, 10])
    }

    @Test("PD11 A stream of very many short rows is a bomb")
    func PD11_shortRows() throws {
        func code(times: Int) throws -> ParseError.Code? {
            let data = Hexadecimal.encode(packed([2, 32], times: times)) + ">"
            let stream =
                "<< /Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] /DecodeParms [null << /Predictor 12 /Columns 1 >>] /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
            let bytes = TestPDF(adding: [stream]).bytes.replacing("startxref\n", with: "startxref\n9")
            do {
                _ = try PDFFacts(MemorySource(bytes), limits: Limits())
                return nil
            } catch let error as ParseError {
                return error.code
            }
        }
        #expect(try code(times: 10_000) == nil)
        #expect(try code(times: 1_000_000) == .bomb)
    }
}
