package import Bytes

extension ReadingAnswer: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .sealed(try wire.value())
        case 1: self = .package(try wire.value())
        case 2:
            self = try .unreadable(
                code: wire.value(), message: wire.value(), offset: wire.value(), line: wire.value())
        case 3: self = .stray(try wire.value())
        case 4: self = .needs(try wire.value())
        case 5: self = .truth(try wire.value())
        case 6: self = .senders(try wire.value())
        case 7: self = .failed
        default: throw wire.refusal("an answer")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .sealed(let holds): wire.write(case: 0, holds)
        case .package(let package): wire.write(case: 1, package)
        case .unreadable(let code, let message, let offset, let line):
            wire.write(case: 2)
            wire.write(code)
            wire.write(message)
            wire.write(offset)
            wire.write(line)
        case .stray(let paper): wire.write(case: 3, paper)
        case .needs(let needs): wire.write(case: 4, needs)
        case .truth(let truth): wire.write(case: 5, truth)
        case .senders(let senders): wire.write(case: 6, senders)
        case .failed: wire.write(case: 7)
        }
    }
}
