package import Files

/// Remembers since when something has waited for what is absent, across runs (`State/waiting.tsv`).
package struct WaitingRoom {
    private struct Key: Hashable {
        let channel: String
        let name: FileName
    }

    /// Beyond this, which only a flood of names reaches, everything waits anew.
    private static let largest = 64_000_000
    private static let file = FileName.literal("waiting.tsv")

    private let state: Folder
    private var since: [Key: Int] = [:]
    private var seen: Set<Key> = []
    private var changed = false

    /// Reads what an earlier run left; a line that cannot be read only makes its file wait anew.
    package init(state: Folder) throws(FileError) {
        self.state = state
        guard let status = try state.status(of: Self.file), status.size <= Self.largest else { return }
        let text = String(decoding: try state.readAll(Self.file, limit: Self.largest), as: UTF8.self)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3, let seconds = Int(fields[0]), let name = FileName(hexadecimal: String(fields[2]))
            else { continue }
            since[Key(channel: String(fields[1]), name: name)] = seconds
        }
    }

    package mutating func beginLook() { seen = [] }

    /// Whether `name` still waits at `wall`, in seconds of the machine's clock; the first question starts its time.
    package mutating func waits(_ channel: Channel, _ name: FileName, patience: Patience, wall: Int) -> Bool {
        let key = Key(channel: channel.description, name: name)
        seen.insert(key)
        guard let first = since[key], first <= wall else {
            since[key] = wall
            changed = true
            return patience.waitForScans > 0
        }
        return wall - first < patience.waitForScans
    }

    /// Forgets what is no longer there, and writes down what changed.
    package mutating func endLook() throws(FileError) {
        let gone = since.keys.filter { !seen.contains($0) }
        guard changed || !gone.isEmpty else { return }
        for key in gone { since[key] = nil }
        let lines = since.map { key, seconds in "\(seconds)\t\(key.channel)\t\(key.name.hexadecimal)\n" }
        try state.replaceDurably(Self.file, with: Array(lines.sorted().joined().utf8), mode: 0o600)
        changed = false
    }
}
