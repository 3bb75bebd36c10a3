package import Signatures

extension Dossier {
    /// What was found of the signatures in the form that a claim brought; none for one that nobody examines, such as an agency's.
    package func signatures(ofFormIn claim: String) -> [SignatureReport] { signaturesByClaim[claim] ?? [] }

    /// The claims that brought the supplements, in their order.
    var claimsOfSupplements: [String] { claims.dropFirst().filter { signaturesByClaim[$0] != nil } }

    /// What vouches for that form: the best of its signatures that cover all of it; nothing where one that was made does not fit.
    package func vouching(ofFormIn claim: String) -> ExaminedPaper.Vouched {
        let signatures = signatures(ofFormIn: claim)
        guard signatures.allSatisfy({ !$0.isMade || $0.worth >= .intact }) else { return .byNothing }
        let best = signatures.indices.filter { signatures[$0].isMade && signatures[$0].coverage.whole }
            .max { signatures[$0].worth < signatures[$1].worth }
        return best.map { .byItself(signature: $0 + 1) } ?? .byNothing
    }
}
