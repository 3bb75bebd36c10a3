import Bytes
import Files
import Settings

extension SiteFolders {
    /// What changes when anything in `config/` does.
    func configurationMark() throws -> String {
        let files = ConfigurationFiles(in: root).contents.map { "\($0.key) \(SHA256.digest(of: $0.value))" }
        let trust = try trustMarks().map { "trust/\($0.key) \($0.value.size) \($0.value.modified) \($0.value.inode)" }
        return SHA256.digest(of: Array((files + trust).sorted().joined(separator: "\n").utf8)).description
    }
}
