/// Random sentences that change units in time and define what there was not, many of them refused.
extension RandomChanges {
    /// The commands of which every long run must have had some.
    static let kinds = [
        "rename unit", "change unit", "move unit", "close unit", "reopen unit", "merge units", "split unit",
        "define element", "define indicator", "define rule", "set baseline", "set target", "group unit", "set owner",
        "save mapping", "mark figure", "record disaggregation", "record figure", "log training", "amend training",
        "retract figure", "register unit",
    ]

    /// What becomes of a unit.
    mutating func structure() -> String {
        let (unit, other, new) = ("U\(random.below(5))", "U\(random.below(5))", "M\(random.below(4))")
        let day = "2025-\(["10", "11", "12"][random.below(3)])-\(["01", "10", "20"][random.below(3)])"
        let name = ["\"THPT Một\"", "\"THPT Hai\"", "\"TH Ba\""][random.below(3)]
        switch random.below(12) {
        case 0, 1: return "rename unit \(unit) \(name) on: \(day)"
        case 2: return "change unit \(unit) place: \(name) on: \(day)"
        case 3, 4: return "move unit \(unit) under: \(["S", "X"][random.below(2)]) on: \(day)"
        case 5: return "close unit \([unit, new][random.below(2)]) on: \(day)"
        case 6, 7: return "reopen unit \([unit, new][random.below(2)]) on: \(day)"
        case 8: return "merge units [\(unit), \(other)] into: \(new) name: \(name) kind: thpt under: S on: \(day)"
        case 9: return "merge units [\(unit)] into: \(other) on: \(day)"
        case 10: return "split unit \(unit) into: [\(unit), \(new)] names: [\(name)] shares: [3, 2] on: \(day)"
        default: return "split unit \(unit) into: [\(other), \(new)] names: [\(name)] on: \(day)"
        }
    }

    /// What is defined, labelled or marked.
    mutating func definition() -> String {
        let (unit, code, year) = ("U\(random.below(5))", random.below(4), 2020 + random.below(5))
        switch random.below(8) {
        case 0: return "define element d\(code) \"D\" type: people over-time: last over-units: sum by: [\"a\", \"b\"]"
        case 1:
            return
                "record disaggregation d\(code) unit: \(unit) period: 2025 category: \"a\" total: \(5 + code) women: 2"
        case 2:
            return "define rule R\(code) \"A\" vi: \"A\" left: \"e0\" operator: at-least right: \"women(e\(code))\" "
                + "instruction: \"Count\" instruction-vi: \"Đếm\""
        case 3: return "set baseline I\(code) year: \(year) value: 2\(code) source: \"x\" confidence: local"
        case 4: return "mark figure e0 unit: \(unit) period: 2025 as: follow-up note: \"Sao?\""
        case 5: return "group unit \(unit) as: islands from: \(year)-01-01"
        case 6: return "set owner \(unit) as: private from: \(year)-01-01"
        default: return "save mapping form-\(code) lines: ['text \"-\" -> \(code)', 'unit \"A\" -> \(unit)']"
        }
    }
}
