/// A paper together with the component for which it was given, and what vouches for it.
package struct ExaminedPaper: Sendable, Codable, Equatable {
    /// What shows that a paper is the submitter's or a true copy (Điều 7.2a).
    package enum Vouched: Sendable, Codable, Equatable {
        case byNothing
        /// A signature of the form covers it, by its digest or by a reference; the signature's number among those of the
        /// dossier's forms counts from 1, and is nil where it is none of these, and in entries from before they were numbered.
        case byForm(signature: Int?)
        /// A signature covers it of a message whose form is none of the dossier's, or none any more: the one that the claim
        /// brought, of whose own signatures it has the number.
        case byMessage(claim: String, signature: Int)
        /// It carries its own, with its number in the same way.
        case byItself(signature: Int?)
        case byCertification(by: String, on: Day)
    }

    /// Nil for a file that the form does not name.
    package var component: String?
    package let paper: Paper
    package var vouched: Vouched

    package init(component: String?, paper: Paper, vouched: Vouched = .byNothing) {
        self.component = component
        self.paper = paper
        self.vouched = vouched
    }
}
