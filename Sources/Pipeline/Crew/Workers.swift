private import Dispatch
private import Synchronization

/// A few threads that work through a list; the results stand in the order of the list.
///
/// Plain threads rather than tasks: the work blocks on the disk and on child processes.
package struct Workers: Sendable {
    private let count: Int
    private let crew: Crew

    package init(count: Int) { self.init(count: count, crew: Crew()) }

    init(count: Int, crew: Crew) {
        precondition(count > 0, "work needs a worker")
        self.count = count
        self.crew = crew
    }

    /// Does `work` on every element; the first error, in the order of the list, is thrown once all are through.
    package func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Value
    ) throws -> [Value] {
        guard count > 1, elements.count > 1 else { return try elements.map(work) }
        return try begin(elements, work).values()
    }

    /// Begins to work on every element, while the caller does something else; one worker alone begins when it is waited for.
    package func begin<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Value
    ) -> Begun<Value> {
        guard count > 1 else { return Begun(threads: 0) { try elements.map(work) } }
        let run = Run<Value>(total: elements.count)
        let threads = min(count, elements.count)
        let begun = Begun(threads: threads) { try run.values() }
        for _ in 0..<threads {
            crew.work { [done = begun.done] in
                var own: [(Int, Result<Value, any Error>)] = []
                while let index = run.next() { own.append((index, Result { try work(elements[index]) })) }
                run.enter(own)
                done.signal()
            }
        }
        return begun
    }

    /// Begins work that has several steps, each of which may ask for the workers itself.
    package func begin<Value: Sendable>(_ work: @escaping @Sendable (Workers) throws -> [Value]) -> Begun<Value> {
        guard count > 1 else { return Begun(threads: 0) { try work(self) } }
        let run = Run<[Value]>(total: 1)
        let begun = Begun(threads: 1) { try run.values()[0] }
        crew.work { [done = begun.done] in
            run.enter([(0, Result { try work(self) })])
            done.signal()
        }
        return begun
    }

    /// Work that was begun; letting go of it waits for its end.
    package final class Begun<Value: Sendable> {
        fileprivate let done = DispatchSemaphore(value: 0)
        private var running: Int
        private let result: () throws -> [Value]

        fileprivate init(threads: Int, result: @escaping () throws -> [Value]) {
            running = threads
            self.result = result
        }

        deinit { wait() }

        /// Once all are through: what came of each, or the first error in the order of the list.
        package func values() throws -> [Value] {
            wait()
            return try result()
        }

        /// Waits until all are through, whatever came of them.
        func wait() {
            while running > 0 {
                done.wait()
                running -= 1
            }
        }
    }

    /// What the threads share: the next index, and the results so far.
    private final class Run<Value: Sendable>: Sendable {
        private let total: Int
        private let begun = Atomic(0)
        private let results: Mutex<[Result<Value, any Error>?]>

        init(total: Int) {
            self.total = total
            results = Mutex(Array(repeating: nil, count: total))
        }

        func next() -> Int? {
            let index = begun.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < total ? index : nil
        }

        /// Once a thread found nothing more to do: threads that took turns at each result would wait for each other.
        func enter(_ own: [(Int, Result<Value, any Error>)]) {
            results.withLock { results in
                for (index, result) in own { results[index] = result }
            }
        }

        func values() throws -> [Value] {
            try results.withLock { $0 }.map { result in
                guard let result else { preconditionFailure("every element was worked on") }
                return try result.get()
            }
        }
    }
}
