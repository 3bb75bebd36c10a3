private import CLinux
private import Glibc

/// The other end of a `Companion`: what the child does with the house that started it.
///
/// Its standard input is the socket.
package struct House: Sendable {
    private let socket: MessageSocket

    package init() { socket = MessageSocket(0) }

    /// The next message and the folders lent with it; nil where the house has gone.
    package func next(limit: Int) throws(FileError) -> (message: [UInt8], folders: [Folder])? {
        do throws(SystemError) {
            guard let (bytes, descriptors) = try socket.receive(limit: limit, deadline: nil) else { return nil }
            return (bytes, descriptors.map { Folder(path: "(lent)", number: $0, calls: LinuxCalls()) })
        } catch {
            throw FileError("Hearing", "the house", .system(error.number))
        }
    }

    package func answer(_ message: [UInt8]) throws(FileError) {
        do throws(SystemError) {
            try socket.send(message, lending: [], deadline: nil)
        } catch {
            throw FileError("Answering", "the house", .system(error.number))
        }
    }
}
