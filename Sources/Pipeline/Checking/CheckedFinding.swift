import Dossiers
import Publications

/// What `hoso check` finds in a file, in words.
package struct CheckedFinding: Sendable {
    /// Of a `FindingCode`; for what would go to quarantine, the word of its reason.
    package let code: String
    /// Of a `Severity`, or `quarantine`.
    package let severity: String
    package let component: String?
    package let article: String
    package let vi: String
    package let en: String

    /// Whether it stops nothing.
    var isRemark: Bool { severity == Severity.remark.rawValue }

    /// - Parameter remedy: what whoever submitted could do about it.
    init(_ finding: Finding, procedure: Procedure? = nil, remedy: FindingRemedy = .supplement) {
        code = finding.code.rawValue
        severity = finding.severity.rawValue
        component = finding.component
        article = finding.code.article
        vi = FindingText.vietnamese(finding, procedure: procedure, remedy: remedy)
        en = FindingText.english(finding, procedure: procedure)
    }

    /// What cannot be read at all.
    init(unreadable reason: String) {
        code = reason
        severity = "quarantine"
        component = nil
        article = UnreadableText.article
        vi = UnreadableText.vietnamese(reason)
        en = UnreadableText.english(reason)
    }
}
