/// The `Message-ID` of a notice, made of what it tells: `<CODE.receipt.17@H34.hoso>`.
///
/// The number of the event makes it unique within a site; a notice that is made again has the same.
package struct MessageIdentifier: Sendable, Hashable, CustomStringConvertible {
    package let description: String
    package let number: Int

    /// `about` is a dossier's code or a submission's id; what has no place in an identifier becomes `_`.
    package init(about: String, kind: String, number: Int, site: String) {
        self.number = number
        description = "<\(Self.atoms(about)).\(Self.atoms(kind)).\(number)@\(Self.atoms(site)).hoso>"
    }

    private static func atoms(_ text: String) -> String {
        FileWord.safe(text).split(separator: ".").joined(separator: ".")
    }
}
