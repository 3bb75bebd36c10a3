import Foundation
import Testing

extension TestSite {
    /// The plain text of the only letter of a kind, as a mail program shows it.
    func letter(_ kind: String, in folder: String = "notices") throws -> String {
        let names = names("Outbox/\(folder)").filter { $0.contains("-\(kind)-") }
        #expect(names.count == 1)
        return Self.shown(try read("Outbox/\(folder)/\(try #require(names.first))"))
    }

    /// What stands in quoted-printable, as it reads.
    static func shown(_ letter: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(letter.replacing("=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "="), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
