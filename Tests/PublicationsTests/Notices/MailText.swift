import Foundation

/// A letter as a mail program shows it.
enum MailText {
    /// What stands in quoted-printable, as it reads.
    static func shown(_ mail: [UInt8]) -> String {
        var bytes: [UInt8] = []
        var rest = Array(String(decoding: mail, as: UTF8.self).replacing("=\r\n", with: "").utf8)[...]
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
