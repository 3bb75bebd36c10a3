import Foundation
import Testing

@testable import Files

@Suite("The socket between the house and a reader")
struct MessageSocketTests {
    /// Folders to lend, and a pipe that ends once nobody holds any of them.
    private func lent(_ count: Int) throws -> (folders: [Folder], end: PipeEnd) {
        let (reading, writing) = try PipeEnd.pair()
        let folders = (0..<count).map { _ in Folder(path: "lent", number: dup(writing.number), calls: LinuxCalls()) }
        return (folders, reading)
    }

    private func isClosed(_ pipe: PipeEnd) -> Bool {
        var waited = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&waited, 1, 5_000) == 1 && Int32(waited.revents) & Int32(POLLHUP) != 0
    }

    private func send(_ message: [UInt8], lending count: Int, over socket: MessageSocket) throws -> PipeEnd {
        let (folders, end) = try lent(count)
        try socket.send(message, lending: folders, deadline: nil)
        return end
    }

    @Test("The house borrows nothing: what a reader sends along is closed, and its answer is none", arguments: 1...4)
    func nothingFromReaders(count: Int) throws {
        let (house, reader) = try MessageSocket.pair()
        let end = try send([1, 2, 3], lending: count, over: reader)
        let error = #expect(throws: SystemError.self) { _ = try house.receive(limit: 10, deadline: nil) }
        #expect(error?.number == EPROTO)
        #expect(isClosed(end))
    }

    @Test("A reader borrows as many as it may; of more none stays open")
    func bounded() throws {
        let (house, reader) = try MessageSocket.pair()
        let one = try send([1], lending: 2, over: house)
        let message = try #require(try reader.receive(limit: 10, borrowing: 2, deadline: nil))
        #expect(message.bytes == [1] && message.folders.count == 2)
        var waited = pollfd(fd: one.number, events: Int16(POLLIN), revents: 0)
        #expect(unsafe poll(&waited, 1, 0) == 0)
        let other = try send([1], lending: 3, over: house)
        #expect(throws: SystemError.self) { _ = try reader.receive(limit: 10, borrowing: 2, deadline: nil) }
        #expect(isClosed(other))
    }

    @Test("What was lent with a message that is refused is closed too")
    func closedWithTheMessage() throws {
        let (house, reader) = try MessageSocket.pair()
        let end = try send([1, 2, 3], lending: 4, over: house)
        #expect(throws: SystemError.self) { _ = try reader.receive(limit: 2, borrowing: 4, deadline: nil) }
        #expect(isClosed(end))
    }

    @Test(
        "Messages of every size cross whole, with what is lent",
        arguments: [0, 1, 16_379, 16_380, 16_381, 999_999, 3_000_000])
    func sizes(count: Int) throws {
        let (house, reader) = try MessageSocket.pair()
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let (folders, _) = try lent(1)
        Thread.detachNewThread { try? house.send(message, lending: folders, deadline: nil) }
        let received = try #require(try reader.receive(limit: count, borrowing: 1, deadline: nil))
        #expect(received.bytes == message && received.folders.count == 1)
    }

    @Test("Who sends two messages where one was asked for is not believed")
    func twoAtOnce() throws {
        let (house, reader) = try MessageSocket.pair()
        for _ in 0..<2 { try reader.send([1], lending: [], deadline: nil) }
        let error = #expect(throws: SystemError.self) { _ = try house.receive(limit: 10, deadline: nil) }
        #expect(error?.number == EPROTO)
    }

    @Test(
        "A message that does not come, or not to its end, is given up at the deadline",
        arguments: [[], [0, 0], [0, 0, 0, 2], [0, 0, 0, 2, 1]] as [[UInt8]])
    func notComing(part: [UInt8]) throws {
        let (house, reader) = try MessageSocket.pair()
        _ = unsafe Glibc.send(reader.number, part, part.count, 0)
        let deadline = MachineClock.monotonic() + 200_000_000
        let error = #expect(throws: SystemError.self) { _ = try house.receive(limit: 10, deadline: deadline) }
        #expect(error?.number == ETIMEDOUT)
        withExtendedLifetime(reader) {}
    }

    @Test("What comes beside the stream is no message, and is not waited for")
    func besideTheStream() throws {
        let (house, reader) = try MessageSocket.pair()
        // Kernels may be built without.
        guard unsafe Glibc.send(reader.number, [1] as [UInt8], 1, Int32(MSG_OOB)) == 1 else { return }
        let deadline = MachineClock.monotonic() + 20_000_000_000
        let error = #expect(throws: SystemError.self) { _ = try house.receive(limit: 10, deadline: deadline) }
        #expect(error?.number == EPROTO)
        withExtendedLifetime(reader) {}
    }

    @Test("A message that nobody takes is given up at the deadline, however large")
    func notTaken() throws {
        let (house, reader) = try MessageSocket.pair()
        let deadline = MachineClock.monotonic() + 200_000_000
        let error = #expect(throws: SystemError.self) {
            try house.send([UInt8](repeating: 0, count: 5_000_000), lending: [], deadline: deadline)
        }
        #expect(error?.number == ETIMEDOUT)
        withExtendedLifetime(reader) {}
    }
}
