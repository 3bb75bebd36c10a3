/// A text of the published site in both of its languages.
package struct Bilingual: Sendable {
    private let vi: String
    private let en: String

    package init(_ vi: String, _ en: String) {
        self.vi = vi
        self.en = en
    }

    package func callAsFunction(_ language: SiteLanguage) -> String { language == .vi ? vi : en }
}
