public import Tables
public import Values

extension Value {
    /// The value as readers see it: Vietnamese or English marks, `42,57 %`, `1.250.000 đ`, `14/03/2025`.
    public func written(in language: DisplayLanguage) -> String {
        switch self {
        case .missing(let reason): reason.mark(in: language)
        case .text(let text): text
        case .number(let number): number.formatted(in: language)
        case .percent(let share): Value.percentage(share, in: language)
        case .money(let amount): Number(amount).formatted(in: language) + " đ"
        case .date(let day): day.formatted(in: language)
        case .period(let period): period.description
        case .time(let time): "\(time.amount.formatted(in: language)) \(time.unit.word(in: language))"
        case .yesNo(let yes): (yes ? Text("yes", vi: "có") : Text("no", vi: "không"))(in: language)
        case .list(let values): values.map { $0.written(in: language) }.joined(separator: ", ")
        case .record(let record):
            zip(record.names, record.values).map { "\($0): \($1.written(in: language))" }.joined(separator: ", ")
        }
    }

    /// The value for machines: plain digits, ISO dates, shares in percent points with a point; missing ones are empty.
    public var plain: String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .number(let number): number.description
        case .percent(let share): share.multiplied(by: 100)?.description ?? share.description
        case .money(let amount): String(amount)
        case .date(let day): day.description
        case .period(let period): period.description
        case .time(let time): time.description
        case .yesNo(let yes): yes ? "yes" : "no"
        case .list(let values): values.map(\.plain).joined(separator: ", ")
        case .record(let record): zip(record.names, record.values).map { "\($0)=\($1.plain)" }.joined(separator: "; ")
        }
    }

    /// A share as a percentage with two decimals at most, rounded half up for show only.
    private static func percentage(_ share: Number, in language: DisplayLanguage) -> String {
        let points = (share.multiplied(by: 100) ?? share).rounded(to: 2)
        let places = points.decimals == 0 ? 0 : 2
        return points.formatted(decimals: places, separators: .of(language)) + " %"
    }
}

extension Table {
    /// The cells of a column as the readers of a paper see them: a word of a list by its meaning, everything else as it
    /// is written. Who types words sees the words themselves.
    public func printed(_ column: Int, in language: DisplayLanguage) -> [String] {
        let values = cells(column)
        guard case .choice(let choices) = schema.columns[column].type else {
            return values.map { $0.written(in: language) }
        }
        let meanings = Dictionary(choices.options.map { ($0.word, $0.meaning(in: language)) }) { first, _ in first }
        return values.map { value in
            guard case .text(let word) = value, let meaning = meanings[word] else { return value.written(in: language) }
            return meaning
        }
    }
}
