package import Bytes
package import Dossiers
import Files
import Signatures

extension Package {
    /// The same package, where it is one that our own readers could have made of what came.
    ///
    /// A process that read hostile bytes may not be itself any more, so what it answers is judged like what comes from outside:
    /// names that are none, numbers that no schema and no limit allow. Throws a `ParseError`.
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
        guard declared.allSatisfy({ Self.sizes.contains($0.size ?? 0) }), message.hasPossibleNumbers else {
            throw refuse("a number that the schema does not allow")
        }
        let files = papers.compactMap(\.self) + unlisted
        guard files.allSatisfy({ $0.isPossible(limits) && $0.size <= limits.packageBytes }) else {
            throw refuse("a file's facts")
        }
        guard signatures.arePossible(limits) else { throw refuse("a signature's facts") }
        return self
    }

    /// That a form may declare, by the schema.
    fileprivate static let sizes = 0...1_000_000_000_000

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
        Package.sizes.contains(size) && file.utf8.count <= 4 * limits.nameBytes
            && (0...limits.pdfPages).contains(pages ?? 0) && remarks.count <= limits.remarks
            && signatures.arePossible(limits)
    }
}

extension Message {
    /// A scan alone, which nothing declares but its own name.
    fileprivate var isLoneScan: Bool {
        if case .followUp(let followUp) = self, case .scan = followUp.content { true } else { false }
    }

    /// As the schema bounds them: levels, years, and money in VND.
    fileprivate var hasPossibleNumbers: Bool {
        let levels = 2...4
        switch self {
        case .submission(let submission): return levels.contains(submission.level)
        case .followUp(let followUp):
            guard case .payment(let amount, _, _, _, _) = followUp.content else { return true }
            return (0...1_000_000_000_000).contains(amount)
        case .feedback: return true
        case .yearlyReport(let report):
            return (2000...2099).contains(report.year)
                && report.roadmap.allSatisfy { step in
                    [step.level, step.target].allSatisfy { levels.contains($0 ?? levels.lowerBound) }
                }
        }
    }
}

extension [SignatureReport] {
    /// From the year 0 to 9999, as certificates and PDFs can tell it, wherever on the earth.
    private static var times: ClosedRange<Int> { -62_167_305_600...253_402_387_199 }

    /// Whether our own readers could have made them of a file's, or of a form's and those beside it: no more than are looked at, no more
    /// claims than are judged, and times that can be told.
    fileprivate func arePossible(_ limits: Limits) -> Bool {
        count <= 2 * (Swift.max(limits.xmlSignatures, limits.pdfSignatures) + 1)
            && allSatisfy { report in
                let claims = (report.claims ?? []) + (report.closing ?? [])
                let times =
                    [report.signedAt, report.signer?.notBefore, report.signer?.notAfter] + claims.map(\.signedAt)
                return (report.claims ?? []).count <= limits.signatureClaims
                    && claims.allSatisfy { $0.others.count <= limits.signatureCertificates }
                    && times.allSatisfy { Self.times.contains($0 ?? 0) }
            }
    }
}
