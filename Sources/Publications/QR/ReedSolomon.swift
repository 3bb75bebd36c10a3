/// Error correction over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5).
enum ReedSolomon {
    /// The codewords that follow `data`.
    static func correction(of data: ArraySlice<UInt8>, count: Int) -> [UInt8] {
        guard let generator = generators[count] else { preconditionFailure("no version has \(count) codewords of it") }
        let (powers, logarithms) = (powers, logarithms)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in data {
            let first = byte ^ remainder[0]
            remainder.removeFirst()
            remainder.append(0)
            guard first != 0 else { continue }
            let factor = logarithms[Int(first)]
            for index in 0..<count { remainder[index] ^= powers[generator[index] + factor] }
        }
        return remainder
    }

    /// The logarithms of their coefficients, none of which is 0, by degree.
    private static let generators = Dictionary(
        QRVersion.all.map { version in
            let degree = version.correctionCodewords
            return (degree, generator(degree: degree).map { logarithms[Int($0)] })
        },
        uniquingKeysWith: { $1 })

    /// The coefficients of (x - 1)(x - 2)(x - 4)… below the highest, from the second highest down.
    private static func generator(degree: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: degree)
        coefficients[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                coefficients[index] = product(coefficients[index], root)
                if index + 1 < degree { coefficients[index] ^= coefficients[index + 1] }
            }
            root = product(root, 2)
        }
        return coefficients
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        left == 0 || right == 0 ? 0 : powers[logarithms[Int(left)] + logarithms[Int(right)]]
    }

    /// The powers of 2, twice round.
    private static let powers: [UInt8] = {
        var powers: [UInt8] = [1]
        while powers.count < 510 {
            let last = powers[powers.count - 1]
            powers.append(last << 1 ^ (last & 0x80 != 0 ? 0x1D : 0))
        }
        return powers
    }()

    /// Of every number but 0, to the base 2.
    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 256)
        for (exponent, power) in powers.prefix(255).enumerated() { logarithms[Int(power)] = exponent }
        return logarithms
    }()
}
