import Bytes
import Dossiers
import Files
import Intake

/// A claim as far as it could be read; copies share what was read of it.
indirect enum Read: Sendable {
    /// Reading it ended its reader; why, and whether it is to be tried again.
    case unfinished(CompanionLost)
    /// Not read, since somebody still has it open for writing: what was read would not be what is kept.
    case written
    case package(Package)
    /// What is wrong with it as a whole: it goes to quarantine.
    case unreadable(ParseError)
    /// A file that belongs to no form and names no dossier; nil where it is none that a form could name.
    case stray(Paper?)
}
