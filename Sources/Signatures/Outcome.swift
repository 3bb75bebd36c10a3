import Bytes

/// What became of one check of a signature: three outcomes, so that «not known» never becomes «passed» by accident.
package enum Outcome: String, Sendable, Codable, Wired, CaseIterable {
    case passed, failed, undetermined
}
