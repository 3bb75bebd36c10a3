/// A cell of a sheet.
extension Workbook {
    struct Field {
        enum Style: Int { case plain, head, whole, tenths, wholeTotal, tenthsTotal }

        private let text: String
        private let isNumber: Bool
        private let style: Style

        init(text: String, style: Style = .plain) {
            self.text = text
            isNumber = false
            self.style = style
        }

        init(_ cell: ReportCell, isTotal: Bool) {
            text = cell.plain
            switch cell.value {
            case .count, .money:
                isNumber = true
                style = isTotal ? .wholeTotal : .whole
            case .minutes:
                isNumber = true
                style = isTotal ? .tenthsTotal : .tenths
            case .rate(let rate):
                isNumber = rate.tenths != nil
                style = isTotal ? .tenthsTotal : .tenths
            case .text, .named, .word, .day, .moment, .nothing:
                isNumber = false
                style = isTotal ? .head : .plain
            }
        }

        /// - Parameter place: such as `B7`.
        func xml(at place: String) -> String {
            guard !isNumber else { return "<c r=\"\(place)\" s=\"\(style.rawValue)\"><v>\(text)</v></c>" }
            guard !text.isEmpty else { return "<c r=\"\(place)\" s=\"\(style.rawValue)\"/>" }
            return "<c r=\"\(place)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + "\(HTMLText.escaped(text))</t></is></c>"
        }
    }
}
