import Settings
private import Synchronization

/// The first configuration that was read and found sound, for whoever opens an unchanged site thousands of times.
///
/// The files are read each time all the same; only what follows from their bytes is kept.
package final class ConfigurationMemory: Sendable {
    private struct Known: Sendable {
        let files: ConfigurationFiles
        let path: String
        let configuration: Configuration
    }

    private let first = Mutex<Known?>(nil)

    package init() {}

    func read(_ files: ConfigurationFiles, path: String) -> Configuration {
        if let first = first.withLock(\.self), first.files == files, first.path == path { return first.configuration }
        let configuration = Configuration(files, path: path)
        if configuration.site != nil {
            first.withLock { $0 = $0 ?? Known(files: files, path: path, configuration: configuration) }
        }
        return configuration
    }
}
