package import Dossiers
package import Files
import Publications
package import Settings

/// What may stand in a log as it is: numbers, times, codes, and what we say ourselves of disk and configuration.
package protocol Loggable: CustomStringConvertible {}

extension Int: Loggable {}
extension Day: Loggable {}
extension Moment: Loggable {}
extension DossierCode: Loggable {}
extension AgencyCode: Loggable {}
extension FileError: Loggable {}
extension ConfigurationProblem: Loggable {}
extension LogText: Loggable {}

/// A sentence for the log into which nothing personal slips by accident (OP7).
///
/// Whatever is put into it with `\(…)` is masked, unless its type is `Loggable` or the caller says with `\(open: …)` that
/// everybody may read it, as for names of folders. Nothing in it can turn the line or move the cursor (OP5).
package struct LogText: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringInterpolation {
    package let description: String

    package init(stringLiteral value: String) { description = value }
    package init(stringInterpolation: Interpolation) { description = stringInterpolation.text }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: some Loggable) {
            text += TerminalText(value.description).description
        }

        package mutating func appendInterpolation(open value: some StringProtocol) {
            text += TerminalText(value).description
        }

        package mutating func appendInterpolation(_ value: some Any) {
            text += Masked.account(TerminalText(String(describing: value)).description)
        }
    }
}
