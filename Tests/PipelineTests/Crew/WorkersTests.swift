private import Synchronization
import Testing

@testable import Pipeline

@Suite("Work on several threads")
struct WorkersTests {
    private struct Stop: Error, Equatable {
        let number: Int
    }

    @Test("Work in steps may ask for the workers in each, and is done in the background", arguments: [1, 2, 5])
    func steps(count: Int) throws {
        let workers = Workers(count: count)
        let begun = workers.begin { workers in
            let doubled = try workers.map(Array(0..<100)) { $0 * 2 }
            let sum = doubled.reduce(0, +)
            return try workers.map(doubled) { sum - $0 }
        }
        // More work goes on beside it.
        #expect(try workers.map([1, 2, 3]) { $0 + 1 } == [2, 3, 4])
        #expect(try begun.values() == (0..<100).map { 9_900 - $0 * 2 })
    }

    @Test("The first error of a step, as the list has them, is thrown, and no later step is taken", arguments: [1, 3])
    func failing(count: Int) {
        let later = Mutex(false)
        let begun = Workers(count: count).begin { workers in
            let read = try workers.map(Array(0..<50)) { number in
                if number % 20 == 19 { throw Stop(number: number) }
                return number
            }
            later.withLock { $0 = true }
            return read
        }
        #expect(throws: Stop(number: 19)) { try begun.values() }
        let isLater = later.withLock(\.self)
        #expect(!isLater)
    }
}
