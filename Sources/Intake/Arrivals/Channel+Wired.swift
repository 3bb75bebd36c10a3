package import Bytes

extension Channel: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .online
        case 1: self = .postal
        case 2: self = .payments
        case 3: self = .agency(try wire.value())
        default: throw wire.refusal("an inbox folder")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .online: wire.write(case: 0)
        case .postal: wire.write(case: 1)
        case .payments: wire.write(case: 2)
        case .agency(let code): wire.write(case: 3, code)
        }
    }
}
