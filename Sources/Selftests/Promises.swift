import Bytes
import Dossiers
import Files
import Ledgers
import Simulation

/// What hoso promises, checked on the disk that a story left behind.
struct Promises {
    private let expected: SiteAccount
    private let inputs: [Digest: Int]
    private let orders: [String]
    private let isMailed: Bool

    /// What should come of the story, from a disk on which nothing went wrong.
    init(_ story: Story, undisturbed: SimulatedDisk) throws {
        var problems: [String] = []
        expected = try SiteAccount(undisturbed, problems: &problems)
        precondition(problems.isEmpty, "an undisturbed run keeps its promises")
        inputs = Dictionary(story.inputs.map { (SHA256.digest(of: $0), 1) }, uniquingKeysWith: +)
        orders = story.orders
        isMailed = story.mailing != .nobody
    }

    /// What was broken; `interrupted` is the disk that the last start found, with what others could see then.
    ///
    /// - Parameter start: the how manieth it was.
    func broken(_ disk: SimulatedDisk, interrupted: SimulatedDisk, start: Int) throws -> [String] {
        var problems: [String] = []
        let account = try SiteAccount(disk, problems: &problems)
        problems += account.differences(from: expected)
        return try problems + damage(disk, interrupted, interruptions: start - 1) + leftBehind(disk.files)
            + waiting(disk.files)
    }

