private import Dispatch
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
