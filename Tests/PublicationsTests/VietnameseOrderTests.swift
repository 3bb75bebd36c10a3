import Publications
import Testing

@Suite("Vietnamese order")
struct VietnameseOrderTests {
    @Test("Sectors stand as in a Vietnamese index: đ after d, tones after letters, however the letters are composed")
    func order() {
        let sorted = [
            "Bảo vệ", "Bưu chính", "Chứng thực", "Dân tộc", "Đất đai", "Đường bộ", "Hoạt động", "Hộ tịch", "Lao động",
        ]
        #expect(sorted.reversed().sorted { VietnameseOrder($0) < VietnameseOrder($1) } == sorted)
        #expect(
            ["ma", "mà", "mả", "mã", "má", "mạ"].shuffled().sorted { VietnameseOrder($0) < VietnameseOrder($1) }
                == ["ma", "mà", "mả", "mã", "má", "mạ"])
        #expect(VietnameseOrder("a\u{306}n") > VietnameseOrder("an"))
        #expect(VietnameseOrder("a\u{306}n") < VietnameseOrder("ân"))
    }
}
