package import Signatures

/// The rungs of the one ladder on which a form's signatures stand, weakest first.
package enum SignatureWorth: String, Sendable, Codable, CaseIterable {
    case absent, broken, present, intact, valid, trusted

    /// The worth of a form is that of its weakest signature.
    package init(_ signatures: [SignatureReport]) {
        let there = signatures.filter { $0.present.outcome == .passed }
        guard !there.isEmpty else {
            self = signatures.isEmpty ? .absent : .broken
            return
        }
        let worths = there.map(Self.init(one:))
        self = Self.allCases.first { worths.contains($0) } ?? .absent
    }

    private init(one signature: SignatureReport) {
        if signature.intact.outcome == .failed {
            self = .broken
        } else if signature.trusted.outcome == .passed {
            self = .trusted
        } else if signature.valid.outcome == .passed {
            self = .valid
        } else {
            self = signature.intact.outcome == .passed ? .intact : .present
        }
    }
}
