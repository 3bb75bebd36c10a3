import Dossiers
import Pipeline

/// A dossier as somebody names it: by its code, or by the id of a submission, which letters give where there is no code.
struct NamedDossier {
    static let note =
        "The id of a submission (mã lần nộp) may stand for the code: of one that was refused before it got a code, what is told is why."

    let word: String

    /// The page of the dossier that is meant, else why its submission was refused; throws `NoSuchInput` where the word names neither.
    func page(_ view: SiteView, _ page: (SiteView, DossierCode) throws -> String?) throws -> String {
        if let code = try view.code(named: word), let found = try page(view, code) { return found }
        if let refused = try view.refusalPage(of: word) { return refused }
        throw unknown
    }

    /// That the word names neither.
    var unknown: NoSuchInput {
        NoSuchInput(
            description: DossierCode(word) == nil
                ? "no submission has the id «\(word)», which is no dossier code such as 000.00.10.H34-261123-0001 either"
                : "no dossier has the code \(word)")
    }
}

extension Arguments {
    /// Takes the next plain word, which names a dossier.
    mutating func dossier() throws(UsageError) -> NamedDossier {
        NamedDossier(word: try required("a dossier's code, or a submission's id"))
    }
}
