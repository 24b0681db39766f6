import Syntax
import Values

/// What stands at the head of a package: whose it is, for whom, and what it tells of.
struct PackageHead: Hashable {
    /// The code of the office that made it.
    let from: String
    /// The code of the office that it is made for.
    let addressee: String
    /// The number of the entry in the sender's journal that notes it.
    let number: Int
    /// When it was made, by the sender's clock.
    let made: Instant
    /// The round that asks for it.
    let round: String?
    /// The period that it tells of.
    let period: Period
    /// The public half of the key that signs it.
    let key: OfficeKey
    /// How many lines it has.
    let lines: Int

    /// The head's lines.
    var text: [String] {
        [
            "from: \(SourceForm.word(from))", "for: \(SourceForm.word(addressee))", "number: \(number)",
            "made: \(made)",
        ] + (round.map { ["round: \(SourceForm.word($0))"] } ?? []) + [
            "period: \(period)", "key: \(key.text)", "lines: \(lines)",
        ]
    }

    /// Reads the lines of a head in the very form in which ``text`` writes them; `nil` for anything else.
    init?(_ lines: ArraySlice<String>) {
        var values: [String: String] = [:]
        for line in lines {
            guard let words = PackageWords("package head " + line), words.labels.count == 1,
                let (label, value) = words.labels.first, values.updateValue(value, forKey: label) == nil
            else { return nil }
        }
        guard let from = values["from"], let addressee = values["for"], let number = values["number"].flatMap(Int.init),
            let made = values["made"].flatMap({ Instant($0) }), let period = values["period"].flatMap({ Period($0) }),
            let key = values["key"].flatMap({ OfficeKey($0) }), let count = values["lines"].flatMap(Int.init),
            number > 0, count >= 0
        else { return nil }
        self.init(
            from: from, addressee: addressee, number: number, made: made, round: values["round"], period: period,
            key: key, lines: count)
        guard text == Array(lines) else { return nil }
    }

    init(
        from: String, addressee: String, number: Int, made: Instant, round: String?, period: Period, key: OfficeKey,
        lines: Int
    ) {
        self.from = from
        self.addressee = addressee
        self.number = number
        self.made = made
        self.round = round
        self.period = period
        self.key = key
        self.lines = lines
    }
}

/// How an element is counted at the sender, so that nobody adds what is not the same.
struct ElementLine: Hashable {
    /// The element's code.
    let code: String
    /// The sentence that defines it, or that names what the sender's records are counted for.
    let sentence: String
    /// What must be the same at both offices: the type and the two rules.
    let rules: [String]

    private static let rulingLabels = ["type", "over-time", "over-units"]

    /// Describes an element.
    init(_ element: FigureElement) {
        code = element.code
        let names = "\(SourceForm.word(element.code)) \(SourceForm.text(element.name.english))"
        guard !element.isDerived else {
            rules = []
            sentence = "derived element \(names)"
            return
        }
        rules = [element.type.rawValue, element.overTime.rawValue, element.overUnits.rawValue]
        let ruling = zip(ElementLine.rulingLabels, rules).map { " \($0): \($1)" }.joined()
        sentence =
            "define element \(names) vi: \(SourceForm.text(element.name.vietnamese))" + ruling
            + (element.bySex.map { " by-sex: \($0 ? "yes" : "no")" } ?? "")
            + (element.every.map { " every: \($0.rawValue)" } ?? "")
    }

    /// Reads a line of the head's second part; `nil` for anything else.
    init?(_ sentence: String) {
        guard let words = PackageWords(sentence), words.places.count == 2, let code = words.places.first,
            words.name == "define element" || words.name == "derived element"
        else { return nil }
        self.code = code
        self.sentence = sentence
        rules = ElementLine.rulingLabels.compactMap { words.labels[$0] }
    }
}
