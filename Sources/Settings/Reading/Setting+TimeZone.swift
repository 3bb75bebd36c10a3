// The register of time zones is the only thing that this target takes from Foundation.
import Foundation

extension Setting where Value == Int {
    /// A zone's seconds east of Greenwich, for zones that have kept and will keep them.
    ///
    /// A zone whose offset changes would make an hour of working time vanish or come twice, for which the law has no rule.
    static var timeZone: Setting {
        Setting("a time zone with the same offset all year since 2018, such as Asia/Ho_Chi_Minh") { name in
            guard let zone = TimeZone(identifier: name) else { return nil }
            let start = Date(timeIntervalSince1970: 1_514_764_800)
            let offset = zone.secondsFromGMT(for: start)
            // Twice a month to the end of 2040: a zone of two offsets keeps each for weeks at least.
            let days = stride(from: 0.0, to: 23 * 365, by: 14)
            guard days.allSatisfy({ zone.secondsFromGMT(for: start.addingTimeInterval($0 * 86_400)) == offset })
            else { return nil }
            return offset
        }
    }
}
