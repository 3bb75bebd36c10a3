import Bytes
import Files
import Intake
import Pipeline
import Settings

/// What fuzzing starts from: the demonstration's packages, the sample configuration, and the files of folders.
struct FuzzSeeds {
    private static let largest = 300_000
    private static let depth = 8
    private var files: [(name: String, bytes: [UInt8])] = []

    init(folders: [String]) throws {
        for package in try DemoPackages.all() {
            for (path, bytes) in package.files { files.append((path, bytes)) }
        }
        files += SampleSite.files.map { ($0.path, $0.bytes) }
        files.append(("line.jsonl", Array(Self.line.utf8)))
        for folder in folders { try add(Folder(path: folder), folder, depth: 0) }
        try addAnswers()
    }

    /// Those that a target's reader is for; never none.
    func seeds(for target: FuzzTarget) -> [[UInt8]] {
        let fitting = files.filter { $0.bytes.count <= Self.largest && target.takes($0.name, $0.bytes) }.map(\.bytes)
        return fitting.isEmpty ? [Array(target.words.joined().utf8)] : fitting
    }

    private mutating func add(_ folder: Folder, _ path: String, depth: Int) throws {
        guard depth < Self.depth else { return }
        for name in try folder.entries() where !name.description.hasPrefix(".") {
            guard let status = try folder.status(of: name) else { continue }
            let path = "\(path)/\(name)"
            if status.kind == .folder { try add(folder.folder(name), path, depth: depth + 1) }
            if status.kind == .regular, status.size <= Self.largest {
                files.append((path, try folder.readAll(name, limit: Self.largest)))
            }
        }
    }

    /// What a process that reads would say of the forms and archives among them.
    private mutating func addAnswers() throws {
        let readers = try FuzzTarget.Readers()
        func answer(_ bytes: [UInt8], _ target: FuzzTarget) -> ReadingAnswer {
            do {
                let contents = try target == .zip ? readers.archive(bytes) : readers.form(bytes)
                return .package(try readers.packages.read(contents, channel: .online))
            } catch let error as ParseError {
                return .unreadable(code: error.code, message: error.message, offset: error.offset, line: error.line)
            } catch {
                return .stray(nil)
            }
        }
        for target in [FuzzTarget.form, .zip] {
            files += seeds(for: target).map { ("\(target).answer", answer($0, target).wired) }
        }
    }

    private static let line =
        #"{"n":7,"at":"2026-11-23T08:15:00+07:00","claim":"online@1.1-1","event":"repeated","facts":{"submission":"s-1"},"#
        + #""prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#
}
