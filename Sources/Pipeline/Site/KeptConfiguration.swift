import Files
import Foundation
import Ledgers
import Settings

/// The files of the configuration that is in force (`State/configuration`), so that a mistake in `config/` keeps nobody from
/// looking at what is there.
struct KeptConfiguration {
    private static let file: FileName = "configuration"
    private static let draft: FileName = ".configuration.part"

    let state: Folder

    private struct Part: Codable {
        let path: String
        let size: Int
    }

    /// As they were written; nil where none are, or not as they were written.
    func read() throws -> ConfigurationFiles? {
        do {
            guard let file = try SummedFile(Self.file, in: state),
                let parts = try? JSONDecoder().decode([Part].self, from: Data(file.head))
            else { return nil }
            var contents: [String: [UInt8]] = [:]
            var place = 0
            for part in parts {
                contents[part.path] = try file.read(at: place, count: part.size)
                place += part.size
            }
            return ConfigurationFiles(contents)
        } catch is SummedFile.Damaged {
            return nil
        } catch let error as FileError where error.isBroken {
            return nil
        }
    }

    /// Puts them in the place of what was in force before, where they are others.
    func write(_ files: ConfigurationFiles) throws {
        guard try read()?.contents != files.contents else { return }
        do {
            try replace(with: files.contents)
        } catch let error as FileError where error.isNoSpace {
            // What waits for room is intake. By one that is in force no more nobody is to be answered.
            for name in [Self.file, Self.draft] where try state.status(of: name) != nil { try state.remove(name) }
        }
    }

    private func replace(with contents: [String: [UInt8]]) throws {
        if try state.status(of: Self.draft) != nil { try state.remove(Self.draft) }
        var file = SummedWriter(try state.create(Self.draft))
        var parts: [Part] = []
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            try file.write(bytes[...])
            parts.append(Part(path: path, size: bytes.count))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try file.finish(head: Array(try encoder.encode(parts)))
        try state.replace(Self.file, by: Self.draft)
    }
}
