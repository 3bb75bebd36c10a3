/// How far something that has been quiet is all there.
enum Wholeness: UInt8, Sendable {
    /// It, or a file that belongs to it, lacks its end or is shorter than declared.
    case short
    /// It lacks nothing, but somebody still has it open for writing.
    case open
    /// It lacks nothing, and nobody is known to write to it.
    case closed
}
