import Programme
import Values
import Workbooks

/// Holds the numbers of a form against its rules; a rule of which one row has no number is not asked.
struct AnnexChecks {
    private let layout: AnnexLayout
    private let figures: [String: ReturnedFigure]
    private(set) var findings: [AnnexFinding] = []

    init(_ layout: AnnexLayout, _ figures: [String: ReturnedFigure]) {
        (self.layout, self.figures) = (layout, figures)
        for rule in layout.form.rules {
            switch rule {
            case .within(let parts, let whole): check(parts, within: whole)
            case .atMost(let row, let most): check(row, atMost: most)
            }
        }
    }

    /// Who is counted: all, women, men.
    private func counts(_ code: String) -> [Number?]? {
        guard let figure = figures[code], let total = figure.total else { return nil }
        return [total, figure.women, figure.women.flatMap { total.subtracting($0) }]
    }

    private mutating func check(_ parts: [String], within whole: String) {
        let counted = parts.compactMap(counts)
        guard let all = counts(whole), counted.count == parts.count else { return }
        let names = [Text("all", vi: "tổng số"), Text("women", vi: "nữ"), Text("men", vi: "nam")]
        for (place, name) in names.enumerated() {
            let numbers = counted.compactMap { $0[place] }
            guard numbers.count == parts.count, let sum = Number.sum(numbers), let most = all[place], sum > most else {
                continue
            }
            let list = parts.joined(separator: " + ")
            let column = place == 0 ? AnnexLayout.total : AnnexLayout.women
            findings.append(
                AnnexFinding(
                    code: .annexRule, sheet: layout.form.sheet,
                    cells: parts.map { CellAddress(row: layout.number(of: $0), column: column) },
                    what: Text(
                        "\(list) is \(sum) (\(name.english)), more than \(whole) with \(most).",
                        vi: "\(list) có \(name.vietnamese) là \(sum), lớn hơn mục \(whole) là \(most)."),
                    mend: Text(
                        "These are among \(whole): put right whichever is wrong.",
                        vi: "Các mục này nằm trong mục \(whole): hãy sửa số sai.")))
            return
        }
    }

    private mutating func check(_ row: String, atMost most: Int) {
        guard let total = figures[row]?.total, total > Number(most) else { return }
        findings.append(
            AnnexFinding(
                code: .annexRule, sheet: layout.form.sheet,
                cells: [CellAddress(row: layout.number(of: row), column: AnnexLayout.total)],
                what: Text("\(total) is more than \(most).", vi: "Số \(total) lớn hơn \(most)."),
                mend: Text("A unit has \(most) of these, or 0.", vi: "Mỗi đơn vị chỉ có \(most) hoặc 0.")))
    }
}
