/// Names that stand in our own source.
extension FileName: ExpressibleByStringLiteral {
    package init(stringLiteral text: StaticString) {
        self = .literal("\(text)")
    }
}
