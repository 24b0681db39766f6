import Commands
import Documents
public import Tables
public import Values

/// Results of indicators as a table, and the reservations that belong to it.
public enum IndicatorTable {
    /// The columns.
    public static let columns = Schema([
        ColumnInfo("indicator", .code("indicator"), Text("Indicator", vi: "Mã chỉ tiêu")),
        ColumnInfo("name", .text, Text("Name", vi: "Chỉ tiêu")),
        ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("level", UnitKind.type, Text("Kind", vi: "Loại")),
        ColumnInfo("numerator", .number, Text("Numerator", vi: "Tử số")),
        ColumnInfo("denominator", .number, Text("Denominator", vi: "Mẫu số")),
        ColumnInfo("value", .percent, Text("Value", vi: "Kết quả")),
        ColumnInfo("coverage", .text, Text("Coverage", vi: "Đơn vị có số liệu")),
        ColumnInfo("target", .percent, Text("Target", vi: "Chỉ tiêu")),
        ColumnInfo("target-year", .period, Text("By", vi: "Đến năm")),
        ColumnInfo("gap", .number, Text("Gap", vi: "Chênh lệch")),
        ColumnInfo("status", IndicatorStatus.type, Text("Status", vi: "Đánh giá")),
        ColumnInfo("confidence", Confidence.type, Text("Source", vi: "Độ tin cậy")),
    ])

    /// The results as rows, of the columns that somebody looks at; `nil` for all. A percent is kept exact; other
    /// values and gaps are rounded for show.
    public static func table(
        _ results: [IndicatorResult], _ language: DisplayLanguage, needed: Set<String>? = nil
    ) -> Table {
        var kept = columns.columns.filter { needed?.contains($0.name) ?? true }
        // Without any column nobody would know how many rows there are.
        if kept.isEmpty { kept = [columns.columns[0]] }
        return Table(
            Schema(kept),
            columns: kept.map { info in
                var builder = ColumnBuilder(capacity: results.count)
                for result in results { builder.append(value(info.name, result, language)) }
                return builder.column
            })
    }

    private static func value(_ column: String, _ result: IndicatorResult, _ language: DisplayLanguage) -> Value {
        let indicator = result.indicator
        return switch column {
        case "indicator": .text(indicator.code)
        case "name": .text(indicator.name(in: language))
        case "period": .period(result.period)
        case "unit": result.unit.map { .text($0) } ?? .missing
        case "level": result.level.value
        case "numerator": cell(result.numerator, result)
        case "denominator": result.denominator.map { .number($0) } ?? .missing
        case "value":
            result.value.map {
                indicator.unit.cell(indicator.unit == .percent ? $0 : $0.rounded(to: indicator.decimals))
            }
                ?? .missing(result.absence)
        case "coverage": .text(result.coverage(in: language))
        case "target": result.target.map { indicator.unit.cell(indicator.level($0)) } ?? .missing
        case "target-year": result.target.flatMap { Period(.year, year: $0.year) }.map { .period($0) } ?? .missing
        case "gap": result.gap.map { .number($0.rounded(to: max(2, indicator.decimals))) } ?? .missing
        case "status": result.status.value
        default: result.confidence.value
        }
    }

    private static func cell(_ number: Number?, _ result: IndicatorResult) -> Value {
        number.map { .number($0) } ?? .missing(result.absence)
    }

    /// What must stand beside the results: targets that nobody verified, and why values are not there.
    public static func reservations(_ results: [IndicatorResult]) -> [Text] {
        [unverified(results), incomplete(results), few(results)].compactMap { $0 } + sexes(results) + obstacles(results)
    }

    /// What women and men reach where a target is for each sex; for a few results one by one.
    private static func sexes(_ results: [IndicatorResult]) -> [Text] {
        let apart = results.filter { $0.target?.dimension == .eachSex && $0.value != nil }
        guard apart.count <= 12 else {
            return [
                Text(
                    "\(ordered(apart)): held against a target for each sex is the one that is farther from it.",
                    vi: "\(ordered(apart)): chỉ tiêu tính cho mỗi giới, so với giới còn cách xa hơn.")
            ]
        }
        return apart.map { result in
            let place = [result.indicator.code, "\(result.period)", result.unit, result.level?.rawValue]
                .compactMap(\.self).joined(separator: ", ")
            guard let women = result.women, let men = result.men else {
                return Text(
                    "\(place): the target is for each sex, and too few units tell women and men.",
                    vi: "\(place): chỉ tiêu tính cho mỗi giới mà quá ít đơn vị có số liệu tách nam, nữ.")
            }
            func shown(_ value: Number, _ language: DisplayLanguage) -> String {
                result.indicator.unit.cell(value).written(in: language)
            }
            return Text(
                "\(place): each sex is held against the target; women \(shown(women, .english)), "
                    + "men \(shown(men, .english)).",
                vi: "\(place): chỉ tiêu tính cho mỗi giới; nữ \(shown(women, .vietnamese)), "
                    + "nam \(shown(men, .vietnamese)).")
        }
    }

