import Commands
import Tables
import Values

/// Results as columns, gathered without a value for every cell: for the many that a pipeline takes further.
struct PackedTable {
    private let results: [[PackedResults]]
    private let counts: [[Int]]
    private let rowCount: Int

    /// The columns that are gathered so; whoever needs another gets them from the results one by one.
    private static let known: Set<String> = ["indicator", "name", "period", "unit", "value"]

    /// Prepares the columns; `nil` where they need the results one by one.
    init?(_ results: [[PackedResults?]], _ request: IndicatorRequest, needed: Set<String>) {
        let names = IndicatorTable.columns.columns.map(\.name).filter { needed.contains($0) }
        guard request.division == .tree || request.division == .unit, PackedTable.known.isSuperset(of: names) else {
            return nil
        }
        let all = results.map { $0.compactMap(\.self) }
        guard zip(all, results).allSatisfy({ $0.count == $1.count }),
            all.allSatisfy({ $0.allSatisfy { $0.indicator.unit == .percent } })
        else { return nil }
        self.results = all
        counts = all.map { $0.map(\.headCount) }
        rowCount = counts.reduce(0) { $0 + $1.reduce(0, +) }
    }

    /// The table of the needed columns; `nil` where a value has another form than the rest.
    func table(_ needed: Set<String>, _ language: DisplayLanguage) -> Table? {
        var kept = IndicatorTable.columns.columns.filter { needed.contains($0.name) }
        if kept.isEmpty { kept = [IndicatorTable.columns.columns[0]] }
        let columns = kept.map { column($0.name, language) }
        let there = columns.compactMap(\.self)
        return there.count == kept.count ? Table(Schema(kept), columns: there) : nil
    }

    private func column(_ name: String, _ language: DisplayLanguage) -> Column? {
        switch name {
        case "indicator": texts { $0.code }
        case "name": texts { $0.name(in: language) }
        case "period": Column(.words(repeated { $0.period.word }, .period))
        case "unit": units
        default: values
        }
    }

    private func texts(_ text: (Indicator) -> String) -> Column {
        var pool = TextPoolBuilder()
        let places = repeated { pool.place(of: text($0.indicator)) }
        return Column(.texts(places, TextPool(distinct: pool.texts)))
    }

    /// What is the same for all results of an indicator and a period, for each of them.
    private func repeated<Cell>(_ cell: (PackedResults) -> Cell) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(rowCount)
        for (row, counts) in zip(results, counts) {
            for (result, count) in zip(row, counts) {
                cells.append(contentsOf: repeatElement(cell(result), count: count))
            }
        }
        return cells
    }

    private var units: Column {
        var pool = TextPoolBuilder()
        var places: [Int32] = []
        places.reserveCapacity(rowCount)
        for result in results.joined() { result.forEachHead { places.append(pool.place(of: $1)) } }
        return Column(.texts(places, TextPool(distinct: pool.texts)))
    }

    private var values: Column? {
        var words: [Int64] = []
        words.reserveCapacity(rowCount)
        var reasons = MissingReasons()
        for result in results.joined() {
            guard result.append(to: &words, &reasons) else { return nil }
        }
        return Column(.words(words, .percent(decimals: 18)), reasons: reasons.numbers(words.count))
    }
}
