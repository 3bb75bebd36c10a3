package import Bytes
package import Dossiers
package import Files
package import Intake

/// What a process that reads answers; nothing in it is believed before `Package.checked`.
package enum ReadingAnswer: Sendable {
    /// It has given up its rights, and what it found when it tried them.
    case sealed(Seal.Holds)
    case package(Package)
    case unreadable(code: ParseError.Code, message: String, offset: Int?, line: Int?)
    case stray(Paper?)
    case needs(NeededFiles)
    case truth(Bool)
    case senders([String?])
    /// It could not; the house looks for itself why.
    case failed
}