    private static func unverified(_ results: [IndicatorResult]) -> Text? {
        let codes = ordered(results.filter { $0.target.map { !$0.isOfficial } ?? false })
        guard !codes.isEmpty else { return nil }
        return Text(
            "Not official: the targets of \(codes) were not read in the document itself.",
            vi: "Chưa chính thức: chỉ tiêu của \(codes) chưa được đối chiếu với chính văn bản.")
    }

    private static func incomplete(_ results: [IndicatorResult]) -> Text? {
        let codes = ordered(results.filter { $0.isToDate && $0.value != nil && $0.leftOut.notReported > 0 })
        guard !codes.isEmpty else { return nil }
        return Text(
            "\(codes): a year to date with gaps; units with a missing period are left out of both sides.",
            vi: "\(codes): luỹ kế còn thiếu kỳ; đơn vị thiếu số liệu được bỏ khỏi cả tử số và mẫu số.")
    }

    /// Fewer people than this make a percentage that says little.
    private static let few = Number(10)

    private static func few(_ results: [IndicatorResult]) -> Text? {
        let codes = ordered(
            results.filter { result in
                result.indicator.unit == .percent && result.value != nil
                    && (result.denominator.map { $0 < few } ?? false)
            })
        guard !codes.isEmpty else { return nil }
        return Text(
            "\(codes): a percentage of fewer than \(few) says little; tell the numbers themselves.",
            vi: "\(codes): mẫu số dưới \(few), tỷ lệ phần trăm ít ý nghĩa; nên nêu chính các con số.")
    }

    private static func obstacles(_ results: [IndicatorResult]) -> [Text] {
        var groups: [(obstacle: IndicatorResult.Obstacle, results: [IndicatorResult])] = []
        for result in results {
            guard let obstacle = result.obstacle else { continue }
            if let place = groups.firstIndex(where: { $0.obstacle == obstacle }) {
                groups[place].results.append(result)
            } else {
                groups.append((obstacle, [result]))
            }
        }
        return groups.map { group in
            group.obstacle.reason.map { "\(ordered(group.results)): \($0)" }
        }
    }

    /// The codes of results, each once, in their order.
    private static func ordered(_ results: [IndicatorResult]) -> String {
        var codes: [String] = []
        for result in results where codes.last != result.indicator.code { codes.append(result.indicator.code) }
        return codes.joined(separator: ", ")
    }
}

extension IndicatorResult {
    /// Why a cell is empty.
    var absence: Missing {
        switch obstacle {
        case .belowMinimum: .withheld
        case .noReports: leftOut.withheld > 0 && leftOut.notReported == 0 ? .withheld : .notReported
        case .notYetDue: .notYetDue
        default: .empty
        }
    }
}

extension IndicatorResult.Obstacle {
    /// The reason in words.
    fileprivate var reason: Text {
        switch self {
        case .noFormula:
            Text("has no formula; the office cannot compute it.", vi: "không có công thức; đơn vị không tính được.")
        case .brokenFormula(let why): Text("its formula cannot be read. ", vi: "không đọc được công thức. ") + why
        case .otherPeriod(let length):
            Text(
                "is for a \(length.meaning.english) as a whole.", vi: "chỉ tính cho cả \(length.meaning.vietnamese).")
        case .otherFigures(let element, let kind):
            Text(
                "‘\(element)’ is recorded by \(kind.noun.english) and tells nothing of such a period.",
                vi: "‘\(element)’ ghi theo \(kind.noun.vietnamese) nên không tính được cho kỳ này.")
        case .notYetDue: Text("the period has not ended.", vi: "kỳ báo cáo chưa kết thúc.")
        case .noReports: Text("no unit reported what the formula needs.", vi: "chưa đơn vị nào báo cáo đủ số liệu.")
        case .belowMinimum:
            Text(
                "too few units reported; the value is withheld.",
                vi: "quá ít đơn vị báo cáo nên không đưa ra kết quả.")
        case .divisionByNought: Text("the denominator is 0.", vi: "mẫu số bằng 0.")
        case .notAddable:
            Text("its figures cannot be added over units.", vi: "số liệu không cộng được giữa các đơn vị.")
        case .tooLarge: Text("a number is too large.", vi: "có số quá lớn.")
        }
    }
}
