/// What the counter, or the post, says of a result that was handed over (Điều 7.1a, 8.2).
enum CollectionRuling {
    static func judge(_ declared: FollowUp.Handover, _ matter: Matter) -> Judgement {
        let dossier = matter.dossier
        guard dossier.resolvedAt != nil else { return .without(.noResult) }
        guard dossier.hold == nil else { return .without(.heldByOffice) }
        let isPost = declared.trackingNumber != nil || declared.signedReceiptOn != nil
        let judged = isPost ? byPost(declared, matter) : atCounter(declared, matter)
        guard case .effect(let events) = judged, matter.owesFeeWithResult else { return judged }
        return .effect(events + [.remarked(.collectedUnpaid)])
    }

    private static func byPost(_ declared: FollowUp.Handover, _ matter: Matter) -> Judgement {
        guard matter.dossier.receipt.level == 4 else { return .without(.counterOnly) }
        guard let number = declared.trackingNumber, number.saysSomething, let signed = declared.signedReceiptOn else {
            return .without(.noSignedReceipt)
        }
        let signedAt = signed.start(offset: matter.now.offset)
        var collection = Collection(route: .post, collectedAt: declared.collectedAt ?? signedAt)
        collection.trackingNumber = number
        collection.signedReceiptOn = signedAt
        return .effect([.collected(collection)])
    }

    /// At level 3 the result is not handed over before the declaration is signed and each original compared.
    private static func atCounter(_ declared: FollowUp.Handover, _ matter: Matter) -> Judgement {
        let dossier = matter.dossier
        if dossier.receipt.level == 3 {
            if !matter.procedure.forms.isEmpty, declared.formSigned != true { return .without(.formNotSigned) }
            let open = dossier.originalsToCompare(matter.procedure).filter {
                !declared.originalsCompared.contains($0.id)
            }
            guard open.isEmpty else {
                return .without(.originalNotCompared, open.map(\.id).joined(separator: " "))
            }
        }
        guard let collectedAt = declared.collectedAt else { return .without(.noSignedReceipt) }
        var collection = Collection(route: .counter, collectedAt: collectedAt)
        collection.formSigned = declared.formSigned
        collection.originalsCompared = declared.originalsCompared.sorted()
        return .effect([.collected(collection)])
    }
}

extension Dossier {
    /// The originals that the citizen brings for comparison (Điều 7.1a, 14.3): of the papers that were given below level 4.
    package func originalsToCompare(_ procedure: Procedure) -> [Component] {
        guard receipt.level < 4 else { return [] }
        let given = Set(papers.compactMap(\.component))
        return procedure.attachments.filter { $0.original && given.contains($0.id) }
    }
}
