import Testing
import Values

@Suite struct NumberTests {
    @Test(arguments: [
        ("0", "0"), ("1_250", "1250"), ("3.50", "3.5"), ("-0.070", "-0.07"),
        ("999999999999999999", "999999999999999999"),
    ])
    func reads(_ text: String, _ canonical: String) {
        #expect(Number(text)?.description == canonical)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1e3", "12a", "99999999999999999999", "1..2"])
    func refuses(_ text: String) {
        #expect(Number(text) == nil)
    }

    @Test func arithmeticIsExact() throws {
        let tenth = try #require(Number("0.1"))
        let fifth = try #require(Number("0.2"))
        #expect(tenth.adding(fifth) == Number("0.3"))
        #expect(Number(1).divided(by: 3)?.description == "0.333333333333333333")
        #expect(Number(212).divided(by: 498)?.rounded(to: 4).description == "0.4257")
        #expect(Number(2).divided(by: 0) == nil)
        #expect(Number(6).divided(by: 3) == 2)
        #expect(Number(Int64.max).adding(1) == nil)
        #expect(Number("999999999.999999999")?.multiplied(by: Number(1000))?.description == "999999999999.999999")
        #expect(Number("123456789.12345678")?.multiplied(by: 100)?.description == "12345678912.345678")
    }

    /// Sums and products of small decimals agree with whole-number arithmetic on their mantissas.
    @Test func agreesWithWholeNumbers() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let a = Int64.random(in: -1_000_000...1_000_000, using: &generator)
            let b = Int64.random(in: -1_000_000...1_000_000, using: &generator)
            let left = Number(mantissa: Int128(a), decimals: 3)
            let right = Number(mantissa: Int128(b), decimals: 3)
            guard let left, let right else { continue }
            #expect(left.adding(right) == Number(mantissa: Int128(a + b), decimals: 3))
            #expect(left.subtracting(right) == Number(mantissa: Int128(a - b), decimals: 3))
            #expect(left.multiplied(by: right) == Number(mantissa: Int128(a) * Int128(b), decimals: 6))
            if b != 0 {
                let quotient = left.divided(by: right)?.approximation ?? .nan
                let exact = Double(a) / Double(b)
                #expect(abs(quotient - exact) <= max(abs(exact) * 1e-14, 1e-18))
            }
            #expect((left < right) == (a < b))
        }
    }

    /// A quotient is the exact one, rounded once, with as many decimals as fit.
    @Test func quotientsAreRoundedOnce() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5000 {
            let numbers = (0..<2).map { _ in
                let wide = Int64.random(in: .min ... .max, using: &generator)
                let mantissa = wide >> Int64.random(in: 0...62, using: &generator)
                return Number(scaled: mantissa, decimals: UInt8.random(in: 0...18, using: &generator))
            }
            guard numbers[1] != 0 else { continue }
            #expect(numbers[0].divided(by: numbers[1]) == quotient(numbers[0], numbers[1]), "\(numbers)")
        }
        #expect(Number(Int64.min).divided(by: -1) == nil)
        #expect(Number(1).divided(by: 8) == Number("0.125"))
    }

    /// The rounded quotient for each count of decimals, from the greatest down to one that fits.
    private func quotient(_ left: Number, _ right: Number) -> Number? {
        for places in (0...Number.maximumDecimals).reversed() {
            let shift = places + Int(right.decimals) - Int(left.decimals)
            var (dividend, divisor) = (Int128(left.mantissa), Int128(right.mantissa))
            var fits = true
            for _ in 0..<abs(shift) {
                let grown = (shift > 0 ? dividend : divisor).multipliedReportingOverflow(by: 10)
                fits = fits && !grown.overflow
                if shift > 0 { dividend = grown.partialValue } else { divisor = grown.partialValue }
            }
            // A dividend beyond 128 bits over a divisor of 64 is a quotient that does not fit.
            guard fits else { continue }
            let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
            let twice = rest.magnitude * 2
            var whole = quotient
            if twice > divisor.magnitude || twice == divisor.magnitude && whole % 2 != 0 {
                whole += (dividend < 0) == (divisor < 0) ? 1 : -1
            }
            if Int64(exactly: whole) != nil { return Number(mantissa: whole, decimals: places) }
        }
        return nil
    }

    @Test func formats() {
        #expect(Number("1250.5")?.formatted(decimals: 2, separators: .vietnamese) == "1.250,50")
        #expect(Number("1234567")?.formatted(decimals: 0, separators: .english) == "1,234,567")
        #expect(Number("0.125")?.formatted(decimals: 2, separators: .plain) == "0.13")
        #expect(Number("-1234.5")?.formatted(decimals: 3, separators: .vietnamese) == "-1.234,500")
        #expect(Number(Int64.min).formatted(decimals: 0, separators: .english) == "-9,223,372,036,854,775,808")
        #expect(Number("0.000000000000000001")?.description == "0.000000000000000001")
        #expect(
            (0...1_100).map { Number($0).formatted(decimals: 0, separators: .english) }
                == (0...1_100).map {
                    $0 < 1000 ? "\($0)" : "1,\("\($0)".suffix(3))"
                })
        #expect(Number("-0.004")?.formatted(decimals: 2, separators: .plain) == "0.00")
        #expect(Number("2.5")?.rounded(to: 0, .halfEven) == 2)
        #expect(Number("2.5")?.rounded(to: 0) == 3)
        #expect(Number("-2.5")?.rounded(to: 0) == -3)
    }
}
