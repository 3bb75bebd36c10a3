private import CLinux
private import Glibc

/// Waits for changes in folders, for signals, and for time to pass, all at once.
///
/// What it tells of a folder is a hint: a scan is the truth, and is needed once after `watch` in any case.
package final class Watcher: Sendable {
    private let changes: Descriptor
    private let signals: Descriptor

    /// Takes the signals away from their usual effect: from now on they come out of `wait`.
    ///
    /// To be made before any other thread is started, since a signal goes to whichever thread does not block it. They stay
    /// blocked when the watcher is gone.
    package init(signals numbers: [Int32]) throws(FileError) {
        let calls = LinuxCalls()
        do throws(SystemError) {
            changes = Descriptor(try calls.retrying { linux_inotify() }, calls: calls)
            signals = Descriptor(
                try calls.retrying { unsafe linux_signals(numbers, Int32(numbers.count)) }, calls: calls)
        } catch {
            throw FileError("Waiting for", "changes and signals", .system(error.number))
        }
    }

    /// Watches a folder of the configuration, by its path; watching it again changes nothing.
    @discardableResult
    package func watch(_ path: String) throws(FileError) -> Int32 {
        do throws(SystemError) {
            return try LinuxCalls().retrying { unsafe linux_watch(changes.number, path) }
        } catch {
            throw FileError("Watching", path, .system(error.number))
        }
    }

    /// Watches the folder that is open, whatever its path leads to now, and gives the number by which it is told of: the same
    /// whenever it is the same folder.
    @discardableResult
    package func watch(_ folder: Folder) throws(FileError) -> Int32 {
        do throws(SystemError) {
            return try LinuxCalls().retrying {
                unsafe linux_watch(changes.number, "/proc/self/fd/\(folder.descriptor.number)")
            }
        } catch {
            throw FileError("Watching", folder.path, .system(error.number))
        }
    }

    /// Whether changes in a folder can be seen here; false for network file systems and where there is no such folder.
    package static func canWatch(_ path: String) -> Bool {
        do throws(FileError) {
            return try !Folder(path: path).isNetworkFileSystem
        } catch {
            return false
        }
    }

    /// Waits until something happens, but no longer than `milliseconds`; for ever where that is negative.
    package func wait(milliseconds: Int) throws(FileError) -> Wake {
        let start = MachineClock.monotonic()
        var wake = Wake()
        while true {
            var waited = [
                pollfd(fd: changes.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals.number, events: Int16(POLLIN), revents: 0),
            ]
            let passed = (MachineClock.monotonic() - start) / 1_000_000
            let left = milliseconds < 0 ? -1 : Int32(clamping: max(0, milliseconds - passed))
            let ready = unsafe poll(&waited, 2, left)
            // A signal that is not ours: wait for the rest of the time.
            if ready < 0, errno == EINTR { continue }
            guard ready >= 0 else { throw FileError("Waiting for", "changes and signals", .system(errno)) }
            if waited[0].revents != 0 { try takeChanges(into: &wake) }
            if waited[1].revents != 0 { try takeSignals(into: &wake) }
            return wake
        }
    }

    private func takeChanges(into wake: inout Wake) throws(FileError) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = unsafe read(changes.number, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count > 0 else { throw FileError("Reading", "changes", .system(errno)) }
            // struct inotify_event: watch 4 bytes, mask 4, cookie 4, length of the name 4, name.
            var start = 0
            while start + 16 <= count {
                let (number, mask, nameLength) = unsafe buffer.withUnsafeBytes { memory in
                    unsafe (
                        memory.loadUnaligned(fromByteOffset: start, as: Int32.self),
                        memory.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
                        memory.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self)
                    )
                }
                if mask & linux_inotify_overflow() != 0 {
                    wake.overflowed = true
                } else {
                    wake.folders.insert(number)
                    if mask & linux_inotify_lost() != 0 { wake.lost.insert(number) }
                }
                start += 16 + Int(nameLength)
            }
        }
    }

    private func takeSignals(into wake: inout Wake) throws(FileError) {
        while true {
            let number = linux_next_signal(signals.number)
            guard number >= 0 else { throw FileError("Reading", "signals", .system(errno)) }
            guard number > 0 else { return }
            wake.signals.append(number)
        }
    }
}
