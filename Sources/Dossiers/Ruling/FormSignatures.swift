import Signatures

/// The signatures of a dossier's forms after a supplement, and what number each has among them.
///
/// Only those stand of which some form of the procedure was not filled in anew since.
struct FormSignatures {
    private typealias Document = (claim: String, forms: [String], signatures: [SignatureReport])

    let all: [SignatureReport]
    /// What numbers became, where they still stand.
    private let renumbered: [Int: Int]
    /// Where those are found that stand no more, by what was their number.
    private var fallen: [Int: ExaminedPaper.Vouched] = [:]
    /// How many stand before the supplement's own; nil where it fills in no form of the procedure.
    private let before: Int?
    /// Of the supplement.
    private let claim: String

    init(
        of dossier: Dossier, with signatures: [SignatureReport], forms: [String], claim: String,
        _ procedure: Procedure
    ) {
        self.claim = claim
        let receipt = dossier.receipt
        let first = dossier.claims[0]
        let submission = Document(first, receipt.forms, dossier.signatures(ofFormIn: first))
        let former =
            [submission]
            + zip(dossier.claimsOfSupplements, dossier.supplements).map { Document($0, $1.forms, $1.signatures) }
        let documents = former + [Document(claim, forms, signatures)]
        let old = Self.starts(of: former, procedure)
        let new = Self.starts(of: documents, procedure)
        func standing(_ starts: [Int: Int]) -> [SignatureReport] {
            starts.keys.sorted().flatMap { documents[$0].signatures }
        }
        all = standing(new)
        before = new[former.count]
        var renumbered: [Int: Int] = [:]
        // Entries from before each form kept its own signatures number them otherwise.
        if standing(old) == dossier.signatures {
            for (document, start) in old {
                for number in documents[document].signatures.indices {
                    if let moved = new[document] {
                        renumbered[start + number + 1] = moved + number + 1
                    } else {
                        fallen[start + number + 1] = .byMessage(claim: documents[document].claim, signature: number + 1)
                    }
                }
            }
        }
        self.renumbered = renumbered
    }

    /// What vouches for a paper that the supplement brings.
    func brought(_ vouched: ExaminedPaper.Vouched) -> ExaminedPaper.Vouched {
        guard case .byForm(let number?) = vouched else { return vouched }
        return before.map { .byForm(signature: number + $0) } ?? .byMessage(claim: claim, signature: number)
    }

    /// What vouches for a paper that was there before.
    func kept(_ vouched: ExaminedPaper.Vouched) -> ExaminedPaper.Vouched {
        guard case .byForm(let number?) = vouched else { return vouched }
        return fallen[number] ?? .byForm(signature: renumbered[number])
    }

    /// How many signatures stand before those of each document that stands, which is the first where no form is filled in.
    private static func starts(of documents: [Document], _ procedure: Procedure) -> [Int: Int] {
        let own = Set(documents.flatMap(\.forms)).filter(procedure.isForm)
        let standing = Set(own.compactMap { form in documents.lastIndex { $0.forms.contains(form) } })
        var starts: [Int: Int] = [:]
        var count = 0
        for document in standing.isEmpty ? [0] : standing.sorted() {
            starts[document] = count
            count += documents[document].signatures.count
        }
        return starts
    }
}
