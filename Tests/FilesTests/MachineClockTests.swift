import Files
import Foundation
import Testing

@Suite("The machine's clocks")
struct MachineClockTests {
    @Test("The steady clock only goes on")
    func monotonic() {
        var last = MachineClock.monotonic()
        for _ in 0..<1000 {
            let now = MachineClock.monotonic()
            #expect(now >= last)
            last = now
        }
    }

    @Test("The time of day is that of everybody else")
    func realtime() {
        let (seconds, nanoseconds) = MachineClock.realtime()
        #expect(abs(Double(seconds) - Date().timeIntervalSince1970) < 10)
        #expect((0..<1_000_000_000).contains(nanoseconds))
    }
}
