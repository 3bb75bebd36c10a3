import Testing

@testable import hoso

@Suite("Columns of a terminal")
struct TextWidthTests {
    @Test(
        "A text takes as many columns as a reader sees",
        arguments: [
            ("", 0), ("hoso", 4), ("hồ sơ", 5), ("Nguyễn Thị Hường", 16), ("ĐẮK LẮK", 7),
            // The same letters with their marks apart, as macOS writes file names.
            ("ho\u{302}\u{300} so\u{31B}", 5), ("Nguye\u{302}\u{303}n", 6),
            // A mark alone, a joiner and a control take nothing.
            ("\u{301}", 0), ("a\u{200B}b", 2), ("\u{FEFF}a", 1),
            ("户籍", 4), ("한글", 4), ("ｈｏ", 4), ("한", 2), ("🏛", 2), ("❤\u{FE0F}", 2), ("👩‍👧", 2),
            ("«a»…–", 5),
        ])
    func width(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
    }

    @Test("Columns stand under each other, whatever letters fill them")
    func aligned() {
        var table = Table(columns: ["tên", "x"])
        for name in ["an", "Nguye\u{302}\u{303}n", "户籍"] { table.add([name, "|"]) }
        let lines = table.text(.text).split(separator: "\n")
        #expect(Set(lines.dropFirst().map { TextWidth.of(String($0.prefix { $0 != "|" })) }) == [8])
        #expect(lines.count == 4)
    }

    @Test("OP5 what would move the cursor or begin a line is blanked in a table")
    func OP5_table() {
        var table = Table(columns: ["a", "b"])
        table.add(["x\ty\n", "\u{1B}[2J"])
        #expect(table.text(.tsv) == "a\tb\nx y \t [2J")
        #expect(table.text(.text) == "a     b\nx y    [2J")
        #expect(table.text(.json) == "{\"a\":\"x\\ty\\n\",\"b\":\"\\u001b[2J\"}")
    }
}
