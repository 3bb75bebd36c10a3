/// A mistake in the configuration, where it stands and what was expected.
///
/// Nothing of a person stands in the message, only what the office itself configures.
package struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
    /// From the site's folder, such as `config/hoso.xml`.
    package let file: String
    /// Counted from 1; 1 also where the file as a whole is meant.
    package let line: Int
    package let message: String
    /// Whether the site runs all the same.
    package let isWarning: Bool

    package init(file: String, line: Int, message: String, isWarning: Bool = false) {
        self.file = file
        self.line = line
        self.message = message
        self.isWarning = isWarning
    }

    /// As compilers write it, so that editors find the place.
    package var description: String { "\(file):\(line): \(isWarning ? "warning: " : "")\(message)" }
}
