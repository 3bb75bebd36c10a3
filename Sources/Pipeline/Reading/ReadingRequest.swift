import Bytes
import Files
import Intake

/// What the house asks of a process that reads; folders are lent with the message.
enum ReadingRequest: Sendable {
    /// The first: all that it may know. Lent are the folders beneath which it may read.
    case open(schema: [UInt8], limits: Limits)
    /// Reads the claim in the folder lent.
    case read(Channel)
    /// What a form in the folder lent needs.
    case needs(form: FileName)
    case isMissingItsEnd(file: FileName)
    case isMissingFromArchive(archive: FileName)
    case senders(names: [FileName])

    /// Whether it is an answer to this.
    func suits(_ answer: ReadingAnswer) -> Bool {
        switch (self, answer) {
        case (.open, .sealed), (.read, .package), (.read, .unreadable), (.read, .stray), (.needs, .needs),
            (.isMissingItsEnd, .truth), (.isMissingFromArchive, .truth), (.senders, .senders):
            true
        default: false
        }
    }
}
