import Diagnostics
import Syntax
import Values

/// Makes values and trees by chance.
struct Generator {
    private var random = SystemRandomNumberGenerator()

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func one<Element>(_ list: [Element]) -> Element { list[int(0...(list.count - 1))] }

    mutating func text() -> String {
        let letters: [Unicode.Scalar] = [
            "a", "B", "đ", "ẵ", "1", "-", ".", "_", " ", "\"", "'", "\\", "{", "}", "\n", "\r", "\t", "#", "$", ":",
            "\u{0}",
            "\u{301}", "\u{202E}", "\u{FFFD}", "\u{FEFF}", "😀", "|", "(", "u",
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<int(0...6) { scalars.append(one(letters)) }
        return String(scalars)
    }

    mutating func number() -> Number {
        let mantissa = Int64.random(in: -999_999_999_999_999_999...999_999_999_999_999_999, using: &random)
        return Number(mantissa: Int128(mantissa >> int(0...59)), decimals: int(0...9)) ?? .zero
    }

    mutating func value(depth: Int) -> Value {
        switch int(0...(depth > 0 ? 8 : 7)) {
        case 0: .text(text().composed)
        case 1: .number(number())
        case 2: .percent(Number(mantissa: Int128(number().mantissa / 100), decimals: int(0...9)) ?? .zero)
        case 3: .money(Int64(int(-9_999_999_999...9_999_999_999)))
        case 4: .date(Day(number: Int32(int(-700_000...2_900_000))))
        case 5:
            .period(
                Period(one([.half, .quarter, .month, .schoolYear]), containing: Day(number: Int32(int(0...60_000)))))
        case 6: .time(TimeAmount(number(), one(TimeAmount.Unit.allCases)))
        case 7: .yesNo(int(0...1) == 0)
        default: .list((0..<int(0...3)).map { _ in value(depth: depth - 1) })
        }
    }

    private func place(_ kind: Expression.Kind) -> Expression { Expression(kind, SourceSpan(0, 0)) }

    private func word(_ text: String) -> Word { Word(text, SourceSpan(0, 0)) }

    private mutating func leaf() -> Expression {
        switch int(0...5) {
        case 0: place(.column(one(["women", "đơn-vị", "n"])))
        case 1: place(.literal(.number(Number(int(0...99)))))
        case 2: place(.literal(.yesNo(true)))
        case 3: place(.variable(Variable(name: word("x"), fields: [word("y")], span: SourceSpan(0, 0))))
        case 4: place(.string(literal()))
        default: place(.call(word("count"), []))
        }
    }

    private mutating func literal() -> StringLiteral {
        let letters = text().composed
        return StringLiteral(parts: letters.isEmpty ? [] : [.text(letters)], span: SourceSpan(0, 0))
    }

    mutating func expression(depth: Int) -> Expression {
        guard depth > 0 else { return leaf() }
        let left = expression(depth: depth - 1)
        let right = expression(depth: int(0...(depth - 1)))
        switch int(0...11) {
        case 0: return place(.or(left, right))
        case 1: return place(.and(left, right))
        case 2: return place(.not(left))
        case 3: return place(.negative(left))
        case 4, 5: return place(.arithmetic(one([.plus, .minus, .times, .over]), left, right))
        case 6: return place(.comparison(one([.equal, .unequal, .less, .atMost, .more, .atLeast]), left, right))
        case 7: return place(.among(left, [right, leaf()], negated: int(0...1) == 0))
        case 8: return place(.between(left, right, leaf()))
        case 9: return place(.missing(left, empty: int(0...1) == 0, negated: int(0...1) == 0))
        case 10: return place(.matches(left, literal()))
        default: return place(.call(word("share"), [left, right]))
        }
    }
}
