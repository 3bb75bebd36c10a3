import Dossiers

/// Codes as a message names them: the first ones, and how many more there are.
struct NamedCodes: CustomStringConvertible {
    private static let mostNamed = 20

    let codes: [DossierCode]

    var description: String {
        let named = codes.prefix(Self.mostNamed).map(\.description).joined(separator: ", ")
        return codes.count > Self.mostNamed ? "\(named) and \(codes.count - Self.mostNamed) more" : named
    }
}
