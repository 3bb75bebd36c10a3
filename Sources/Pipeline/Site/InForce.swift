import Settings

/// The configuration by which an office works, as it was read.
package struct InForce: Sendable {
    let site: Site
    let letters: Letters
    /// What changes when the configuration does; nil without a guard.
    let mark: String?

    init(site: Site, letters: Letters, mark: String?) {
        self.site = site
        self.letters = letters
        self.mark = mark
    }

    /// Reads it from `config/`, sound; warnings are said.
    init(in house: SiteFolders, remembering memory: ConfigurationMemory, say: (LogEvent) -> Void) throws {
        (site, letters) = try house.sound(remembering: memory, say: say)
        mark = site.runGuard == nil ? nil : try house.configurationMark()
    }
}

extension Office {
    package var inForce: InForce { InForce(site: site, letters: letters, mark: configurationMark) }
}
