private import Foundation
private import Synchronization

/// A few threads that work through a list; the results stand in the order of the list.
///
/// Plain threads rather than tasks: the work blocks on the disk and on child processes.
package struct Workers: Sendable {
    private let count: Int

    package init(count: Int) {
        precondition(count > 0, "work needs a worker")
        self.count = count
    }

    /// Does `work` on every element; the first error, in the order of the list, is thrown once all are through.
    package func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Value
    ) throws -> [Value] {
        guard count > 1, elements.count > 1 else { return try elements.map(work) }
        let run = Run<Value>(total: elements.count)
        let done = DispatchSemaphore(value: 0)
        let threads = min(count, elements.count)
        for _ in 0..<threads {
            let thread = Thread {
                while let index = run.next() {
                    run.set(index, Result { try work(elements[index]) })
                }
                done.signal()
            }
            thread.stackSize = 1 << 22
            thread.start()
        }
        for _ in 0..<threads { done.wait() }
        return try run.values()
    }

    /// What the threads share: the next index, and the results so far.
    private final class Run<Value: Sendable>: Sendable {
        private struct State {
            var next = 0
            var results: [Result<Value, any Error>?]
        }

        private let state: Mutex<State>

        init(total: Int) { state = Mutex(State(results: Array(repeating: nil, count: total))) }

        func next() -> Int? {
            state.withLock { state in
                guard state.next < state.results.count else { return nil }
                defer { state.next += 1 }
                return state.next
            }
        }

        func set(_ index: Int, _ result: Result<Value, any Error>) { state.withLock { $0.results[index] = result } }

        func values() throws -> [Value] {
            let results = state.withLock(\.results)
            return try results.map { result in
                guard let result else { preconditionFailure("every element was worked on") }
                return try result.get()
            }
        }
    }
}
