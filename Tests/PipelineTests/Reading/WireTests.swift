import Bytes
import Dossiers
import Files
import Intake
import Signatures
import Testing

@testable import Pipeline

@Suite("What crosses to a process that reads and back")
struct WireTests {
    private static let room = Limits().answerBytes

    private func same<Value: Wired & Equatable>(_ value: Value) throws -> Bool {
        let crossed = try Value(wired: value.wired, room: Self.room)
        return crossed == value && crossed.wired == value.wired
    }

    @Test("Messages of every kind, files and signatures arrive as they were")
    func values() throws {
        for message in WireSamples.messages { #expect(try same(message)) }
        for paper in WireSamples.papers { #expect(try same(paper)) }
        for report in WireSamples.signatures { #expect(try same(report)) }
        var report = WireSamples.signatures[0]
        report.claims = try WireSamples.claims()
        report.closing = report.claims
        #expect(try same(report))
        #expect(try same(WireSamples.needs))
        for channel in [Channel.online, .postal, .payments, .agency(WireSamples.code.agency)] {
            #expect(try same(channel))
        }
    }

    @Test("Packages arrive as they were")
    func packages() throws {
        for package in WireSamples.packages {
            let crossed = try Package(wired: package.wired, room: Self.room)
            #expect(crossed.channel == package.channel && crossed.message == package.message)
            #expect(crossed.papers == package.papers && crossed.unlisted == package.unlisted)
            #expect(crossed.signatures == package.signatures && crossed.content == package.content)
        }
    }

    @Test("Answers and requests of every kind arrive as what was written")
    func kinds() throws {
        for answer in WireSamples.answers {
            #expect(try ReadingAnswer(wired: answer.wired, room: Self.room).wired == answer.wired)
        }
        for request in WireSamples.requests {
            #expect(try ReadingRequest(wired: request.wired, room: Self.room).wired == request.wired)
        }
        guard
            case .open(let schema, let limits) = try ReadingRequest(
                wired: WireSamples.requests[0].wired, room: Self.room)
        else {
            Issue.record("the first request expected")
            return
        }
        #expect(schema == [0, 255, 128] && limits.files == 7)
    }

    /// Whether it is refused wherever it ends too early, and where more follows.
    private func isWhole<Value: Wired>(_ message: [UInt8], as _: Value.Type) -> Bool {
        func isNone(_ message: [UInt8]) -> Bool { (try? Value(wired: message, room: Self.room)) == nil }
        return message.indices.allSatisfy { isNone(Array(message[..<$0])) } && isNone(message + [0])
    }

    @Test("Whatever ends too early, and whatever has more behind it, is no answer and no request")
    func wholly() throws {
        for answer in WireSamples.answers { #expect(isWhole(answer.wired, as: ReadingAnswer.self)) }
        for request in WireSamples.requests { #expect(isWhole(request.wired, as: ReadingRequest.self)) }
        let claim = SignatureClaim(value: nil, certificate: try WireSamples.certificate())
        #expect(isWhole(claim.wired, as: SignatureClaim.self))
    }

    /// Whether with a byte changed, wherever it stands, it is refused or is something else that would be written so.
    private func isEachOne<Value: Wired>(
        _ message: [UInt8], _ byte: UInt8, as _: Value.Type, _ judge: (Value) -> Void = { _ in }
    ) -> Bool {
        message.indices.allSatisfy { index in
            var changed = message
            changed[index] = byte
            guard let value = try? Value(wired: changed, room: Self.room) else { return true }
            judge(value)
            let again = value.wired
            // But for the order of what is in sets.
            return again == changed || again.sorted() == changed.sorted()
        }
    }

    @Test(
        "With any byte changed it is refused, or is something else that is judged; nothing has two forms",
        arguments: [0, 1, 0x80, 0xFF] as [UInt8])
    func changed(byte: UInt8) throws {
        for answer in WireSamples.answers {
            let isEachOne = isEachOne(answer.wired, byte, as: ReadingAnswer.self) { answer in
                guard case .package(let package) = answer else { return }
                _ = try? package.checked(channel: package.channel, limits: Limits())
            }
            #expect(isEachOne)
        }
        for request in WireSamples.requests { #expect(isEachOne(request.wired, byte, as: ReadingRequest.self)) }
        let claim = SignatureClaim(value: nil, certificate: try WireSamples.certificate())
        #expect(isEachOne(claim.wired, byte, as: SignatureClaim.self))
    }

    @Test("Of days and moments only those cross that can be written, to the last and no further")
    func times() throws {
        let (first, last) = (try #require(Day("0001-01-01")), try #require(Day("9999-12-31")))
        for day in [first, last] { #expect(try same(day)) }
        for number in [first.number - 1, last.number + 1, .min, .max] {
            #expect(throws: ParseError.self) { try Day(wired: Day(number: number).wired, room: 0) }
        }
        for text in ["0001-01-01T00:00:00+14:59", "9999-12-31T23:59:59-14:59", "2026-11-23T08:15:00+07:00"] {
            let moment = try #require(Moment(text))
            #expect(try Moment(wired: moment.wired, room: 0).description == text)
        }
        let early = try #require(Moment("0001-01-01T00:00:00+14:59"))
        let late = try #require(Moment("9999-12-31T23:59:59-14:59"))
        let impossible = [
            early.advanced(bySeconds: -1), late.advanced(bySeconds: 1), Moment(seconds: .max, offset: 60),
            Moment(seconds: .min, offset: -60), Moment(seconds: 0, offset: 54_000), Moment(seconds: 0, offset: -54_000),
            Moment(seconds: 0, offset: 61), Moment(seconds: 0, offset: .max), Moment(seconds: 0, offset: .min),
        ]
        for moment in impossible {
            #expect(throws: ParseError.self) { try Moment(wired: moment.wired, room: 0) }
        }
    }

    @Test("Codes and names cross only where they are some")
    func words() throws {
        for text in ["", "000.00.10.H3", "../H34", "000.00.10.H34-261123-0001"] {
            #expect(throws: ParseError.self) { try AgencyCode(wired: text.wired, room: 0) }
        }
        for text in ["", "000.00.10.H34-261123-0000", "000.00.10.H34-261323-0001", "000.00.10.H34"] {
            #expect(throws: ParseError.self) { try DossierCode(wired: text.wired, room: 0) }
        }
        for text in ["", ".", "..", "a/b", "a\u{0}"] {
            #expect(throws: ParseError.self) { try FileName(wired: text.wired, room: 0) }
        }
        let name = try #require(FileName(bytes: [0xFF, 0x0A]))
        #expect(try FileName(wired: name.wired, room: 0) == name)
    }

    @Test("A digest of a signature is as long as its hash says")
    func digests() throws {
        let value = SignatureValue(method: .ecdsa, hash: .sha256, digest: WireSamples.digest.bytes, value: [1])
        #expect(try same(value))
        for hash in HashAlgorithm.allCases where hash.width != 32 {
            let other = value.method.wired + hash.wired + value.wired.dropFirst(2)
            #expect(throws: ParseError.self) { try SignatureValue(wired: other, room: 0) }
        }
    }
}
