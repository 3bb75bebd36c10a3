private import Dispatch
import Files
import Glibc
private import Synchronization
import Testing

@testable import Pipeline

@Suite("Threads that stay")
struct CrewTests {
    @Test("No job waits for another: so many work at one time as there are jobs", arguments: [1, 5, 40])
    func noJobWaits(count: Int) {
        let crew = Crew()
        let arrived = DispatchSemaphore(value: 0)
        let goOn = DispatchSemaphore(value: 0)
        for _ in 0..<count {
            crew.work {
                arrived.signal()
                goOn.wait()
            }
        }
        // Each of them waits at the same time as all the others, or this would never end.
        for _ in 0..<count { arrived.wait() }
        for _ in 0..<count { goOn.signal() }
    }

    @Test("A job for which the system gives no thread is done by whoever asked for it", arguments: [0, 1, 3])
    func noThread(given: Int) throws {
        let left = Mutex(given)
        let crew = Crew { body throws(SystemError) in
            guard
                left.withLock({
                    $0 -= 1; return $0 >= 0
                })
            else { throw SystemError(EAGAIN) }
            try PlainThread.start(stackBytes: 1 << 20, body)
        }
        let workers = Workers(count: 4, crew: crew)
        for _ in 0..<20 {
            let begun = workers.begin { workers in try workers.map(Array(0..<50)) { $0 * 2 } }
            #expect(try begun.values() == (0..<50).map { $0 * 2 })
        }
        #expect(crew.threads <= given)
    }

    @Test("What a job held is let go of when it is done")
    func letsGo() {
        final class Held: Sendable {}
        weak let gone: Held?
        let crew = Crew()
        let done = DispatchSemaphore(value: 0)
        do {
            let held = Held()
            gone = held
            crew.work { withExtendedLifetime(held) { _ = done.signal() } }
        }
        done.wait()
        for _ in 0..<100 where gone != nil { usleep(10_000) }
        #expect(gone == nil)
    }

    @Test("A thread that is free takes the next job, and every job is done once")
    func threadsStay() {
        let crew = Crew()
        let done = DispatchSemaphore(value: 0)
        let seen = Mutex<[Int]>([])
        for number in 0..<1_000 {
            crew.work {
                seen.withLock { $0.append(number) }
                done.signal()
            }
            done.wait()
        }
        #expect(seen.withLock(\.self) == Array(0..<1_000))
        #expect(crew.threads < 200)
    }
}
