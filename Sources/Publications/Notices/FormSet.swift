package import Dossiers

/// The forms of one-stop offices as the rule of a day has them; a dossier keeps those of its day of receipt.
package enum FormSet: String, Sendable, CaseIterable {
    /// Before the first national set.
    case local
    /// Six forms.
    case circular2018
    /// Seven forms.
    case circular2025

    /// The set that holds for what is received on `day`.
    package static func on(_ day: Day) -> FormSet { allCases.last { $0.since.map { $0 <= day } ?? true } ?? .local }

    /// As its number is printed on a form; nil where no national rule held.
    package var rule: String? {
        switch self {
        case .local: nil
        case .circular2018: "Thông tư số 01/2018/TT-VPCP"
        case .circular2025: "Thông tư số 03/2025/TT-VPCP"
        }
    }

    /// The number of a form, such as `04`; nil for what is no form of the set.
    package func number(of form: FormName) -> String? {
        switch (self, form) {
        case (.local, _): nil
        case (_, .receipt): "01"
        case (_, .supplement): "02"
        case (_, .refusal): "03"
        case (_, .apology): "04"
        case (.circular2018, .stopped): nil
        case (.circular2018, .control): "05"
        case (.circular2018, .register): "06"
        case (.circular2025, .stopped): "05"
        case (.circular2025, .control): "06"
        case (.circular2025, .register): "07"
        }
    }

    private var since: Day? {
        switch self {
        case .local: nil
        case .circular2018: Day(year: 2018, month: 11, day: 23)
        case .circular2025: Day(year: 2025, month: 9, day: 15)
        }
    }
}
