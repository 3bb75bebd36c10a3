import Bytes
import Files
import Simulation
import Testing

@Suite("A simulated disk")
struct SimulatedDiskTests {
    private func paths(_ disk: SimulatedDisk) -> [String] { disk.files.keys.sorted() }

    @Test("What was not synced is lost in a power cut, names and contents apart")
    func unsynced() throws {
        let calls = SimulatedCalls(SimulatedDisk())
        let root = try Folder(path: "/", calls: calls)
        var file = try root.create("a")
        try file.write([1, 2, 3, 4])
        try file.sync()
        #expect(paths(calls.disk) == ["a"])
        #expect(paths(calls.disk.cut(keeping: [:])).isEmpty)
        try root.sync()
        #expect(calls.disk.cut(keeping: [:]).files == ["a": [1, 2, 3, 4]])
        try file.write([5, 6])
        try file.flush()
        #expect(calls.disk.cut(keeping: [:]).files == ["a": [1, 2, 3, 4]])
        #expect(calls.disk.cut(keeping: [0: .first]).files == ["a": [1, 2, 3, 4, 5]])
        #expect(calls.disk.cut(keeping: [0: .second]).files == ["a": [1, 2, 3, 4, 0, 6]])
        #expect(calls.disk.cut(keeping: [0: .length]).files == ["a": [1, 2, 3, 4, 0, 0]])
        try file.close()
    }

    @Test("A rename is lost, kept, or leaves both names; a sync of either folder does its part")
    func rename() throws {
        let calls = SimulatedCalls(SimulatedDisk())
        let root = try Folder(path: "/", calls: calls)
        let from = try root.folder("from", create: true)
        let to = try root.folder("to", create: true)
        try from.replaceDurably("a", with: [1])
        try from.rename("a", to: to, as: "b", replacing: false)
        #expect(paths(calls.disk.cut(keeping: [:])) == ["from/a"])
        #expect(paths(calls.disk.cut(keeping: [0: .whole])) == ["to/b"])
        #expect(paths(calls.disk.cut(keeping: [0: .first])) == ["from/a", "to/b"])
        try to.sync()
        #expect(paths(calls.disk.cut(keeping: [:])) == ["from/a", "to/b"])
        try from.sync()
        #expect(paths(calls.disk.cut(keeping: [:])) == ["to/b"])
    }

    @Test("Two disks have one sum where a program could not tell them apart, now or after a power cut")
    func sum() throws {
        func sum(_ disk: SimulatedDisk) -> Int {
            var disk = disk
            return disk.sum()
        }
        func disk(_ change: (Folder) throws -> Void) throws -> SimulatedDisk {
            let calls = SimulatedCalls(SimulatedDisk())
            try change(try Folder(path: "/", calls: calls))
            return calls.disk
        }
        let plain = try disk { root in
            try root.replaceDurably("a", with: [1])
            try root.replaceDurably("b", with: [2])
        }
        let otherOrder = try disk { root in
            try root.replaceDurably("b", with: [2])
            try root.replaceDurably("x", with: [1])
            try root.rename("x", to: root, as: "a", replacing: false)
            try root.sync()
        }
        #expect(sum(plain) == sum(otherOrder))
        var others: [SimulatedDisk] = []
        others.append(try disk { try $0.replaceDurably("a", with: [1]) })
        others.append(
            try disk { root in
                try root.replaceDurably("a", with: [2])
                try root.replaceDurably("b", with: [1])
            })
        others.append(
            try disk { root in
                try root.replaceDurably("a", with: [1])
                try root.replaceDurably("x", with: [2])
                try root.rename("x", to: root, as: "b", replacing: false)
            })
        #expect(Set((others + [plain]).map(sum)).count == 4)
        // What was not synced and what never was come to the same once the power is gone.
        #expect(others[2].cut(keeping: [:]).files != plain.files)
        #expect(sum(others[2].cut(keeping: [0: .whole])) == sum(plain))
    }

    @Test("What a failed sync did not write, no later one writes")
    func failedSync() throws {
        let calls = SimulatedCalls(SimulatedDisk(), fault: Fault(call: 4, kind: .error(5)))
        let root = try Folder(path: "/", calls: calls)
        var file = try root.create("a")
        try file.write([1])
        #expect(throws: FileError.self) { try file.sync() }
        #expect(calls.isFaultMade)
        try root.sync()
        var again = try root.append(to: "a")
        try again.sync()
        #expect(calls.disk.files == ["a": [1]])
        #expect(calls.disk.cut(keeping: [:]).files == ["a": []])
        try again.close()
    }

    @Test("One that two hold has the lock for as long as it is open")
    func lock() throws {
        let calls = SimulatedCalls(SimulatedDisk())
        let root = try Folder(path: "/", calls: calls)
        let lock = try SiteLock(folder: root, name: "lock")
        #expect(throws: LockHeld.self) { _ = try SiteLock(folder: root, name: "lock") }
        withExtendedLifetime(lock) {}
    }
}
