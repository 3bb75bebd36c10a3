package import Bytes

extension MomentOrDay: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .moment(try wire.value())
        case 1: self = .day(try wire.value())
        default: throw wire.refusal("a moment or a day")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .moment(let moment): wire.write(case: 0, moment)
        case .day(let day): wire.write(case: 1, day)
        }
    }
}
