import Dossiers

/// `hoso release CODE --reason TEXT`.
enum ReleaseCommand: OrderCommand {
    static let name = "release"
    static let summary = "lets a held dossier go on as its other findings say"
    static let verb = Order.Verb.release
}
