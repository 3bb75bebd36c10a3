import Bytes
package import Files

/// Remembers since when something has waited for what is absent, across runs (`State/waiting.tsv`).
package final class WaitingRoom {
    /// Beyond this, which only a flood of names reaches, everything waits anew.
    private static let largest = 64_000_000
    private static let file = FileName.literal("waiting.tsv")
    private static let (tab, newline) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))

    private let state: Folder
    /// Seconds of the machine's clock.
    private var since: [Channel: NameTable<Int>] = [:]
    private var hasChanged = false

    /// Reads what an earlier run left; a line that cannot be read only makes its file wait anew.
    package init(state: Folder) throws(FileError) {
        self.state = state
        guard let status = try state.status(of: Self.file), status.size <= Self.largest else { return }
        var rest = try state.readAll(Self.file, limit: Self.largest)[...]
        while let end = rest.firstIndex(of: Self.newline) {
            take(rest[..<end])
            rest = rest[(end + 1)...]
        }
        for channel in since.keys { since[channel]?.forgetUnseen() }
    }

    private func take(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: Self.tab, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard fields.count == 3, let seconds = Int(fields[0]), let name = FileName(hexadecimal: fields[2]),
            let channel = Channel(mark: fields[1].split(separator: "/").joined(separator: "."))
        else { return }
        _ = since[channel, default: NameTable()].see(name, new: seconds)
    }

    /// Whether `name` still waits at `wall`, in seconds of the machine's clock; the first question starts its time.
    package func waits(_ channel: Channel, _ name: FileName, patience: Patience, wall: Int) -> Bool {
        let first = first(channel, name, or: wall)
        return wall - first < patience.waitForScans
    }

    /// When it was first asked about; now where that was never, or is still to come after the clock was set back.
    private func first(_ channel: Channel, _ name: FileName, or wall: Int) -> Int {
        let position = since[channel, default: NameTable()].see(name, new: .max)
        let first = since[channel]?[position] ?? wall
        guard first > wall else { return first }
        since[channel]?[position] = wall
        hasChanged = true
        return wall
    }

    /// Forgets what was not asked about since the last time, and writes down what changed.
    package func endLook() throws(FileError) {
        for channel in since.keys {
            if since[channel]?.forgetUnseen() == true { hasChanged = true }
        }
        guard hasChanged else { return }
        var bytes: [UInt8] = []
        for (channel, names) in since.sorted(by: { $0.key.description < $1.key.description }) {
            let mark = "\t\(channel)\t".utf8
            for position in 0..<names.count {
                bytes += "\(names[position])".utf8
                bytes += mark
                Hexadecimal.append(names.name(at: position).bytes, to: &bytes)
                bytes.append(Self.newline)
            }
        }
        try state.replaceDurably(Self.file, with: bytes, mode: 0o600)
        hasChanged = false
    }
}
