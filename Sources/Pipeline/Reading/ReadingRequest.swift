import Bytes

/// What the house asks of a process that reads; folders are lent with the message.
enum ReadingRequest: Codable, Sendable {
    /// The first: all that it may know. Lent are the folders beneath which it may read.
    case open(schema: [UInt8], limits: Limits)
    /// Reads the claim in the folder lent.
    case read(channel: String)
    /// What a form in the folder lent needs; names travel as hexadecimal digits.
    case needs(form: String)
    case isMissingItsEnd(file: String)
    case isMissingFromArchive(archive: String)
    case senders(names: [String])

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
