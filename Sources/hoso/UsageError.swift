/// What was typed makes no sense; the message says what was meant.
struct UsageError: Error {
    let message: String
}
