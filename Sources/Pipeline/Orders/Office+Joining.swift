import Bytes
import Dossiers
import Files
import Intake
import Ledgers

/// A file of the unmatched tray that a person puts to its dossier.
extension Office {
    /// Takes the file in hand, reads it as whatever comes from outside, and enters it as a supplement that is the office's own act.
    ///
    /// Where it cannot be joined it goes back to the tray; a crash before the entry leaves it in the inbox, from where it goes there
    /// again.
    func join(_ order: Order, _ matter: Matter) throws -> Order.Answer {
        func refused(_ why: String) -> Order.Answer { Order.Answer(isDone: false, text: why) }
        let name = order.item ?? ""
        if let why = JoinRuling.refusal(order, matter) { return refused(why) }
        guard let item = try register.stray(name), try !register.isMatched(name),
            let channel = item.inbox,
            let claim = try UnmatchedTray(state: state).take(name, as: claims.nextID(channel.mark), from: channel)
        else { return Order.Answer(nothing: "«\(name)» does not lie in State/unmatched") }
        do {
            let paper = try paper(of: claim, order, matter)
            switch JoinRuling.rule(paper, claim: claim.id, order, matter) {
            case .refused(let why):
                try putAside(claim, item)
                return refused("«\(name)»: \(why)")
            case .events(let events):
                try enter(events, for: matter.dossier, claim: claim.id) { self.plan($0, dossier: $1) }
            }
        } catch let unreadable as ParseError where !hasUnpublished {
            try putAside(claim, item)
            return refused("«\(name)» cannot be read: \(unreadable)")
        }
        let code = matter.dossier.code
        try archive.move(to: archive.place(of: claim.id, .dossier(code)))
        try makeLast()
        let standing = try register.dossier(code)?.state.rawValue ?? "-"
        return Order.Answer(
            isDone: true, text: "«\(name)» is a paper of \(code) now, component \(order.component ?? "-"): \(standing)")
    }

    /// What a claim's one file is, with what its signatures are worth; throws a `ParseError` where it cannot be read.
    private func paper(of claim: Claim, _ order: Order, _ matter: Matter) throws -> Paper {
        let read = try reader.read(claim, bytes: Stamps(of: claim.folder).bytes)
        let paper: Paper?
        switch try reader.judge([read], on: workers).first {
        case .stray(let alone): paper = alone
        // One that bears the code of another dossier, or of none.
        case .package(let package): paper = package.papers.first ?? nil
        case .unreadable(let error): throw error
        default: throw ParseError(.incomplete, "its reader was lost, or somebody writes to it: order it again")
        }
        guard let paper else { throw ParseError(.layout, "it is no file that a form could name") }
        let package = Package(
            channel: claim.channel, message: .followUp(JoinRuling.followUp(paper, order, matter)), papers: [paper],
            unlisted: [], signatures: [], content: paper.sha256)
        return try reader.judge(package, on: workers).papers.first.flatMap(\.self) ?? paper
    }
}

extension Unmatched {
    /// The folder that it came by; ledgers of before do not tell, and most came by that of citizens.
    fileprivate var inbox: Channel? {
        guard let channel else { return .online }
        return Channel(mark: channel.split(separator: "/").joined(separator: "."))
    }
}
