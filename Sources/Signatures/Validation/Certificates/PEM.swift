package import Bytes

/// The armour of certificates and keys in text files (RFC 7468).
package enum PEM {
    package struct Block: Sendable, Equatable {
        /// Such as `CERTIFICATE`.
        package let label: String
        package let bytes: [UInt8]
    }

    /// Every block, in the order of the text; what stands outside of blocks is passed over.
    ///
    /// Throws a `ParseError` with the line: `malformed` where a block does not end as it began, `schema` where it is no base64.
    package static func blocks(in text: [UInt8]) throws(ParseError) -> [Block] {
        var blocks: [Block] = []
        var open: (label: String, text: [UInt8], line: Int)?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 }).enumerated() {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ").joined(separator: " ")
            let trimmed = words.last?.isNewline == true ? String(words.dropLast()) : words
            if let label = label(of: trimmed, after: "-----BEGIN ") {
                guard open == nil else { throw ParseError(.malformed, "the end of a block expected", line: index + 1) }
                open = (label, [], index + 1)
            } else if let label = label(of: trimmed, after: "-----END ") {
                guard let block = open, block.label == label else {
                    throw ParseError(.malformed, "the end of a block that began expected", line: index + 1)
                }
                // Headers, as old private keys have them, are no base64: such blocks are none of ours.
                let isKey = label.hasSuffix("PRIVATE KEY")
                blocks.append(Block(label: label, bytes: isKey ? [] : try decode(block.text, line: block.line)))
                open = nil
            } else if open != nil {
                open?.text += line
            }
        }
        if let block = open { throw ParseError(.malformed, "a block that ends expected", line: block.line) }
        return blocks
    }

    package static func encode(_ bytes: [UInt8], label: String) -> [UInt8] {
        let characters = Array(Base64.encode(bytes).utf8)
        var text = Array("-----BEGIN \(label)-----\n".utf8)
        for start in stride(from: 0, to: characters.count, by: 64) {
            text += characters[start..<min(start + 64, characters.count)]
            text.append(10)
        }
        return text + Array("-----END \(label)-----\n".utf8)
    }

    private static func label(of line: String, after prefix: String) -> String? {
        guard line.hasPrefix(prefix), line.hasSuffix("-----"), line.count > prefix.count + 5 else { return nil }
        return String(line.dropFirst(prefix.count).dropLast(5))
    }

    private static func decode(_ text: [UInt8], line: Int) throws(ParseError) -> [UInt8] {
        do throws(ParseError) {
            return try Base64.decode(text)
        } catch {
            throw ParseError(error.code, error.message, line: line)
        }
    }
}
