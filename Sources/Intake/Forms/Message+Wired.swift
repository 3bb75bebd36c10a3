package import Bytes

extension Message: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .submission(try wire.value())
        case 1: self = .followUp(try wire.value())
        case 2: self = .feedback(try wire.value())
        case 3: self = .yearlyReport(try wire.value())
        default: throw wire.refusal("what a form says")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .submission(let submission): wire.write(case: 0, submission)
        case .followUp(let followUp): wire.write(case: 1, followUp)
        case .feedback(let feedback): wire.write(case: 2, feedback)
        case .yearlyReport(let report): wire.write(case: 3, report)
        }
    }
}
