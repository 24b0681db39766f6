import TestSupport
import Values

/// Writes random expressions of a type over columns, as a user could type them.
struct ExpressionMaker {
    let schema: Schema

    func text(_ type: ValueType, _ depth: Int, _ random: inout Dice) -> String {
        let columns = schema.columns.filter { $0.type == type }.map(\.name)
        guard depth > 0 else {
            return columns.isEmpty || random.below(3) == 0 ? literal(type, &random) : random.pick(columns)
        }
        let shapes = shapes(type)
        guard !shapes.isEmpty, random.below(5) > 0 else { return text(type, 0, &random) }
        let (pattern, parts) = random.pick(shapes)
        var result = ""
        var rest = parts[...]
        for character in pattern {
            if character == "_", let part = rest.popFirst() {
                result += text(part, depth - 1, &random)
            } else {
                result.append(character)
            }
        }
        return result
    }

    private func literal(_ type: ValueType, _ random: inout Dice) -> String {
        switch type {
        case .number: "\(random.below(50)).\(random.below(9) + 1)"
        case .percent: "\(random.below(100))%"
        case .money: "\(random.below(9000)) đ"
        case .date: "2025-0\(random.below(9) + 1)-1\(random.below(9))"
        case .period: random.pick(["2025-Q1", "2025-03", "2024-2025", "2025-H2"])
        case .time: "\(random.below(20)) \(random.pick(["d", "w"]))"
        case .yesNo: random.pick(["yes", "no"])
        default: random.pick(["\"an\"", "\"Đặng\"", "\"\""])
        }
    }

    private func shapes(_ type: ValueType) -> [(String, [ValueType])] {
        switch type {
        case .number:
            [
                ("(_ + _)", [.number, .number]), ("(_ - _)", [.number, .number]), ("(_ * _)", [.number, .number]),
                ("(_ / _)", [.number, .number]), ("(_ * _)", [.percent, .number]), ("(_ / _)", [.money, .money]),
                ("-(_)", [.number]), ("abs(_)", [.number]), ("round(_, 1)", [.number]), ("floor(_)", [.number]),
                ("ceiling(_)", [.number]), ("min(_, _)", [.number, .number]), ("max(_, _)", [.number, .number]),
                ("if(_, _, _)", [.yesNo, .number, .number]), ("if-missing(_, _)", [.number, .number]),
                ("length(_)", [.text]), ("number(_)", [.text]), ("weekday(_)", [.date]), ("quarter(_)", [.period]),
                ("remainder(_, _)", [.number, .number]), ("days-between(_, _)", [.date, .date]),
                ("(_ / _)", [.time, .time]), ("double(_)", [.number]),
            ]
        case .percent:
            [
                ("(_ + _)", [.percent, .percent]), ("(_ * _)", [.percent, .percent]), ("(_ / _)", [.percent, .number]),
                ("share(_, _)", [.number, .number]), ("share(_, _)", [.money, .money]), ("round(_, 1)", [.percent]),
                ("floor(_)", [.percent]), ("if(_, _, _)", [.yesNo, .percent, .percent]),
            ]
        case .money:
            [
                ("(_ + _)", [.money, .money]), ("(_ - _)", [.money, .money]), ("(_ * _)", [.money, .number]),
                ("(_ / _)", [.money, .number]), ("(_ * _)", [.percent, .money]), ("(_ / _)", [.money, .percent]),
                ("round(_, -3)", [.money]), ("abs(_)", [.money]), ("max(_, _)", [.money, .money]),
            ]
        case .date:
            [
                ("(_ + 3 d)", [.date]), ("(_ - 2 w)", [.date]), ("first-day(_)", [.period]), ("last-day(_)", [.period]),
                ("date(2025, 3, 14)", []), ("if-missing(_, _)", [.date, .date]),
            ]
        case .period: [("period-of(_, quarter)", [.date]), ("if(_, _, _)", [.yesNo, .period, .period])]
        case .time:
            [("(_ - _)", [.date, .date]), ("(_ + _)", [.time, .time]), ("(_ * 2)", [.time]), ("-(_)", [.time])]
        case .text:
            [
                ("upper(_)", [.text]), ("fold(_)", [.text]), ("trim(_)", [.text]), ("text(_)", [.number]),
                ("replace(_, _, _)", [.text, .text, .text]), ("join(split(_, _), _)", [.text, .text, .text]),
                ("if(_, _, unit)", [.yesNo, .text]), ("\"a {unit} b\"", []),
            ]
        case .yesNo: conditions
        default: []
        }
    }

    private var conditions: [(String, [ValueType])] {
        [
            ("(_ and _)", [.yesNo, .yesNo]), ("(_ or _)", [.yesNo, .yesNo]), ("(not _)", [.yesNo]),
            ("_ < _", [.number, .number]), ("_ >= _", [.money, .money]), ("_ = _", [.date, .period]),
            ("_ != _", [.text, .text]), ("_ between n and _", [.number, .number]), ("status = behind", []),
            ("status not in [behind, achieved]", []), ("unit = HP-001", []), ("_ is missing", [.percent]),
            ("_ is not empty", [.text]), ("_ matches \"*a*\"", [.text]), ("_ in [_, _]", [.number, .number, .number]),
            ("_ <= _", [.period, .period]), ("_ < _", [.time, .time]), ("contains(_, _)", [.text, .text]),
            ("on in [2024, 2025-03]", []), ("why-missing(n) = withheld", []),
        ].map { ("(" + $0.0 + ")", $0.1) }
    }
}
