/// One line of the log: a stable name, what is told, and its parts for machines.
///
/// There is no way to put personal data into it by accident: see `LogText`.
package struct LogEvent: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The names, which scripts may rely on; `docs/operations.md` lists them.
    package enum Name: String, Sendable, CaseIterable {
        case serving, reloading, stopping, ended, failed
        case configurationWarning, configurationMistake, configurationKept
        case taken, notTouched, readerLost, copied, kept, takenBack, repaired, noKernelEvents
        case incidentOpened, incidentOver
        case nightlyDone, order, orderRefused, mailWaits, metricsFailed, notifyFailed
        case status
        /// Anything that has no name of its own.
        case note

        package var level: Level {
            switch self {
            case .failed, .configurationMistake: .error
            case .configurationWarning, .configurationKept, .incidentOpened, .noKernelEvents, .mailWaits,
                .metricsFailed, .notifyFailed, .notTouched, .readerLost, .copied, .kept, .orderRefused:
                .warning
            case .repaired, .incidentOver, .order: .notice
            case .serving, .reloading, .stopping, .ended, .taken, .takenBack, .nightlyDone, .status, .note: .information
            }
        }
    }

    /// How grave it is, in syslog's numbers.
    package enum Level: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case information = 6

        package var word: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .notice: "notice"
            case .information: "info"
            }
        }
    }

    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: LogText
    }

    package let name: Name
    package let text: LogText
    package let fields: [Field]

    package var level: Level { name.level }

    package init(_ name: Name, _ text: LogText, _ fields: KeyValuePairs<StaticString, LogText> = [:]) {
        self.name = name
        self.text = text
        self.fields = fields.map { Field(name: "\($0.key)", value: $0.value) }
    }

    package init(stringLiteral value: String) { self.init(.note, LogText(stringLiteral: value)) }
    package init(stringInterpolation: LogText.Interpolation) {
        self.init(.note, LogText(stringInterpolation: stringInterpolation))
    }
}
