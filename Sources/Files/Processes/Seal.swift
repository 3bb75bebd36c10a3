private import CLinux
private import Glibc

/// Gives up this process's rights for good, before it reads a single byte that came from outside.
package enum Seal {
    /// What a sealed process found when it tried; where the kernel lacks a means, another may still hold.
    package struct Holds: Sendable, Equatable {
        /// No socket to anywhere.
        package var network: Bool
        /// Nothing can be made or written.
        package var writing: Bool
        /// Nothing can be read but what lies beneath the folders that were lent.
        package var reading: Bool
        /// No other program can be started.
        package var programs: Bool
        /// Nothing can be done to the process that started it: no signal sent, no bound set.
        package var house: Bool

        package init(network: Bool, writing: Bool, reading: Bool, programs: Bool, house: Bool) {
            self.network = network
            self.writing = writing
            self.reading = reading
            self.programs = programs
            self.house = house
        }

        /// Whether all of it holds.
        package var all: Bool { network && writing && reading && programs && house }
    }

    /// Seals this process and says what holds.
    ///
    /// It keeps reading beneath `folders`, its open socket, and at most `memory` bytes of address space (0 sets no bound). Each
    /// of three means is tried, and one is enough for most: a network of its own, Landlock, seccomp. Throws where not even
    /// the bounds can be set.
    package static func close(reading folders: [Folder], memory: Int) throws(FileError) -> Holds {
        let house = getppid()
        guard linux_limit_reader(UInt64(memory), 256) == 0, linux_forgo_privileges() == 0 else {
            throw FileError("Sealing", "this process", .system(errno))
        }
        _ = linux_leave_network()
        let numbers = folders.map { $0.descriptor.number }
        _ = unsafe linux_confine_to(numbers, Int32(numbers.count))
        _ = linux_forgo_calls()
        return tried(against: house)
    }

    /// Tries what must not be possible, rather than believe that the seal took.
    private static func tried(against house: pid_t) -> Holds {
        unsafe Holds(
            network: linux_can_use_network() == 0,
            writing: linux_can_open("/dev/null", O_WRONLY) == 0,
            reading: linux_can_open("/etc/passwd", O_RDONLY) == 0 && linux_can_open("/", O_RDONLY) == 0,
            programs: linux_can_execute() == 0,
            house: linux_can_reach(house) == 0)
    }
}
