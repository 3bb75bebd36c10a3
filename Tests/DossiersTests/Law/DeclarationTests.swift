import Bytes
import Dossiers
import Testing

@Suite("Điều 16: who declares answers for it")
struct DeclarationTests {
    /// The form has a field to tick.
    private var procedure: Procedure {
        let plain = Samples.procedure(level: 3)
        var form = plain.components[0]
        form.declaration = "camDoan"
        return Procedure(
            code: plain.code, name: plain.name, sector: plain.sector, level: 3, agency: plain.agency, time: plain.time,
            components: [form] + plain.components.dropFirst(), result: plain.result)
    }

    private func life(
        ticked: [String: Set<String>], attachments: [SubmissionCase.Attachment] = [Samples.attachment("CCCD", 1)]
    ) throws -> Life {
        let plain = Samples.submissionCase(level: 3, attachments: attachments, signatures: [], procedure: procedure)
        var submission = plain.submission
        submission.ticked = ticked
        return try Life(
            SubmissionCase(
                submission: submission, attachments: attachments, unlisted: [], procedure: procedure,
                accountIsRegistered: true, policy: .present, now: Samples.now), procedure: procedure)
    }

    @Test("A form whose declaration is ticked is taken in; another field ticked does not do", arguments: [true, false])
    func Dieu16_2_declaration(isTicked: Bool) throws {
        let life = try life(ticked: ["TK": [isTicked ? "camDoan" : "khac"]])
        #expect(life.dossier.findings.map(\.code) == (isTicked ? [] : [.declarationMissing]))
        #expect(life.dossier.state == (isTicked ? .accepted : .awaitingSupplement))
    }

    @Test(
        "The form sent again with its declaration ticked mends it; another paper alone does not, nor is it asked for twice"
    )
    func Dieu16_2_mended() throws {
        var life = try life(ticked: [:], attachments: [])
        #expect(life.dossier.findings.map(\.code) == [.missingComponent, .declarationMissing])
        try life.supplement([Samples.attachment("CCCD", 1)], signatures: [])
        #expect(life.dossier.findings.map(\.code) == [.declarationMissing])
        try life.supplement([], forms: ["TK"], signatures: [])
        #expect(life.dossier.findings.map(\.code) == [.declarationMissing])
        try life.supplement([], forms: ["TK"], signatures: [], ticked: ["TK": ["camDoan"]])
        #expect(life.dossier.state == .accepted)
    }

    @Test("A procedure that names no field asks for none")
    func Dieu16_2_notAsked() throws {
        #expect(try Life(Samples.submissionCase()).dossier.state == .accepted)
    }
}
