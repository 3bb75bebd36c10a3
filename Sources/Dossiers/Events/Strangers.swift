/// What came for a dossier on one day, and took no effect, from an account that is not its own, or from none.
///
/// Its citizen hears of some, since it may be himself under another name, and not of all, since anybody can send more (OP8).
package struct Strangers: Sendable, Codable, Equatable {
    /// How many a day are answered.
    package static let answered = 3

    let day: Day
    package internal(set) var count: Int
}
