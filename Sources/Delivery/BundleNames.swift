import Foundation

/// The names of a bundle's files: their own, but for those that not every reader could lay out beside the others.
///
/// An agency's system may take case and composition for nothing (ZP7), and keep names of devices for itself (ZP13).
package struct BundleNames {
    private static let devices: Set = ["con", "prn", "aux", "nul", "conin$", "conout$"]
    private static let numberedDevices: Set = ["com", "lpt"]
    private static let foreign = Array("<>:\"|?*\\/".utf8)

    private let inFolder: Bool
    private var taken: Set = [Self.key(DossierBundle.manifestName)]

    /// - Parameter inFolder: whether what would be hidden in a folder gets another name, too.
    package init(inFolder: Bool) { self.inFolder = inFolder }

    /// The name that the next file gets: the same for the same files in the same order.
    package mutating func name(of file: String) -> String {
        var name = file
        if file.utf8.contains(where: Self.foreign.contains) {
            name = String(decoding: file.utf8.map { Self.foreign.contains($0) ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        }
        while name.last == "." || name.last == " " { name.removeLast() }
        if inFolder, name.hasPrefix(".") { name = "_" + name.drop { $0 == "." } }
        if name.isEmpty || Self.isReserved(name) { name = "_" + name }
        guard !taken.insert(Self.key(name)).inserted else { return name }
        // Of a long name only the end is left.
        let end = String(String.UnicodeScalarView(name.unicodeScalars.suffix(60)))
        var count = 1
        // A count, since nothing else is sure to end.
        repeat {
            name = count == 1 ? "_" + end : "_\(count)_" + end
            count += 1
        } while !taken.insert(Self.key(name)).inserted
        return name
    }

    /// A device's name, whatever its ending, or a number: so are the folders called in which lies what came later.
    private static func isReserved(_ name: String) -> Bool {
        var stem = name.prefix { $0 != "." }.drop { $0 == " " }.lowercased()
        while stem.last == " " { stem.removeLast() }
        if devices.contains(stem) || name.allSatisfy(\.isASCIIDigit) { return true }
        return numberedDevices.contains(String(stem.prefix(3))) && stem.count == 4 && stem.last?.isWholeNumber == true
    }

    private static func key(_ name: String) -> String {
        // Nothing in ASCII is composed, and to ask Foundation takes as long as the rest of the bundle's list.
        (name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping).lowercased()
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