    /// The inbox folders that hoso told the department it cannot look through: what lies there waits for its next look.
    func toldUnreadable(_ disk: SimulatedDisk) throws -> [String] {
        var problems: [String] = []
        let mark = "inbox-unreadable:"
        return try SiteAccount(disk, problems: &problems).openIncidents
            .filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// What was broken although a call went wrong that did not end hoso: a letter may wait for its next run, and what lies in
    /// those `folders` of the inbox that were told of as unreadable.
    func broken(_ disk: SimulatedDisk, despiteFault folders: [String]) throws -> [String] {
        var problems: [String] = []
        let account = try SiteAccount(disk, problems: &problems)
        if folders.isEmpty { problems += account.differences(from: expected) }
        return try problems + damage(disk, disk, interruptions: 1) + leftBehind(disk.files, waitingIn: folders)
    }

    /// What may never be, whether or not everything was taken in.
    private func damage(
        _ disk: SimulatedDisk, _ interrupted: SimulatedDisk, interruptions: Int
    ) throws -> [String] {
        let files = disk.files
        let promised = try promised(disk)
        return outputs(promised, files) + seen(interrupted.files, files) + kept(files)
            + mailed(promised, files, interruptions: interruptions)
    }

    /// Letters that were not handed over.
    private func waiting(_ files: [String: [UInt8]]) -> [String] {
        letters(in: "site/State/mail/", files).map { "\($0.path) was not handed over" }
    }

    private func letters(in folder: String, _ files: [String: [UInt8]]) -> [(path: String, digest: Digest)] {
        files.filter { $0.key.hasPrefix(folder) && !$0.key.dropFirst(folder.count).hasPrefix(".") }
            .map { ($0.key, SHA256.digest(of: $0.value)) }
    }

    /// Each letter was handed over or waits; none that the ledger does not know; and twice at most the one that was in flight, once
    /// for each interruption.
    private func mailed(
        _ promised: [String: Output], _ files: [String: [UInt8]], interruptions: Int
    ) -> [String] {
        guard isMailed else { return [] }
        let handed = Dictionary(letters(in: "\(StoryPost.folder)/", files).map { ($0.digest, 1) }, uniquingKeysWith: +)
        let waits = Set(letters(in: "site/State/mail/", files).map(\.digest))
        let letters = Dictionary(
            promised.filter { $0.value.kind == .notice || $0.value.kind == .incident }.map {
                ($0.value.sha256, $0.key)
            },
            uniquingKeysWith: { first, _ in first })
        let lost = letters.filter { handed[$0.key] == nil && !waits.contains($0.key) }
        let strange = handed.keys.count { letters[$0] == nil }
        let again = handed.values.reduce(0) { $0 + $1 - 1 }
        return lost.values.sorted().map { "\($0) was never handed over" }
            + (strange > 0 ? ["\(strange) letters were handed over that nobody promised"] : [])
            + (again > interruptions
                ? ["\(again) letters were handed over again after \(interruptions) interruptions"] : [])
    }

    private func leftBehind(_ files: [String: [UInt8]], waitingIn folders: [String] = []) -> [String] {
        files.keys.sorted().filter { path in
            path.hasPrefix("site/State/working/")
                || path.hasPrefix("site/Inbox/") && !folders.contains { path.hasPrefix("site/Inbox/\($0)/") }
        }.map { "\($0) was not taken in" }
            + orders.filter {
                files["site/State/orders/\($0).order"] != nil || files["site/State/orders/\($0).answer"] == nil
            }
            .map { "the order \($0) was not answered" }
    }

    /// Every output that the ledger promises, by its path.
    private func promised(_ disk: SimulatedDisk) throws -> [String: Output] {
        var promised: [String: Output] = [:]
        let folder = try Folder(path: Story.site + "/State/ledger", calls: SimulatedCalls(disk))
        try LedgerReading(folder: folder).forEach { entry in
            if case .published(let output) = entry.event {
                promised["site/Outbox/\(output.path)" + (output.isFolder ? "/manifest.xml" : "")] = output
            }
        }
        return promised
    }

    /// Every output that the ledger promises is there, whole; and there is nothing that it does not promise.
    private func outputs(_ promised: [String: Output], _ files: [String: [UInt8]]) -> [String] {
        var problems: [String] = []
        var listed: Set<String> = []
        for (path, output) in promised.sorted(by: { $0.key < $1.key }) {
            guard let bytes = files[path] else {
                problems.append("\(path) is missing")
                continue
            }
            if bytes.count != output.size || SHA256.digest(of: bytes) != output.sha256 {
                problems.append("\(path) is not what the ledger says")
            }
            if output.isFolder { problems += Self.members(of: path, bytes, files, &listed) }
        }
        for path in files.keys.sorted()
        where path.hasPrefix("site/Outbox/") && promised[path] == nil && !listed.contains(path) && !Self.isOwn(path) {
            problems.append("\(path) was promised by nobody")
        }
        return problems
    }

    /// Every file that a folder's manifest lists is in it, as the manifest says.
    private static func members(
        of path: String, _ manifest: [UInt8], _ files: [String: [UInt8]], _ listed: inout Set<String>
    ) -> [String] {
        let folder = path.dropLast("manifest.xml".count)
        return String(decoding: manifest, as: UTF8.self).matches(of: #/<file name="([^"]*)"[^>]* sha256="([^"]*)"/#)
            .compactMap { match in
                let member = folder + match.output.1
                listed.insert(String(member))
                let isThere = files[String(member)].map { SHA256.digest(of: $0).description == match.output.2 } ?? false
                return isThere ? nil : "\(member) is not what its manifest says"
            }
    }

    /// What an agency or a citizen could see before stays as it was; only states are told anew.
    private func seen(_ before: [String: [UInt8]], _ after: [String: [UInt8]]) -> [String] {
        before.keys.sorted().filter { path in
            path.hasPrefix("site/Outbox/") && !path.contains("/.") && !path.hasSuffix(".status.xml")
                && after[path] != before[path]
        }.map { "\($0) had been seen, and is another now" }
    }

    /// Every byte that reached the inbox is still somewhere.
    private func kept(_ files: [String: [UInt8]]) -> [String] {
        var found: [Digest: Int] = [:]
        for (path, bytes) in files where path.hasPrefix("site/State/") || path.hasPrefix("site/Inbox/") {
            found[SHA256.digest(of: bytes), default: 0] += 1
        }
        let lost = inputs.filter { found[$0.key, default: 0] < $0.value }
        return lost.isEmpty ? [] : ["\(lost.count) files of the inbox are lost"]
    }

    /// What stands in the outbox and is for hoso alone.
    private static func isOwn(_ path: String) -> Bool { path == "site/Outbox/.ledger-head" }
}
