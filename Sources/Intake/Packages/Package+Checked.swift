package import Bytes
package import Dossiers
import Files

extension Package {
    /// The same package, where it is one that our own readers could have made of what came.
    ///
    /// A process that read hostile bytes may not be itself any more, so what it answers is judged like what comes from outside:
    /// names that are none, numbers below nothing, more than the limits allow. Throws a `ParseError`.
    package func checked(channel: Channel, limits: Limits) throws(ParseError) -> Package {
        func refuse(_ why: String) -> ParseError { ParseError(.malformed, "what its reader says is none: \(why)") }
        guard self.channel == channel else { throw refuse("another inbox folder") }
        let id = message.id
        guard !id.isEmpty, id.utf8.count <= 128, id.utf8.allSatisfy(Self.isOfAnID) else { throw refuse("its id") }
        let declared = message.attachments
        guard declared.count <= limits.files, unlisted.count <= limits.files else { throw refuse("too many files") }
        guard papers.count == declared.count else { throw refuse("attachments that the form does not name") }
        for attachment in declared where !message.isLoneScan {
            _ = try AttachmentName.checked(attachment.file, line: 1, limits: limits)
        }
        guard (papers.compactMap(\.self) + unlisted).allSatisfy({ $0.isPossible(limits) }) else {
            throw refuse("a file's facts")
        }
        return self
    }

    /// As the schema has it: letters, digits, dots, hyphens and underscores.
    static func isOfAnID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension Paper {
    /// Whether it is one that our own readers could have made of a file.
    package func isPossible(_ limits: Limits) -> Bool {
        size >= 0 && file.utf8.count <= 4 * limits.nameBytes && (pages ?? 0) >= 0 && remarks.count <= limits.remarks
    }
}

extension Message {
    /// A scan alone, which nothing declares but its own name.
    fileprivate var isLoneScan: Bool {
        if case .followUp(let followUp) = self, case .scan = followUp.content { true } else { false }
    }
}
