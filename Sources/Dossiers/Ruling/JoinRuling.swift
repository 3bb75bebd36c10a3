package import Bytes

/// What comes of it that a person of the office puts a file from the unmatched tray to a dossier: a supplement that is the office's
/// own act, so that nobody has to show the citizen's account.
package enum JoinRuling {
    /// Why it cannot be, whatever the file is; nil where it can.
    package static func refusal(_ order: Order, _ matter: Matter) -> String? {
        let dossier = matter.dossier
        guard order.by.saysSomething, order.reason.saysSomething else {
            return "an order needs a reason and the name of whoever gives it"
        }
        if dossier.isClosed {
            return "\(dossier.code) is closed (\(dossier.state.rawValue)): nothing more is done with it"
        }
        if dossier.resolvedAt != nil { return "\(dossier.code) has its result already: nothing is added to it" }
        guard component(order, matter) == nil else { return nil }
        let known = matter.procedure.components.map(\.id).joined(separator: ", ")
        return "\(matter.procedure.code) has no component «\(order.component ?? "-")» but \(known)"
    }

    /// The message as which a file counts; its id is the file's, since nobody sent one.
    package static func followUp(_ paper: Paper, _ order: Order, _ matter: Matter) -> FollowUp {
        FollowUp(
            id: id(of: paper.sha256), dossier: matter.dossier.code, at: nil,
            content: .supplement(
                account: matter.dossier.receipt.submitter.account, forms: [],
                attachments: [declared(paper, order, matter)], signatures: []))
    }

    /// - Parameter claim: as which the file was taken in hand.
    package static func rule(_ paper: Paper, claim: String, _ order: Order, _ matter: Matter) -> OrderRuling.Ruling {
        if let why = refusal(order, matter) { return .refused(why) }
        let attachment = SubmissionCase.Attachment(declared: declared(paper, order, matter), paper: paper)
        if let fault = attachment.fault {
            return .refused("it is no sound paper (\(fault.code.rawValue)): scan it again, or have it sent again")
        }
        let joined = FollowUpCase(
            followUp: followUp(paper, order, matter), attachments: [attachment], channel: "office", claim: claim,
            isOffices: true)
        let events = FollowUpRuling.rule(joined, matter.dossier, matter)?.events ?? []
        if let rejection = events.lazy.compactMap(\.rejection).first {
            let why = [rejection.reason, rejection.detail].compactMap(\.self).joined(separator: ", ")
            return .refused("\(matter.dossier.code) does not take it: \(why)")
        }
        return .events(
            [.matched(name: order.item ?? "", PersonalAct(by: order.by, reason: order.reason))] + events)
    }

    fileprivate static func id(of file: Digest) -> String { "office-\(file)" }

    private static func declared(_ paper: Paper, _ order: Order, _ matter: Matter) -> DeclaredAttachment {
        var declared = DeclaredAttachment(component: component(order, matter) ?? "", file: paper.file)
        (declared.size, declared.sha256) = (paper.size, paper.sha256)
        return declared
    }

    private static func component(_ order: Order, _ matter: Matter) -> String? {
        order.component.flatMap { matter.component(called: $0) }
    }
}

extension Dossier {
    /// Whether a file was put to it from the unmatched tray.
    package func hasJoined(_ file: Digest) -> Bool { supplements.contains { $0.message == JoinRuling.id(of: file) } }
}
