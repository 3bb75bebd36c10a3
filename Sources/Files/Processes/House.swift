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
            guard let (bytes, folders) = try socket.receive(limit: limit, borrowing: 4, deadline: nil) else {
                return nil
            }
            return (bytes, folders)
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
