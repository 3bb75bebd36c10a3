/// Which letters each thing that was brought, or ordered, must bring about; in the order in which it came.
struct YearExpectations: Sendable {
    /// By the id of a submission or a message, or by an order and its dossier.
    private(set) var letters: [String: [[String]]] = [:]

    mutating func expect(_ kinds: [String], of key: String) { letters[key, default: []].append(kinds) }
}
