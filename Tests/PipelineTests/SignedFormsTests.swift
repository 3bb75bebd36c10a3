import Dossiers
import Files
import Foundation
import Pipeline
import Synchronization
import Testing

@testable import Signatures

/// Many signed forms as another program signs them, taken in whole: none that is sound is turned away, none that is not gets by.
@Suite("Signed forms in numbers", .enabled(if: SignedForms.areThere), .serialized)
struct SignedFormsTests {
    private static let signatureCodes: Set<String> = [
        "unsigned", "signature-broken", "signature-not-valid", "signature-not-trusted", "signature-undetermined",
    ]

    @Test("Of signed forms, half of them changed in one byte, every change is found and no other form turned away")
    func tampering() throws {
        let forms = try SignedForms(count: SignedForms.count, require: "intact")
        let names = try forms.packages()
        let tampered = try forms.tamper(seed: 20_261_124)
        #expect(tampered.count == (names.count + 1) / 2)
        let outcomes = try forms.takeIn()
        #expect(outcomes.count == names.count)
        for name in names {
            let outcome = try #require(outcomes[name], "\(name)")
            if let what = tampered[name] {
                #expect(!outcome.reasons.isEmpty, "\(name): \(what) was not found")
                #expect(outcome.state != "accepted", "\(name): \(what) was accepted")
            } else {
                #expect(outcome.state == "accepted" || outcome.state == "awaitingPayment", "\(name): \(outcome)")
                #expect(Self.signatureCodes.isDisjoint(with: outcome.reasons), "\(name): \(outcome)")
            }
        }
    }

    @Test(
        "A signed form whose level is lowered by one byte is found out, though no signature has to be there at level 3")
    func loweredLevel() throws {
        let forms = try SignedForms(count: 6, require: "intact")
        let names = try forms.packages()
        for name in names { try forms.lower(levelOf: name) }
        for (name, fate) in try forms.takeIn() {
            #expect(fate.reasons.contains("form-signature-broken"), "\(name): \(fate)")
            #expect(fate.state != "accepted", "\(name): \(fate)")
        }
    }

    @Test("Where trust is asked for, unknown and expired certificates wait for the post and all others do not")
    func trust() throws {
        let forms = try SignedForms(
            count: SignedForms.count / 2, require: "trusted", defects: ["untrusted", "expired"])
        // The lists of revoked certificates were made just now, and hold from now on.
        let outcomes = try forms.takeIn(at: nil)
        let truth = try forms.truth()
        #expect(truth.values.contains { $0.reason == "untrusted" } && truth.values.contains { $0.reason == "expired" })
        for (name, expected) in truth {
            let outcome = try #require(outcomes[name], "\(name)")
            #expect(outcome.state == expected.outcome, "\(name): \(outcome), \(expected.reason)")
            let isKnown = expected.reason == "untrusted" || expected.reason == "expired"
            #expect(outcome.reasons.contains("signature-not-trusted") == isKnown, "\(name): \(outcome)")
        }
    }

    @Test("Anchors and lists that are put there while hoso runs hold from the next look on")
    func renewedTrust() throws {
        let forms = try SignedForms(count: 6, require: "trusted")
        let names = try forms.packages()
        for name in names.dropFirst(3) { try forms.move("Inbox/online/\(name)", aside: true) }
        try forms.move("config/trust", aside: true)
        let ahead = Mutex(0)
        let machine = Machine(
            calls: LinuxCalls(), realtime: { MachineClock.realtime() },
            monotonic: { MachineClock.monotonic() + ahead.withLock { $0 } }, pause: { Machine.real.pause($0) })
        let office = try forms.office(on: machine)
        var states: [String] = []
        try office.once { states += $0.map(\.state) }
        #expect(states == ["held", "held", "held"])
        try forms.move("config/trust", aside: false)
        // Seen, and a minute later not changed any more.
        try office.once()
        ahead.withLock { $0 = 60_000_000_000 }
        for name in names.dropFirst(3) { try forms.move("Inbox/online/\(name)", aside: false) }
        states = []
        try office.once { states += $0.map(\.state) }
        #expect(states.count == 3 && states.allSatisfy { ["accepted", "awaitingPayment"].contains($0) }, "\(states)")
    }

    @Test("However many signers of one batch are new, two questions tell whom they can be trusted")
    func together() throws {
        // As many as the first batch takes.
        let forms = try SignedForms(count: 8, require: "trusted")
        let log = forms.path + "/asked"
        let program = forms.path + "/openssl"
        let script = "#!/bin/sh\necho \"$*\" >> '\(log)'\nexec /usr/bin/openssl \"$@\"\n"
        try Data(script.utf8).write(to: URL(filePath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let outcomes = try forms.takeIn(at: nil, openssl: OpenSSL(executable: program))
        #expect(outcomes.count == 8)
        #expect(outcomes.values.allSatisfy { ["accepted", "awaitingPayment"].contains($0.state) }, "\(outcomes)")
        let asked = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        // For the values it is started only where the kernel does not vouch for them.
        #expect([0, 8].contains(asked.count { $0.hasPrefix("pkeyutl ") }))
        // With the issuer an anchor beside the root, it takes the second to know that nobody above him needs a list.
        #expect(asked.count { $0.hasPrefix("verify ") } == 2)
    }

    @Test("Where values are asked for and there is no openssl, signed forms are held, never passed")
    func withoutOpenSSL() throws {
        let forms = try SignedForms(count: 6, require: "valid")
        let outcomes = try forms.takeIn(openssl: nil)
        #expect(!outcomes.isEmpty)
        for outcome in outcomes.values {
            #expect(outcome.state == "held")
            #expect(outcome.reasons.contains("signature-undetermined"))
        }
    }
}
