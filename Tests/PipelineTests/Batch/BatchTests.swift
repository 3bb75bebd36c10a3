import Dossiers
import Files
import Foundation
import Intake
import Synchronization
import Testing

@testable import Ledgers
@testable import Pipeline

@Suite("Batches that overlap")
struct BatchTests {
    private let card = Forms.pdf("căn cước")
    private let deed = Forms.pdf("giấy chứng nhận")

    private func drop(_ count: Int, _ site: TestSite) throws {
        for number in 1...count {
            let form = Forms.submission(
                "b-\(number)",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed),
                ])
            try site.drop(
                "online/\(number).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        }
    }

    @Test("How long a look took goes by the machine's steady clock, as everything else does")
    func lookTook() throws {
        let site = try TestSite()
        let real = Machine.real
        let asked = Mutex(0)
        // Each question finds it a minute later.
        let machine = Machine(
            calls: real.calls, realtime: real.realtime,
            monotonic: {
                asked.withLock {
                    $0 += 60_000_000_000
                    return $0
                }
            }, pause: real.pause)
        let office = try Office(site: site.path, now: site.now, mode: .once, machine: machine) { _ in }
        #expect(try office.lookAround().took == 60_000_000_000)
    }

    /// An office with six claims in hand, of which the first three are a batch, and the next three are ruled on after it.
    private func inHand(
        _ site: TestSite, snapshotAfter: Int = Ledger.snapshotAfter
    ) throws -> (office: Office, first: Staging, second: Staging, claims: [Claim]) {
        try drop(6, site)
        let office = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: snapshotAfter) { _ in }
        let claims = try office.claims.claim(office.lookAround().ready)
        try #require(claims.count == 6)
        let first = try office.rule(office.begin(Array(claims.prefix(3))))
        let second = try office.rule(office.begin(Array(claims.suffix(3))), after: first)
        return (office, first, second, claims)
    }

    private func expectAllWell(_ site: TestSite, _ outcomes: [Outcome]) throws {
        let codes = Set(outcomes.compactMap(\.dossier))
        #expect(codes.count == outcomes.count)
        for folder in ["agencies/000.00.12.H34", "notices", "portal"] {
            #expect(site.names("Outbox/\(folder)").count { !$0.hasPrefix(".") } == codes.count)
        }
        #expect(try LedgerCheck.verify(site: site.path).isSound)
    }

    @Test("What was ruled on while the batch before it was still staged is committed as it was ruled on")
    func asRuled() throws {
        let site = try TestSite()
        let (office, first, second, _) = try inHand(site)
        let early = try office.commit(first)
        let late = try office.commit(second)
        #expect(early.isAsRuled && late.isAsRuled)
        try expectAllWell(site, early.outcomes + late.outcomes)
        #expect(early.outcomes.count + late.outcomes.count == 6)
    }

    @Test("What is ruled on after a batch takes of what a snapshot has nothing but that batch along")
    func draftLetsGo() throws {
        let site = try TestSite()
        let (office, first, second, _) = try inHand(site, snapshotAfter: 1)
        let early = try office.commit(first).outcomes
        try office.settleRegister()
        let draft = try second.draft(on: office.register)
        #expect(draft.nextNumber > second.firstNumber)
        let late = try office.commit(second).outcomes
        #expect(Set(draft.recent.keys) == Set(late.compactMap(\.dossier)))
        #expect(draft.nextNumber == office.register.nextNumber)
        try expectAllWell(site, early + late)
    }

    @Test(
        "What comes for dossiers of the batches before it, one committed and one in hand, leaves under the next number")
    func threeInARow() throws {
        let site = try TestSite()
        let office = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: 1) { _ in }
        func begun() throws -> Workers.Begun<InHand> {
            office.begin(try office.claims.claim(office.lookAround().ready))
        }
        try drop(3, site)
        let first = try office.rule(begun())
        let codes = first.verdicts.compactMap(\.dossier?.code)
        func dropCopies(_ round: Int) throws {
            for code in codes {
                let copy = Forms.attachment(
                    "CCCD", "a.pdf", card, inline: true, more: " certifiedBy=\"UBND\" certifiedOn=\"2026-11-22\"")
                try site.drop(
                    "postal/\(code.number)-\(round).xml",
                    Forms.message(
                        "postalCopy", "c-\(code.number)-\(round)", dossier: "\(code)",
                        "<trackingNumber>RB\(round)VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt>"
                            + "<attachments>\(copy)</attachments>"))
            }
        }
        try dropCopies(1)
        let second = try office.rule(begun(), after: first)
        #expect(try office.commit(first).isAsRuled)
        try office.settleRegister()
        try dropCopies(2)
        let third = try office.rule(begun(), after: second)
        #expect(try office.commit(second).isAsRuled)
        #expect(try office.commit(third).isAsRuled)
        #expect(codes.count == 3)
        for code in codes { #expect(try office.register.dossier(code)?.deliveries == 3) }
        #expect(
            Set(site.names("Outbox/agencies/000.00.12.H34").filter { !$0.hasPrefix(".") })
                == Set(codes.flatMap { ["\($0).zip", "\($0).2.zip", "\($0).3.zip"] }))
        #expect(try LedgerCheck.verify(site: site.path).isSound)
    }

    @Test("The first of many are out before many more were read, and none is left over")
    func growing() throws {
        let site = try TestSite()
        try drop(60, site)
        var sizes: [Int] = []
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.once { sizes.append($0.count) }
        #expect(sizes.filter { $0 > 0 } == [8, 16, 32, 4])
    }

    @Test("Where the batch before it loses a claim to somebody who still writes, a batch is ruled on again")
    func ruledAgain() throws {
        let site = try TestSite()
        let (office, first, second, claims) = try inHand(site)
        let folder = "\(site.path)/State/working/\(claims[0].id)"
        let name = try #require(site.names("State/working/\(claims[0].id)").first)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(name)"))
        try file.seekToEnd()
        try file.write(contentsOf: Data([0]))
        try file.close()
        let early = try office.commit(first)
        #expect(!early.isAsRuled && early.outcomes.count == 2)
        let late = try office.commit(office.ruleAgain(second))
        #expect(late.outcomes.count == 3)
        try expectAllWell(site, early.outcomes + late.outcomes)
        #expect(office.putOff.map(\.claim.id) == [claims[0].id])
    }

    @Test("Where the office enters something of its own meanwhile, no number is given twice")
    func incidentBetween() throws {
        let site = try TestSite()
        let (office, first, second, _) = try inHand(site)
        try office.openIncident("test", effect: "something else took the next number")
        let early = try office.commit(first)
        let late = try office.commit(second)
        #expect(!early.isAsRuled && !late.isAsRuled)
        try expectAllWell(site, early.outcomes + late.outcomes)
        #expect(early.outcomes.count + late.outcomes.count == 6)
    }

    @Test("A run lets go of what a snapshot finds, also where nothing that came is a dossier")
    func settlesWithoutDossiers() throws {
        let site = try TestSite()
        for number in 1...40 { try site.drop("online/junk-\(number).zip", Array("none".utf8)) }
        let office = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: 5) { _ in }
        try office.once()
        #expect(office.register.base != nil)
        #expect(office.register.quarantined.count < 40)
        #expect(try (1...40).allSatisfy { try office.register.isInQuarantine("junk-\($0).zip") })
    }
}
