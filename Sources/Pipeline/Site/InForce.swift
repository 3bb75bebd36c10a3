import Settings

/// The configuration by which an office works, as it was read.
package struct InForce: Sendable {
    let site: Site
    let letters: Letters
    /// What changes when the configuration does; nil without a guard.
    let mark: String?
    /// Nil where an office has kept them below `State/` already.
    let files: ConfigurationFiles?

    init(site: Site, letters: Letters, mark: String?) {
        self.site = site
        self.letters = letters
        self.mark = mark
        files = nil
    }

    /// Reads it from `config/`, sound; warnings are said.
    init(in house: SiteFolders, remembering memory: ConfigurationMemory, say: (LogEvent) -> Void) throws {
        let read = try house.sound(remembering: memory, say: say)
        (site, letters, files) = (read.site, read.letters, read.files)
        mark = site.runGuard == nil ? nil : try house.configurationMark()
    }
}

extension Office {
    package var inForce: InForce { InForce(site: site, letters: letters, mark: configurationMark) }
}
