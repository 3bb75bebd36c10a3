/// A text as a Vietnamese index sorts it: by letters (a, ă, â, b, …, d, đ, …), and among the same letters by tones
/// (ngang, huyền, hỏi, ngã, sắc, nặng).
package struct VietnameseOrder: Comparable, Sendable {
    private let text: String
    private let letters: [Int]
    private let tones: [Int]

    package init(_ text: String) {
        self.text = text
        let places = text.lowercased().map { Self.places[$0] ?? (0, 0) }
        letters = places.map(\.0)
        tones = places.map(\.1)
    }

    package static func < (left: VietnameseOrder, right: VietnameseOrder) -> Bool {
        if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
        if left.tones != right.tones { return left.tones.lexicographicallyPrecedes(right.tones) }
        return left.text < right.text
    }

    private static let alphabet = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ",
        "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s",
        "t",
        "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ]

    /// Letter and tone of each character; anything else comes before them.
    private static let places: [Character: (Int, Int)] = {
        var places: [Character: (Int, Int)] = [:]
        for (letter, tones) in alphabet.enumerated() {
            for (tone, character) in tones.enumerated() { places[character] = (letter + 1, tone) }
        }
        return places
    }()
}
