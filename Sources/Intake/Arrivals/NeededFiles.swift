/// The files that a form names and does not carry inside, as far as the form itself lies there.
package struct NeededFiles: Sendable, Equatable {
    package let files: [FormNeed]
    /// Whether the form ends before its own end, so that it may name more of them.
    package let isCutOff: Bool

    package init(_ files: [FormNeed] = [], isCutOff: Bool = false) {
        self.files = files
        self.isCutOff = isCutOff
    }
}
