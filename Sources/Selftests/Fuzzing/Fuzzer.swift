import Files
import Foundation

/// Feeds every reader with mutated seeds, and keeps what ends one.
///
/// Each try follows from target, seed and number alone, so that it can be made again. Tries run in a process of their own,
/// sealed as one that reads is; where it dies or hangs, the range is halved until one try is left, and that one's bytes are
/// written down.
package struct Fuzzer {
    /// Tries in one process.
    private static let stretch = 2_000
    /// Of a stretch; a single try that takes a tenth of it is a hang.
    private static let patience = Duration.seconds(100)
    private static let memory = 1_000_000_000

    private let program: String
    private let folders: [String]
    private let found: String
    private let say: (String) -> Void

    /// - Parameters:
    ///   - program: this program itself, for the processes that try.
    ///   - folders: with seeds.
    ///   - found: where the bytes go that ended a reader.
    package init(program: String, folders: [String], found: String, say: @escaping (String) -> Void) {
        self.program = program
        self.folders = folders
        self.found = found
        self.say = say
    }

    /// Fuzzes the targets in turn for so many minutes, and says how many tries ended a reader.
    package func run(minutes: Double, targets: [FuzzTarget], seed: UInt64) throws -> Int {
        let end = MachineClock.monotonic() + Int(minutes * 60e9)
        var next = Dictionary(uniqueKeysWithValues: targets.map { ($0, 0) })
        var failures = 0
        while MachineClock.monotonic() < end {
            for target in targets where MachineClock.monotonic() < end {
                let from = next[target] ?? 0
                let range = from..<from + (target == .configuration ? Self.stretch / 40 : Self.stretch)
                next[target] = range.upperBound
                if try ends(target, seed, range, Self.patience), let index = try narrowed(target, seed, range) {
                    failures += 1
                    try keep(target, seed, index)
                }
            }
        }
        for target in targets { say("\(target.rawValue): \(next[target] ?? 0) tries") }
        return failures
    }

    /// Makes the tries of a range in this process, having sealed it.
    package static func attempt(
        _ target: FuzzTarget, seed: UInt64, range: Range<Int>, folders: [String]
    ) throws {
        let readers = try FuzzTarget.Readers()
        let seeds = try FuzzSeeds(folders: folders).seeds(for: target)
        let mutation = FuzzMutation(words: target.words.map { Array($0.utf8) })
        _ = try Seal.close(reading: [], memory: memory)
        for index in range {
            target.read(bytes(seeds, mutation, seed, index), readers)
        }
    }

    private static func bytes(
        _ seeds: [[UInt8]], _ mutation: FuzzMutation, _ seed: UInt64, _ index: Int
    ) -> [UInt8] {
        var random = SeededGenerator(seed: seed, part: index)
        let one = seeds[Int.random(in: seeds.indices, using: &random)]
        let other = seeds[Int.random(in: seeds.indices, using: &random)]
        // The first are the seeds as they are.
        return index < seeds.count ? seeds[index] : mutation.mutated(one, with: other, &random)
    }

    /// Whether a range of tries does not come to its end.
    private func ends(
        _ target: FuzzTarget, _ seed: UInt64, _ range: Range<Int>, _ patience: Duration
    ) throws -> Bool {
        let outcome = try ChildProcess.run(
            executable: program,
            arguments: [
                "selftest", "fuzz", "--target", target.rawValue, "--seed", String(seed), "--from",
                String(range.lowerBound), "--count", String(range.count),
            ] + folders.flatMap { ["--seeds", $0] },
            environment: ["SWIFT_BACKTRACE": "enable=no"], timeout: patience)
        return !outcome.isSuccess
    }

    /// The one try that ends its process; nil where no half of the range does so by itself.
    private func narrowed(_ target: FuzzTarget, _ seed: UInt64, _ range: Range<Int>) throws -> Int? {
        var range = range
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            let patience = range.count > 20 ? Self.patience : Self.patience / 10
            if try ends(target, seed, range.lowerBound..<middle, patience) {
                range = range.lowerBound..<middle
            } else if try ends(target, seed, middle..<range.upperBound, patience) {
                range = middle..<range.upperBound
            } else {
                say("\(target.rawValue): tries \(range) of seed \(seed) end a process only together")
                return nil
            }
        }
        return range.lowerBound
    }

    private func keep(_ target: FuzzTarget, _ seed: UInt64, _ index: Int) throws {
        let seeds = try FuzzSeeds(folders: folders).seeds(for: target)
        let mutation = FuzzMutation(words: target.words.map { Array($0.utf8) })
        let name = FileName.literal("\(target.rawValue)-\(seed)-\(index).bin")
        let bytes = Self.bytes(seeds, mutation, seed, index)
        try Folder(path: found, create: true).replaceDurably(name, with: bytes)
        say(
            "\(target.rawValue): try \(index) of seed \(seed) ends its reader; its \(bytes.count) bytes lie in \(found)/\(name)"
        )
    }
}
