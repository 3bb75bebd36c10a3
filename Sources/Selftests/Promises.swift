import Bytes
import Dossiers
import Files
import Ledgers
import Simulation

/// What hoso promises, checked on the disk that a story left behind.
struct Promises {
    private let expected: SiteAccount
    private let inputs: [Digest: Int]

    /// What should come of the story, from a disk on which nothing went wrong.
    init(_ story: Story, undisturbed: SimulatedDisk) throws {
        var problems: [String] = []
        expected = try SiteAccount(undisturbed, problems: &problems)
        precondition(problems.isEmpty, "an undisturbed run keeps its promises")
        inputs = Dictionary(story.inputs.map { (SHA256.digest(of: $0), 1) }, uniquingKeysWith: +)
    }

    /// What was broken; `interrupted` is the disk that the last start found, with what others could see then.
    func broken(_ disk: SimulatedDisk, interrupted: SimulatedDisk) throws -> [String] {
        var problems: [String] = []
        let account = try SiteAccount(disk, problems: &problems)
        problems += account.differences(from: expected)
        return try problems + damage(disk, interrupted) + leftBehind(disk.files)
    }

    /// The inbox folders that hoso told the department it cannot look through: what lies there waits for its next look.
    func toldUnreadable(_ disk: SimulatedDisk) throws -> [String] {
        var problems: [String] = []
        let mark = "inbox-unreadable:"
        return try SiteAccount(disk, problems: &problems).openIncidents
            .filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// What was broken although some `folders` of the inbox were told of as unreadable: only what lies in these may wait.
    func broken(_ disk: SimulatedDisk, interrupted: SimulatedDisk, waitingIn folders: [String]) throws -> [String] {
        var problems: [String] = []
        _ = try SiteAccount(disk, problems: &problems)
        return try problems + damage(disk, interrupted) + leftBehind(disk.files, waitingIn: folders)
    }

    /// What may never be, whether or not everything was taken in.
    private func damage(_ disk: SimulatedDisk, _ interrupted: SimulatedDisk) throws -> [String] {
        let files = disk.files
        return try outputs(disk, files) + seen(interrupted.files, files) + kept(files)
    }

    private func leftBehind(_ files: [String: [UInt8]], waitingIn folders: [String] = []) -> [String] {
        files.keys.sorted().filter { path in
            path.hasPrefix("site/State/working/")
                || path.hasPrefix("site/Inbox/") && !folders.contains { path.hasPrefix("site/Inbox/\($0)/") }
        }.map { "\($0) was not taken in" }
    }

    /// Every output that the ledger promises is there, whole; and there is nothing that it does not promise.
    private func outputs(_ disk: SimulatedDisk, _ files: [String: [UInt8]]) throws -> [String] {
        var promised: [String: Output] = [:]
        let folder = try Folder(path: Story.site + "/State/ledger", calls: SimulatedCalls(disk))
        try LedgerReading(folder: folder).forEach { entry in
            if case .published(let output) = entry.event {
                promised["site/Outbox/\(output.path)" + (output.isFolder ? "/manifest.xml" : "")] = output
            }
        }
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
