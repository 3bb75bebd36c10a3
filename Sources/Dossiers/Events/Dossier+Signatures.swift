import Signatures

extension Dossier {
    /// What vouches for the form itself: the best of its signatures that cover all of it and fit.
    package var formVouching: ExaminedPaper.Vouched {
        let best = signatures.indices.filter { signatures[$0].coverage.whole && signatures[$0].worth >= .intact }
            .max { signatures[$0].worth < signatures[$1].worth }
        return best.map { .byItself(signature: $0 + 1) } ?? .byNothing
    }
}
