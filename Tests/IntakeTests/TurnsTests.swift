import Intake
import Testing

@Suite("Whose turn it is")
struct TurnsTests {
    private func waiting(_ channel: String, _ sender: String?, _ since: Int) -> Turns.Waiting<String> {
        Turns.Waiting(channel: channel, sender: sender, since: since)
    }

    @Test("The first of another sender comes among the first, however many somebody has sent before")
    func FS10_senders() {
        let flood = (0..<100_000).map { waiting("online", "flooder", $0) }
        let order = Turns.order(flood + [waiting("online", "citizen", 200_000), waiting("online", nil, 200_001)])
        #expect(order.prefix(4) == [0, 100_000, 100_001, 1])
        #expect(order.count == 100_002 && Set(order).count == 100_002)
    }

    @Test("The first of another folder comes among the first, however many lie in one")
    func FS10_folders() {
        let flood = (0..<1_000).map { waiting("agencies/a", "\($0)", $0) }
        let order = Turns.order(flood + [waiting("payments", nil, 5_000), waiting("agencies/b", nil, 6_000)])
        #expect(order.prefix(4) == [0, 1_000, 1_001, 1])
    }

    @Test("Many senders of one folder take no more than the folder's share from another folder's sender")
    func shares() {
        let many = (0..<50).map { waiting("online", "s\($0)", $0) }
        let one = (0..<50).map { waiting("postal", nil, 100 + $0) }
        let first = Turns.order(many + one).prefix(20)
        #expect(first.count { $0 < 50 } == 10)
    }

    @Test("Among one's own the earlier is first, and equals stay as they were")
    func age() {
        let order = Turns.order([
            waiting("a", nil, 5), waiting("a", nil, 1), waiting("a", nil, 5), waiting("a", nil, 0),
        ])
        #expect(order == [3, 1, 0, 2])
        #expect(Turns.order([Turns.Waiting<String>]()).isEmpty)
    }

    @Test("New arrivals and retries come one for one, and what is left of either follows")
    func oneForOne() {
        #expect(Turns.oneForOne([1, 2, 3], [10]) == [1, 10, 2, 3])
        #expect(Turns.oneForOne([], [10, 11]) == [10, 11])
    }
}
