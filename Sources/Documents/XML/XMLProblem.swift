/// What a schema does not allow, in words and with its line.
package struct XMLProblem: Sendable, Equatable {
    package let line: Int
    /// In English; values are cut short, since they may be personal.
    package let message: String
}
