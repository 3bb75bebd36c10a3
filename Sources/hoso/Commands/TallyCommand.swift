import Bytes
import Dossiers
import Foundation
import Ledgers
import Pipeline
import Settings

/// `hoso tally`.
enum TallyCommand: Command {
    static let name = "tally"
    static let summary = "ledger lines on standard input into partial sums, which hoso report --from-tallies joins"
    static let usage = "tally [--to DAY] [--ledger NAME]"
    static let options = [
        ("--to DAY", "counts as of the end of that day; as of now unless said"),
        ("--ledger NAME", "what the ledger is called among others; the site's code unless said"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let to = try arguments.day("--to")
        let named = try arguments.value("--ledger")
        try finish(arguments)
        let view = try TallyView(site: context.site, now: context.now, say: context.tell)
        let ledger = named ?? view.site.code
        let asOf = view.end(of: to)
        var tally = Tally()
        let progress = Progress("counting")
        var number = 0
        try TallyInput.forEachLine(of: "-") { bytes in
            number += 1
            progress.reach(number, of: nil)
            do {
                tally.add(try LedgerLine(bytes), of: ledger, asOf: asOf)
            } catch {
                throw LedgerDamage(
                    segment: "standard input", line: number, expected: "an entry", found: "a line that cannot be read")
            }
        }
        var text: [UInt8] = []
        for record in tally.records {
            text += try record.line() + [UInt8(ascii: "\n")]
            if text.count > 1 << 20 {
                Output.bytes(text)
                text = []
            }
        }
        Output.bytes(text)
        return .done
    }
}
