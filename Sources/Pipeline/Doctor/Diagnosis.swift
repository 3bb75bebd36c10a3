/// What the doctor says of one thing.
package struct Diagnosis: Sendable, Equatable {
    package enum Grade: String, Sendable, CaseIterable { case ok, warning, failure }

    /// What was looked at, in a word or two.
    package let subject: String
    package let grade: Grade
    package let text: String
    /// What to do; empty where all is well.
    package let advice: String

    static func ok(_ subject: String, _ text: String) -> Diagnosis {
        Diagnosis(subject: subject, grade: .ok, text: text, advice: "")
    }

    static func warning(_ subject: String, _ text: String, do advice: String) -> Diagnosis {
        Diagnosis(subject: subject, grade: .warning, text: text, advice: advice)
    }

    static func failure(_ subject: String, _ text: String, do advice: String) -> Diagnosis {
        Diagnosis(subject: subject, grade: .failure, text: text, advice: advice)
    }
}
