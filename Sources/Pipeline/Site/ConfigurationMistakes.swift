package import Settings

/// The configuration cannot be worked by; every mistake is named.
package struct ConfigurationMistakes: Error {
    package let problems: [ConfigurationProblem]
}
