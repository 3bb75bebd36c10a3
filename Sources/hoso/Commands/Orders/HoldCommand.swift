import Dossiers

/// `hoso hold CODE --reason TEXT`.
enum HoldCommand: OrderCommand {
    static let name = "hold"
    static let summary = "lets nothing go on with a dossier until it is released"
    static let verb = Order.Verb.hold
}
