import Signatures

/// What a result does: the lead agency's resolves the dossier, a co-agency's is its part (Điều 8.1b, 15.1b).
enum ResultRuling {
    static func judge(
        _ followUpCase: FollowUpCase, by: AgencyCode, approvedBy: String, _ matter: Matter
    ) -> Judgement {
        let dossier = matter.dossier
        guard approvedBy.saysSomething else { return .without(.noApprover) }
        guard !followUpCase.attachments.isEmpty else { return .without(.noFile) }
        if let faulty = followUpCase.attachments.faultyPaper { return .without(.faultyPaper, faulty) }
        if let unlisted = followUpCase.unlisted.first { return .without(.unlistedFile, unlisted.file) }
        guard !dossier.hasAnswered(by) else { return .without(.resultAlready) }
        if followUpCase.signatures.isBroken { return .without(.resultSignatureBroken) }
        if let broken = followUpCase.attachments.first(where: \.hasBrokenSignature) {
            return .without(.resultSignatureBroken, broken.declared.component)
        }
        let result = ResultReceipt(by: by, approvedBy: approvedBy, papers: followUpCase.attachments.papers)
        guard by == dossier.agency else { return .effect([.resultReceived(result)]) }
        return .effect(
            resumption(matter) + [.resultReceived(result)]
                + release(dossier, isPaid: !matter.owesFeeWithResult, at: matter.now))
    }

    /// A clock that stands runs again with the result: the time for which it stood is taken off, as with any pause.
    private static func resumption(_ matter: Matter) -> [Event] {
        guard matter.dossier.isPaused else { return [] }
        return matter.resumed.map { [.resumed($0)] } ?? []
    }

    /// Online a result is handed over by being laid out for its account, once nothing is owed and nobody holds it back.
    static func release(_ dossier: Dossier, isPaid: Bool, at now: Moment) -> [Event] {
        guard dossier.resultRoute == .online, dossier.receipt.submitter.accountFolder != nil, isPaid,
            dossier.hold == nil
        else { return [] }
        return [.collected(Collection(route: .online, collectedAt: now))]
    }
}

extension SubmissionCase.Attachment {
    /// Whether its paper carries a signature that is known to be wrong, and none that holds for it as it is now.
    package var hasBrokenSignature: Bool { paper?.signatures.isBroken ?? false }
}

extension [SignatureReport] {
    /// Whether one is known to be wrong, and none that holds covers all as it is now.
    ///
    /// An office writes number and date into what its leader has signed, and signs the whole again: then the last one holds.
    package var isBroken: Bool { contains(where: \.isKnownWrong) && !contains(where: \.holdsForAll) }
}

extension SignatureReport {
    fileprivate var holdsForAll: Bool {
        isMade && !isKnownWrong && coverage.whole && intact.outcome == .passed
    }
}
