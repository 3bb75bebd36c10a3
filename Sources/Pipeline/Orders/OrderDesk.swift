package import Dossiers
import Files
import Foundation

/// Where the command line gives its orders: to the site itself, or to the hoso that holds it.
package enum OrderDesk {
    /// Carries the order out, or leaves it in `State/orders/` and waits for the answer; nil where none came in time.
    ///
    /// - Parameters:
    ///   - reading: where what an interruption left in hand is read again, which comes first.
    ///   - patience: in seconds.
    package static func give(
        _ order: Order, site path: String, now: Moment?, reading: ReadingPlace = .here, patience: Int,
        say: @escaping @Sendable (LogEvent) -> Void
    ) throws -> Order.Answer? {
        do {
            let office = try Office(site: path, now: now, mode: .once, reading: reading, say: say)
            return try office.tellingDamage { try office.carryOut(order) }
        } catch is SiteHeld {
            let folders = try SiteFolders(opening: path)
            let tray = try OrderTray(state: try folders.state(of: try folders.checkedSite()))
            let id = try tray.leave(order)
            for _ in 0..<(patience * 10) {
                if let answer = try tray.answer(id) { return answer }
                Thread.sleep(forTimeInterval: 0.1)
            }
            return nil
        }
    }
}
