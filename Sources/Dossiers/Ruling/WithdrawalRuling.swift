/// What a citizen's withdrawal does.
enum WithdrawalRuling {
    /// The dossier's own account may take it back until its result is there; what was paid is not given back by itself,
    /// since the agency did not fail (Điều 8.2c).
    static func judge(account: PersonalText?, reason: PersonalText?, _ matter: Matter) -> Judgement {
        guard let account, account == matter.dossier.receipt.submitter.account else { return .without(.otherAccount) }
        guard matter.dossier.resolvedAt == nil else { return .without(.resolvedAlready) }
        return .effect([.withdrawn(Withdrawal(reason: reason.flatMap { $0.revealed.saysSomething ? $0 : nil }))])
    }
}
