import Commands
import Documents
import Statistics
import Tables
import Values

/// Progress as a table, the farthest from its target first in the column `rank`.
enum ProgressTable {
    static let columns = Schema([
        ColumnInfo("rank", .number, Text("Rank", vi: "Thứ tự")),
        ColumnInfo("indicator", .code("indicator"), Text("Indicator", vi: "Mã chỉ tiêu")),
        ColumnInfo("name", .text, Text("Name", vi: "Chỉ tiêu")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("level", UnitKind.type, Text("Kind", vi: "Loại")),
        ColumnInfo("base-year", .period, Text("From", vi: "Năm gốc")),
        ColumnInfo("baseline", .percent, Text("Baseline", vi: "Số liệu gốc")),
        ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
        ColumnInfo("value", .percent, Text("Value", vi: "Kết quả")),
        ColumnInfo("coverage", .text, Text("Coverage", vi: "Đơn vị có số liệu")),
        ColumnInfo("target-year", .period, Text("By", vi: "Đến năm")),
        ColumnInfo("target", .percent, Text("Target", vi: "Chỉ tiêu")),
        ColumnInfo("gap", .number, Text("Gap", vi: "Chênh lệch")),
        ColumnInfo("pace", .number, Text("A year", vi: "Mỗi năm")),
        ColumnInfo("required-pace", .number, Text("Needed", vi: "Cần mỗi năm")),
        ColumnInfo("ratio", .number, Text("Ratio", vi: "Tỷ số nhịp")),
        ColumnInfo("status", ProgressStatus.type, Text("Status", vi: "Đánh giá")),
        ColumnInfo("confidence", Confidence.type, Text("Source", vi: "Độ tin cậy")),
    ])

    static func table(_ list: [Progress], _ language: DisplayLanguage) -> Table {
        let ranks = ranks(list)
        return Table(columns, rows: list.enumerated().map { row($1, rank: ranks[$0], language) })
    }

    /// The places in the order of the distance from the target, from 1; `nil` where the target is met or unknown.
    static func ranks(_ list: [Progress]) -> [Int?] {
        var ranks = [Int?](repeating: nil, count: list.count)
        let behind = list.indices
            .compactMap { place in list[place].shortfall.flatMap { $0 == .zero ? nil : (place: place, shortfall: $0) } }
            .sorted { ($1.shortfall, $0.place) < ($0.shortfall, $1.place) }
        for (rank, one) in behind.enumerated() {
            let isLevel = rank > 0 && behind[rank - 1].shortfall == one.shortfall
            ranks[one.place] = isLevel ? ranks[behind[rank - 1].place] : rank + 1
        }
        return ranks
    }

    private static func row(_ progress: Progress, rank: Int?, _ language: DisplayLanguage) -> [Value] {
        let (result, target) = (progress.result, progress.target)
        let indicator = result.indicator
        let places = max(2, indicator.decimals)
        func cell(_ level: Number?) -> Value {
            level.map { indicator.unit.cell(indicator.unit == .percent ? $0 : $0.rounded(to: places)) } ?? .missing
        }
        func number(_ number: Number?) -> Value { number.map { .number($0.rounded(to: places)) } ?? .missing }
        func year(_ year: Int?) -> Value { year.flatMap { Period(.year, year: $0) }.map { .period($0) } ?? .missing }
        let ratio = progress.rate.flatMap { Number(rounding: $0.ratio, decimals: 3) }
        return [
            rank.map { .number(Number($0)) } ?? .missing, .text(indicator.code), .text(indicator.name(in: language)),
            result.unit.map { .text($0) } ?? .missing, result.level.value, year(progress.baseline?.year),
            cell(progress.baseline?.level), .period(result.period), cell(progress.held ?? result.value),
            .text(result.coverage(in: language)), year(target?.year), cell(target.map(indicator.level)),
            number(progress.gap),
            number(progress.pace), number(progress.requiredPace), ratio.map { .number($0) } ?? .missing,
            progress.status.value, (target?.confidence ?? indicator.confidence).value,
        ]
    }
}
