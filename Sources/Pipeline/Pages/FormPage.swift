package import Dossiers
import Ledgers
package import Publications
import Settings

/// `hoso form`: a paper of a dossier printed again, from the ledger alone, so that it is the same to the byte.
extension SiteView {
    /// What can be printed of a dossier.
    package enum Paper: Sendable, Equatable {
        /// The last letter of a kind that went out.
        case letter(NoticeKind)
        /// Phiếu kiểm soát, as the dossier stands.
        case control
    }

    /// The letters that went out for a dossier, in order.
    package func letters(of code: DossierCode) throws -> [NoticeKind] {
        try told(of: code).map(\.kind)
    }

    /// The page; nil where no dossier has the code, or no such letter went out.
    ///
    /// Throws `LedgerDamage`.
    package func paper(_ paper: Paper, of code: DossierCode) throws -> [UInt8]? {
        switch paper {
        case .control: return try dossier(code).map { letters.controlSheet(of: $0, now: now) }
        case .letter(let kind):
            guard let letter = try told(of: code).last(where: { $0.kind == kind }) else { return nil }
            return try page(letter, of: code)
        }
    }

    /// The letter that told why what came under the id of a submission was refused before it got a code, the last where several
    /// were; nil where nothing was.
    package func refusalLetter(of submission: String) throws -> [UInt8]? {
        try refusals(of: submission).last.map { letters.page(.refusal, $0, nil) }
    }

    /// Sổ theo dõi hồ sơ of what was received in a period.
    package func registerSheet(from: Day, to: Day, agency: AgencyCode?) throws -> [UInt8] {
        let register = try register().register
        let dossiers = try register.codes { day, _ in (from...max(from, to)).contains(day) }
            .compactMap { try register.dossier($0) }.filter { agency == nil || $0.agency == agency }
        return letters.registerSheet(dossiers, from: from, to: to, agency: agency)
    }

    private struct Told {
        let kind: NoticeKind
        /// The number of the event that the letter tells.
        let cause: Int
        /// The claim whose events it came of.
        let claim: String
    }

    private func told(of code: DossierCode) throws -> [Told] {
        var told: [Told] = []
        for entry in try entries(of: code) {
            guard case .published(let output) = entry.event, output.kind == .notice else { continue }
            guard let name = LetterName(path: output.path), case .notice(let kind) = name.kind else { continue }
            told.append(Told(kind: kind, cause: name.eventNumber, claim: entry.claim))
        }
        return told
    }

    /// Folds the dossier up to the end of the letter's own claim, as it was when the letter was made.
    private func page(_ letter: Told, of code: DossierCode) throws -> [UInt8]? {
        let before = try entries(of: code).prefix { entry in
            if entry.claim == letter.claim, case .published = entry.event { false } else { true }
        }
        guard let cause = before.last(where: { $0.number == letter.cause }) else { return nil }
        return letters.page(letter.kind, cause, Dossier(folding: before, of: code))
    }
}
