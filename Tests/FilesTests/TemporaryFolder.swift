import Files
import Foundation
import Glibc

/// A folder for one test, gone with it.
final class TemporaryFolder {
    let path: String
    let folder: Folder

    /// `memory` asks for a file system of its own in memory, where there is one.
    init(calls: any SystemCalls = LinuxCalls(), memory: Bool = false) throws {
        let parent = memory ? "/dev/shm" : FileManager.default.temporaryDirectory.path
        path = "\(parent)/hoso-files-\(UUID().uuidString)"
        folder = try Folder(path: path, create: true, calls: calls)
    }

    deinit {
        if FileManager.default.fileExists(atPath: path) { _ = try? FileManager.default.removeItem(atPath: path) }
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file by other means than those under test.
    func put(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func symbolicLink(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    func fifo(_ name: String) { _ = unsafe mkfifo(path(name), 0o600) }

    /// A descriptor of a socket that is bound to the name; to be closed.
    func socket(_ name: String) -> Int32 {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        _ = unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
            unsafe room.copyBytes(from: path(name).utf8.prefix(room.count - 1))
        }
        _ = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe bind(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return descriptor
    }
}
