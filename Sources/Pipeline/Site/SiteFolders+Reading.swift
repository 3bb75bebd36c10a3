package import Dossiers
import Files
import Publications
import Settings

/// By what a site is looked at while `config/` has mistakes.
extension SiteFolders {
    /// The configuration, or, where it has mistakes, the one that was last in force, whole; the mistakes are said.
    ///
    /// For whoever looks, or hands an order to the hoso that serves: nothing is taken in and nothing entered by it. Throws
    /// `ConfigurationMistakes` where none is kept.
    func readable(
        remembering memory: ConfigurationMemory = ConfigurationMemory(), say: (LogEvent) -> Void
    ) throws -> (site: Site, letters: Letters) {
        do {
            let read = try sound(remembering: memory)
            return (read.site, read.letters)
        } catch let mistakes as ConfigurationMistakes {
            guard let kept = try kept(remembering: memory), let site = kept.site, let letters = kept.letters else {
                throw mistakes
            }
            for event in mistakes.events { say(event) }
            say(
                LogEvent(
                    .configurationKept, "the configuration has mistakes; this goes by the one that was last in force"))
            return (site, letters)
        }
    }

    /// The same for counting alone, which asks nothing of anybody's data: the registered accounts need not be there.
    func countable(say: (LogEvent) -> Void) throws -> Site {
        try Configuration(ConfigurationFiles(in: root, leavingAccounts: true), path: root.path).site
            ?? readable(say: say).site
    }

    /// The configuration that was last in force on this site, as far as one was kept.
    ///
    /// The State that it lies in must be the one that it names: another may have been left behind by a site that moved.
    /// Nil too where State cannot be looked into: the mistakes for which it is asked for are to be named in any case.
    func kept(remembering memory: ConfigurationMemory) throws -> Configuration? {
        let path = ConfigurationFiles(in: root).statePath(from: root.path)
        let found: ConfigurationFiles?
        do {
            found = try Folder.standing(at: path, calls: calls).flatMap { try KeptConfiguration(state: $0).read() }
        } catch let error as FileError where error.isForbidden || error.isNotFolder || error.isBroken {
            return nil
        }
        guard let files = found else { return nil }
        let kept = memory.read(files, path: root.path)
        return kept.site?.folders.state == path ? kept : nil
    }

    /// The day that it is for the site's law.
    ///
    /// - Parameter now: nil where the machine's clock holds.
    package func today(_ now: Moment?) throws -> Day {
        LawClock(fixed: now, offset: try readable { _ in }.site.offset).now.day
    }
}
