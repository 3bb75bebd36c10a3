import Bytes
import Dossiers
import Files
import Pipeline

/// Writes events to standard error, one line each.
struct LogWriter: Sendable {
    let format: LogFormat

    @Sendable func callAsFunction(_ event: LogEvent) {
        Output.error(
            Self.line(event, format, at: Moment(seconds: MachineClock.realtime().seconds, offset: Self.offset)))
    }

    /// Vietnam's, in which the office reads its logs; the line says it.
    private static let offset = 7 * 3600

    static func line(_ event: LogEvent, _ format: LogFormat, at time: Moment) -> String {
        switch format {
        case .plain: "\(time) hoso: \(event.level.word) \(event.name.rawValue): \(event.text)"
        case .journal: "<\(event.level.rawValue)>\(event.name.rawValue): \(event.text)"
        case .json:
            JSONText.object(
                [
                    ("time", JSONText.string(time.description)), ("level", JSONText.string(event.level.word)),
                    ("event", JSONText.string(event.name.rawValue)),
                    ("text", JSONText.string(event.text.description)),
                ] + event.fields.map { ($0.name, JSONText.string($0.value.description)) })
        }
    }
}
