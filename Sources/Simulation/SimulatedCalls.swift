package import Files
private import Glibc
private import Synchronization

/// The system calls on a simulated disk: counted, each state of the disk kept where asked for, and one of them failing.
package final class SimulatedCalls: SystemCalls {
    /// A call, and the disk as it was before.
    package struct Moment: Sendable {
        package let call: String
        package let disk: SimulatedDisk
    }

    struct Open {
        let node: Int
        /// Names that are still to be listed; nil until listing has begun.
        var listing: [FileName]?
    }

    struct State {
        var disk: SimulatedDisk
        var open: [Int32: Open] = [:]
        var next: Int32 = 3
        var locked: [Int: Int32] = [:]
        var calls = 0
        var isFaultMade = false
        var moments: [Moment] = []
    }

    private let state: Mutex<State>
    private let fault: Fault?
    private let isRecording: Bool

    /// - Parameters:
    ///   - fault: the call that goes wrong.
    ///   - isRecording: whether the disk before each call is kept.
    package init(_ disk: SimulatedDisk, fault: Fault? = nil, isRecording: Bool = false) {
        state = Mutex(State(disk: disk))
        self.fault = fault
        self.isRecording = isRecording
    }

    package var disk: SimulatedDisk { state.withLock(\.disk) }
    package var calls: Int { state.withLock(\.calls) }
    /// The disk before each call, and as it is now.
    package var moments: [Moment] { state.withLock { $0.moments + [Moment(call: "end", disk: $0.disk)] } }
    /// Whether the call that was to go wrong was made.
    package var isFaultMade: Bool { state.withLock(\.isFaultMade) }

    /// Counts a call and makes it, or fails it.
    func call<Value: Sendable>(
        _ name: String, onFailure: (inout State) -> Void = { _ in },
        _ body: (inout State, _ isShort: Bool) throws(SystemError) -> Value
    ) throws(SystemError) -> Value {
        let result: Result<Value, SystemError> = state.withLock { state in
            state.calls += 1
            if isRecording {
                // What has not changed until the next call is not worked out again there.
                _ = state.disk.sum()
                state.moments.append(Moment(call: name, disk: state.disk))
            }
            var isShort = false
            if let fault, fault.call == state.calls {
                state.isFaultMade = true
                switch fault.kind {
                case .error(let number):
                    onFailure(&state)
                    return .failure(SystemError(number))
                case .short: isShort = true
                }
            }
            do throws(SystemError) {
                return .success(try body(&state, isShort))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    package func hasWriter(_ file: Int32) -> Bool? { false }

    package func lock(_ file: Int32) throws(SystemError) -> Bool {
        try call("lock") { state, _ throws(SystemError) in
            let node = try state.node(file)
            guard state.locked[node] == nil else { return false }
            state.locked[node] = file
            return true
        }
    }

    package func close(_ descriptor: Int32) throws(SystemError) {
        // As on Linux, the descriptor is closed whatever is said.
        try call(
            "close",
            onFailure: { $0.forget(descriptor) },
            { state, _ throws(SystemError) in
                _ = try state.node(descriptor)
                state.forget(descriptor)
            })
    }
}

extension SimulatedCalls.State {
    mutating func add(_ node: Int) -> Int32 {
        defer { next += 1 }
        open[next] = SimulatedCalls.Open(node: node)
        return next
    }

    mutating func forget(_ descriptor: Int32) {
        guard let closed = open.removeValue(forKey: descriptor) else { return }
        if locked[closed.node] == descriptor { locked[closed.node] = nil }
    }

    /// What a descriptor stands for.
    func node(_ descriptor: Int32) throws(SystemError) -> Int {
        guard let node = open[descriptor]?.node else { throw SystemError(EBADF) }
        return node
    }

    /// The folder that a descriptor stands for.
    func folder(_ descriptor: Int32) throws(SystemError) -> Int {
        let node = try node(descriptor)
        guard disk.visible.node(node).kind == .folder else { throw SystemError(ENOTDIR) }
        return node
    }

    /// What a name in a folder stands for; nil where there is none.
    func find(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int? {
        let node = try self.folder(folder)
        guard name.bytes.count <= 255 else { throw SystemError(ENAMETOOLONG) }
        return disk.visible.node(node).entries[name]
    }

    func found(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int {
        guard let node = try find(folder, name) else { throw SystemError(ENOENT) }
        return node
    }
}
