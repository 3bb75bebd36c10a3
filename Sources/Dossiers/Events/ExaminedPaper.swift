/// A paper together with the component for which it was given, and what vouches for it.
package struct ExaminedPaper: Sendable, Codable, Equatable {
    /// What shows that a paper is the submitter's or a true copy (Điều 7.2a).
    package enum Vouched: Sendable, Codable, Equatable {
        case byNothing
        /// The form's signature covers its digest.
        case byForm
        /// It carries its own.
        case byItself
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
