import Bytes
import Dossiers
import Files
import Intake
import Ledgers

/// A file of the unmatched tray that a person puts to its dossier.
extension Office {
    /// What a copy in hand is called by: no inbox folder is called so, since it is put back into none.
    private static let source = "joined"

    /// Reads a copy of the file as whatever comes from outside, and enters it as a supplement that is the office's own act.
    ///
    /// The file leaves the tray once that is entered, and before the copy leaves `State/working/`: a start that finds the copy there
    /// goes on.
    func join(_ order: Order, _ matter: Matter) throws -> Order.Answer {
        let name = order.item ?? ""
        if let why = JoinRuling.refusal(order, matter) { return Order.Answer(isDone: false, text: why) }
        guard let item = try register.stray(name), try !register.isMatched(name) else { return Self.nothing(name) }
        let tray = try UnmatchedTray(state: state)
        guard try leavesRoom(for: tray.bytes(of: name)) else {
            return Order.Answer(
                isDone: false, text: "the disk has no room for a copy of «\(name)» now: make room, then order it again")
        }
        let working = try state.folder("working")
        let id = claims.nextID(Self.source)
        let claim = Claim(
            id: id, channel: item.inbox, folder: try working.folder(FileName.literal(id), create: true))
        guard try tray.copy(name, to: claim.folder) else {
            try working.removeTree(FileName.literal(id))
            return Self.nothing(name)
        }
        try working.sync()
        do {
            switch JoinRuling.rule(try paper(of: claim, order, matter), claim: id, order, matter) {
            case .refused(let why):
                try working.removeTree(FileName.literal(id))
                return Order.Answer(isDone: false, text: "«\(name)»: \(why)")
            case .events(let events):
                try enter(events, for: matter.dossier, claim: id) { self.plan($0, dossier: $1) }
            }
        } catch let unreadable as ParseError where !hasUnpublished {
            try working.removeTree(FileName.literal(id))
            return Order.Answer(isDone: false, text: "«\(name)» cannot be read: \(unreadable)")
        }
        let code = matter.dossier.code
        try finish(id, [name], code)
        let standing = try register.dossier(code)?.state.rawValue ?? "-"
        return Order.Answer(
            isDone: true, text: "«\(name)» is a paper of \(code) now, component \(order.component ?? "-"): \(standing)")
    }

    /// Ends what a crash interrupted: what was entered is finished, and any other copy taken away.
    ///
    /// - Parameter committed: the entries of claims that a start found in hand.
    func recoverJoining(_ committed: [String: [Entry]]) throws {
        let working = try state.folder("working")
        for id in try Self.joining(in: working) {
            guard let entries = committed[id], let code = entries.lazy.compactMap(\.dossier).first else {
                try working.removeTree(FileName.literal(id))
                continue
            }
            let names = entries.compactMap { if case .matched(let name, _) = $0.event { name } else { nil } }
            try finish(id, names, code)
        }
    }

    /// The copies that are in hand.
    static func joining(in working: Folder) throws -> [String] {
        try working.entries().compactMap(\.text).filter { $0.hasPrefix("\(source)@") }.sorted()
    }

    private func finish(_ claim: String, _ names: [String], _ code: DossierCode) throws {
        for name in names { try UnmatchedTray(state: state).remove(name) }
        let place = try archive.place(of: claim, .dossier(code))
        try makeLast()
        try archive.move(to: place)
        try makeLast()
    }

    private static func nothing(_ name: String) -> Order.Answer {
        Order.Answer(nothing: "«\(name)» does not lie in State/unmatched")
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
        default: throw ParseError(.incomplete, "its reader was lost: order it again")
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
    fileprivate var inbox: Channel {
        channel.flatMap { Channel(mark: $0.split(separator: "/").joined(separator: ".")) } ?? .online
    }
}
