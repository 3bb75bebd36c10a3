package import Dossiers
import Files
import Foundation

/// Where the command line gives its orders: to the site itself, or to the hoso that holds it.
package enum OrderDesk {
    /// Carries the order out, or leaves it in `State/orders/` and waits for the answer; nil where none came in time.
    ///
    /// Where whoever held the site has ended meanwhile, it is carried out here after all. A configuration with mistakes is told, and
    /// keeps no order from whoever holds the site.
    ///
    /// - Parameters:
    ///   - reading: where what an interruption left in hand is read again, which comes first.
    ///   - patience: in seconds.
    ///   - grace: how many seconds a site that is free is left to a daemon that is started again, which must not find it held.
    package static func give(
        _ order: Order, site path: String, now: Moment?, reading: ReadingPlace = .here, patience: Int,
        grace: Int = 60, say: @escaping @Sendable (LogEvent) -> Void
    ) throws -> Order.Answer? {
        func opened() throws -> Office {
            try Office(site: path, now: now, mode: .once, reading: reading, say: say)
        }
        do {
            let office = try opened()
            // What was ordered before, and waits since nobody served, is not to undo this one.
            _ = try office.takeOrders()
            return try office.tellingDamage { try office.carryOut(order) }
        } catch let error where error is SiteHeld || error is ConfigurationMistakes {
            let folders = try SiteFolders(opening: path)
            var mistakes: [LogEvent] = []
            // Whoever serves carries it out by the configuration that it began with; nobody else may by one of before.
            guard let state = try folders.state(of: try folders.readable { mistakes.append($0) }.site),
                try error is SiteHeld
                    || state.status(of: "lock") != nil && SiteLock.holder(folder: state, name: "lock") != nil
            else { throw error }
            for mistake in mistakes { say(mistake) }
            let tray = try OrderTray(state: state)
            let id = try tray.leave(order)
            var free = 0
            for tenth in 0..<(patience * 10) {
                if let answer = try tray.answer(id) { return answer }
                if tenth % 10 == 9 {
                    free = try SiteLock.holder(folder: state, name: "lock") == nil ? free + 1 : 0
                    if free > grace {
                        do { _ = try opened().takeOrders() } catch is SiteHeld { free = 0 }
                    }
                }
                Thread.sleep(forTimeInterval: 0.1)
            }
            return nil
        }
    }
}
