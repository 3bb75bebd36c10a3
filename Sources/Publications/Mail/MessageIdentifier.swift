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

    /// Without dots but between two other characters.
    private static func atoms(_ text: String) -> String {
        let dot = UInt8(ascii: ".")
        var atoms: [UInt8] = []
        for byte in FileWord.safe(text).utf8 where byte != dot || atoms.last.map({ $0 != dot }) == true {
            atoms.append(byte)
        }
        if atoms.last == dot { atoms.removeLast() }
        return String(decoding: atoms, as: UTF8.self)
    }
}
