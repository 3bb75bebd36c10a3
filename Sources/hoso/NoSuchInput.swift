/// What a command was pointed at is not there.
struct NoSuchInput: Error, CustomStringConvertible {
    let description: String
}
