import Bytes
package import Files

/// Keeps since when something has waited for what is absent, from one run to the next (`State/waiting.tsv`).
package final class WaitingRoom {
    /// Beyond this, which only a flood of names reaches, everything waits anew.
    private static let largest = 64_000_000
    private static let file = FileName.literal("waiting.tsv")
    private static let (tab, newline) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))

    private let state: Folder
    /// What an earlier run left of folders that were not looked through since, in seconds of the machine's clock.
    private var earlier: [Channel: NameTable<Int>] = [:]

    /// Reads what an earlier run left; a line that cannot be read only makes its file wait anew.
    package init(state: Folder) throws(FileError) {
        self.state = state
        guard let status = try state.status(of: Self.file), status.size <= Self.largest else { return }
        var rest = try state.readAll(Self.file, limit: Self.largest)[...]
        while let end = rest.firstIndex(of: Self.newline) {
            take(rest[..<end])
            rest = rest[(end + 1)...]
        }
    }

    private func take(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: Self.tab, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard fields.count == 3, let seconds = Int(fields[0]), let name = FileName(hexadecimal: fields[2]),
            let channel = Channel(mark: fields[1].split(separator: "/").joined(separator: "."))
        else { return }
        _ = earlier[channel, default: NameTable()].see(name, new: seconds)
    }

    /// What an earlier run saw wait in a folder, and since when; nil once the folder was looked through.
    func left(_ channel: Channel) -> NameTable<Int>? { earlier[channel] }

    /// Lets go of what an earlier run left of a folder, since whatever of it is still there is known now; says whether there was any.
    func forget(_ channel: Channel) -> Bool { earlier.removeValue(forKey: channel) != nil }

    /// Writes down what waits in `folders`, and what an earlier run left of others.
    func keep(_ folders: [DropFolder]) throws(FileError) {
        try state.replaceDurably(Self.file, mode: 0o600) { file throws(FileError) in
            for folder in folders.sorted(by: { $0.channel.description < $1.channel.description }) {
                let mark = Array("\t\(folder.channel)\t".utf8)
                try folder.forEachWaiting { (name, since) throws(FileError) in
                    try Self.write(name, since, mark, to: &file)
                }
                guard let names = earlier[folder.channel] else { continue }
                for position in 0..<names.count {
                    try Self.write(names.bytes(at: position), names[position], mark, to: &file)
                }
            }
        }
    }

    private static func write(
        _ name: ArraySlice<UInt8>, _ since: Int, _ mark: [UInt8], to file: inout WritableFile
    ) throws(FileError) {
        var line: [UInt8] = []
        line.reserveCapacity(32 + mark.count + 2 * name.count)
        line += String(since).utf8
        line += mark
        Hexadecimal.append(name, to: &line)
        line.append(newline)
        try file.write(line)
    }
}
