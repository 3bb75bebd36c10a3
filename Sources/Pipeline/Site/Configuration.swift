import Publications
package import Settings

/// A site's configuration as it was read: what it says, and every mistake in it.
package struct Configuration: Sendable {
    /// Nil where there is a mistake that is not a mere warning.
    package let site: Site?
    let letters: Letters?
    package let problems: [ConfigurationProblem]
    let files: ConfigurationFiles

    /// - Parameter path: the site's folder, from which relative folders count.
    init(_ files: ConfigurationFiles, path: String) {
        self.files = files
        let (site, mistakes) = SiteLoader.load(files, path: path)
        // Its wording is looked at whatever else is wrong, so that every mistake is told at once.
        let (templates, wording) = NoticeTemplates.load(files.templates)
        problems =
            mistakes
            + wording.map {
                ConfigurationProblem(
                    file: "config/templates/\($0.file)", line: $0.line, message: $0.message, isWarning: $0.isWarning)
            }
        guard problems.allSatisfy(\.isWarning), let site, let templates else {
            (self.site, letters) = (nil, nil)
            return
        }
        self.site = site
        letters = Letters(site: site, templates: templates)
    }
}
