package import Settings

/// The configuration cannot be worked by; every mistake is named.
package struct ConfigurationMistakes: Error {
    package let problems: [ConfigurationProblem]

    package var events: [LogEvent] {
        problems.map { LogEvent($0.isWarning ? .configurationWarning : .configurationMistake, "\($0)") }
    }
}
