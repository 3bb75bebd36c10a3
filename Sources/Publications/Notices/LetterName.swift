private import Bytes
package import Dossiers

/// The name of a letter in the outbox: when it was made, about what, which it is, and the number of the event that it tells.
///
/// `20261123T081502Z-000.00.10.H34-261123-0001-receipt-17.eml`; what it is about may hold hyphens too, the others hold none.
package struct LetterName: Hashable, Sendable, CustomStringConvertible {
    /// Which letter it is, by a stable word.
    package enum Kind: Hashable, Sendable {
        case notice(NoticeKind)
        case list(AgencyLetter.Kind)

        package var word: String {
            switch self {
            case .notice(let kind): kind.rawValue
            case .list(let kind): kind.rawValue
            }
        }

        fileprivate init?(_ word: String) {
            if let kind = NoticeKind(rawValue: word) {
                self = .notice(kind)
            } else if let kind = AgencyLetter.Kind(rawValue: word) {
                self = .list(kind)
            } else {
                return nil
            }
        }
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let ending = Array(".eml".utf8)
    /// `20261123T081502Z`.
    private static let timeCount = 16

    package let at: Moment
    /// A dossier's code, a submission's or a message's id, an agency's or the site's code, as far as a name can hold it.
    package let about: String
    package let kind: Kind
    package let eventNumber: Int

    package init(_ kind: Kind, about: String, at: Moment, eventNumber: Int) {
        self.at = at.told(at: 0)
        self.about = FileWord.safe(about)
        self.kind = kind
        self.eventNumber = eventNumber
    }

    /// Nil for what is no whole name of a letter, to the byte.
    package init?(_ name: [UInt8]) {
        let stem = name.dropLast(Self.ending.count)
        guard name.count > Self.ending.count, name[stem.endIndex...].elementsEqual(Self.ending),
            let second = stem.lastIndex(of: Self.hyphen), second > Self.timeCount,
            let first = stem[..<second].lastIndex(of: Self.hyphen), first > Self.timeCount,
            name[Self.timeCount] == Self.hyphen, let number = Self.number(stem[(second + 1)...]),
            let kind = Kind(String(decoding: stem[(first + 1)..<second], as: UTF8.self)),
            let at = Self.time(stem[..<Self.timeCount])
        else { return nil }
        let about = String(decoding: stem[(Self.timeCount + 1)..<first], as: UTF8.self)
        self.init(kind, about: about, at: at, eventNumber: number)
        guard description.utf8.elementsEqual(name) else { return nil }
    }

    /// The same at the end of a path of the outbox.
    package init?(path: String) {
        guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last else { return nil }
        self.init(Array(name))
    }

    package var description: String {
        let (day, second) = at.local
        let (year, month, date) = day.civil
        var text: [UInt8] = []
        text.append(decimal: year, width: 4)
        text.append(decimal: month, width: 2)
        text.append(decimal: date, width: 2)
        text.append(UInt8(ascii: "T"))
        text.append(decimal: second / 3600, width: 2)
        text.append(decimal: second / 60 % 60, width: 2)
        text.append(decimal: second % 60, width: 2)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self) + "-\(about)-\(kind.word)-\(eventNumber).eml"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? { DecimalDigits.number(digits.span) }

    private static func time(_ text: ArraySlice<UInt8>) -> Moment? {
        guard let date = number(text[..<8]), text[8] == UInt8(ascii: "T"), let clock = number(text[9..<15]),
            text[15] == UInt8(ascii: "Z"),
            let day = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100),
            clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 < 60
        else { return nil }
        let seconds = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
        return Moment(day: day, minute: 0, offset: 0).advanced(bySeconds: seconds)
    }
}
