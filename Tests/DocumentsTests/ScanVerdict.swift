import Bytes
import Documents

/// What intake says of a lone scan, as far as its bytes tell.
struct ScanVerdict: Equatable {
    /// `accept`, or `reject:` and the code.
    var intake: String
    var isSigned = false
    var facts: PDFFacts?

    init(_ source: any ByteSource, limits: Limits = Limits()) {
        do {
            let type = try ContentType.of(source)
            switch type {
            case .empty: intake = "reject:empty"
            case .pdf:
                let facts = try PDFFacts(source, limits: limits)
                self.facts = facts
                isSigned = !facts.signatures.isEmpty
                intake = facts.isEncrypted ? "reject:encrypted" : facts.active.isEmpty ? "accept" : "reject:active"
            case .jpeg, .png, .tiff:
                _ = try ImageFacts(source, type: type, limits: limits)
                intake = "accept"
            default: intake = "reject:type"
            }
        } catch let error as ParseError {
            intake = "reject:\(error.code.rawValue)"
        } catch {
            intake = "failed: \(error)"
        }
    }
}
