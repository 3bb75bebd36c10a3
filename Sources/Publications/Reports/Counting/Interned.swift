/// Values of which there are few, each with a number from 0 on.
struct Interned<Value: Hashable & Sendable & Codable>: Sendable, Codable {
    private(set) var values: [Value] = []
    private var numbers: [Value: UInt32] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
        values = try [Value](from: decoder)
        numbers = Dictionary(values.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    var count: Int { values.count }

    subscript(number: UInt32) -> Value { values[Int(number)] }

    /// A value that has none yet gets the next.
    mutating func number(of value: Value) -> UInt32 {
        if let number = numbers[value] { return number }
        let number = UInt32(values.count)
        values.append(value)
        numbers[value] = number
        return number
    }
}
