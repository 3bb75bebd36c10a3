import Bytes

extension ReadingRequest: Wired {
    init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .open(schema: try wire.bytes(), limits: try wire.value())
        case 1: self = .read(try wire.value())
        case 2: self = .needs(form: try wire.value())
        case 3: self = .isMissingItsEnd(file: try wire.value())
        case 4: self = .isMissingFromArchive(archive: try wire.value())
        case 5: self = .senders(names: try wire.value())
        default: throw wire.refusal("a request")
        }
    }

    func write(to wire: inout WireWriter) {
        switch self {
        case .open(let schema, let limits):
            wire.write(case: 0)
            wire.write(bytes: schema)
            wire.write(limits)
        case .read(let channel): wire.write(case: 1, channel)
        case .needs(let form): wire.write(case: 2, form)
        case .isMissingItsEnd(let file): wire.write(case: 3, file)
        case .isMissingFromArchive(let archive): wire.write(case: 4, archive)
        case .senders(let names): wire.write(case: 5, names)
        }
    }
}
