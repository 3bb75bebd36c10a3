import Dossiers
import Files
import Foundation

/// `State/orders/`: where the command line leaves orders for the hoso that holds the site, and finds its answers.
///
/// A file `ID.order` appears by one rename and is answered by `ID.answer`. Who may write into the folder may order: it is
/// the site's own user's alone, and a file that another but root has made is refused.
package struct OrderTray: Sendable {
    /// An order that was found, or why it is none.
    enum Found {
        case order(id: String, Order)
        case refused(id: String, why: String)
    }

    /// No order is as long; the reason is a sentence.
    private static let limit = 16_384
    /// The answer's name is longer, and no name has more than 255 bytes.
    private static let longestID = 200
    /// How long an answer that nobody has read is kept.
    private static let answerSeconds = 86_400

    let folder: Folder

    init(state: Folder) throws { folder = try state.folder("orders", create: true, mode: 0o700) }

    /// Ids stand in the order of their times.
    package static func id(at time: (seconds: Int, nanoseconds: Int), of process: Int32) -> String {
        "\(time.seconds).\(padded(time.nanoseconds, 9))-\(process)"
    }

    /// Leaves an order, and says under which id.
    func leave(_ order: Order) throws -> String {
        let id = Self.id(at: MachineClock.realtime(), of: ProcessInfo.processInfo.processIdentifier)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try folder.replaceDurably(FileName.literal("\(id).order"), with: Array(encoder.encode(order)), mode: 0o644)
        return id
    }

    /// The answer, which is taken away with reading it; nil while there is none.
    func answer(_ id: String) throws -> Order.Answer? {
        let name = FileName.literal("\(id).answer")
        guard try folder.status(of: name) != nil else { return nil }
        let answer = try JSONDecoder().decode(
            Order.Answer.self, from: Data(try folder.readAll(name, limit: Self.limit)))
        try folder.remove(name)
        return answer
    }

    /// What lies there, in the order in which it came; answers that nobody has read for a day are taken away.
    ///
    /// - Parameter now: in seconds since 1970.
    func found(now: Int) throws -> [Found] {
        let owner = try folder.owner().user
        var found: [Found] = []
        for name in try folder.entries() {
            guard let text = name.text, !text.hasPrefix(".") else { continue }
            if text.hasSuffix(".answer"), let status = try folder.status(of: name),
                now - status.changed / 1_000_000_000 > Self.answerSeconds
            {
                try folder.remove(name)
            }
            guard text.hasSuffix(".order") else { continue }
            let id = String(text.dropLast(".order".count))
            guard id.utf8.count <= Self.longestID else {
                found.append(.refused(id: id, why: "its name is too long for an answer"))
                continue
            }
            found.append(try read(name, id, owner: owner))
        }
        return found
    }

    private func read(_ name: FileName, _ id: String, owner: UInt32) throws -> Found {
        let bytes: [UInt8]
        do {
            let file = try folder.open(name)
            let giver = try file.owner().user
            guard giver == owner || giver == 0 else {
                return .refused(id: id, why: "it was left by user \(giver), who may not order anything here")
            }
            guard file.count <= Self.limit else { return .refused(id: id, why: "it is longer than an order can be") }
            bytes = try file.readAll()
        } catch {
            guard error.isNotRegular || error.isForbidden else { throw error }
            return .refused(id: id, why: "it cannot be read: \(error)")
        }
        do {
            return .order(id: id, try JSONDecoder().decode(Order.self, from: Data(bytes)))
        } catch {
            return .refused(id: id, why: "it is no order: \(error)")
        }
    }

    /// Answers an order and takes it away; the answer stands first, so that a crash between leaves the order to be answered.
    ///
    /// A folder in its place is no order, which nobody waits to hear of, and stays: the log says so at every turn until somebody
    /// looks.
    func finish(_ id: String, _ answer: Order.Answer) throws {
        guard let name = FileName("\(id).answer"), let order = FileName("\(id).order") else { return }
        guard try folder.status(of: order)?.kind != .folder else { return }
        if id.utf8.count <= Self.longestID {
            try folder.replaceDurably(name, with: Array(JSONEncoder().encode(answer)), mode: 0o644)
        }
        try folder.remove(order)
        try folder.sync()
    }
}
