/// Error correction over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5).
enum ReedSolomon {
    /// The codewords that follow `data`.
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ remainder[0]
            for index in 0..<count {
                let next = index + 1 < count ? remainder[index + 1] : 0
                remainder[index] = next ^ product(generator[index], factor)
            }
        }
        return remainder
    }

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
        var result: UInt8 = 0
        for bit in (0..<8).reversed() {
            let carry = result & 0x80 != 0
            result <<= 1
            if carry { result ^= 0x1D }
            if right >> bit & 1 == 1 { result ^= left }
        }
        return result
    }
}
