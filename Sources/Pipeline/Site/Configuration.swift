package import Settings

/// A site's configuration as it was read: what it says, and every mistake in it.
package struct Configuration: Sendable {
    /// Nil where there is a mistake that is not a mere warning.
    package let site: Site?
    let letters: Letters?
    package let problems: [ConfigurationProblem]

    /// - Parameter path: the site's folder, from which relative folders count.
    init(_ files: ConfigurationFiles, path: String) {
        let (site, mistakes) = SiteLoader.load(files, path: path)
        let (letters, wording) = site.map(Letters.load) ?? (nil, [])
        problems = mistakes + wording
        let isSound = problems.allSatisfy(\.isWarning)
        self.site = isSound ? site : nil
        self.letters = isSound ? letters : nil
    }
}
