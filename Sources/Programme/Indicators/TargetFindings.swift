import Diagnostics
import Values

// What is said of targets.

extension Target {
    /// Refuses a target about a value that does not say how far, and a tolerance of another target.
    func refuseTolerance() throws {
        if comparison == .about, tolerance == nil {
            throw Diagnostic(
                .toleranceNeeded,
                Text("About \(value) does not say how far.", vi: "Chưa nói “khoảng \(value)” được lệch bao nhiêu."),
                subject: "operator",
                notes: [
                    Text(
                        "Add ‘tolerance: 2’: two points, or two of the indicator's unit. The document rarely tells.",
                        vi: "Thêm ‘tolerance: 2’: hai điểm phần trăm hoặc hai đơn vị tính. Văn bản ít khi nêu rõ.")
                ])
        }
        guard let tolerance else { return }
        if comparison != .about {
            throw Diagnostic(
                .toleranceNeeded,
                Text(
                    "Only a target about a value has a tolerance.",
                    vi: "Chỉ mức “khoảng” mới có độ lệch cho phép."), subject: "tolerance",
                notes: [Text("Add ‘operator: about’.", vi: "Thêm ‘operator: about’.")])
        }
        if tolerance.isNegative || tolerance == .zero {
            throw Diagnostic(
                .outOfRange, Text("A tolerance is above 0.", vi: "Độ lệch cho phép phải lớn hơn 0."),
                subject: "tolerance")
        }
    }

    /// Refuses a target for the sexes where the formula does not tell women from men.
    func refuseDimension(of indicator: Indicator, _ catalogue: FormulaCatalogue) throws {
        switch dimension {
        case .total: return
        case .lesserSex where indicator.unit == .percent: return
        case .lesserSex:
            throw Diagnostic(
                .notForEachSex,
                Text(
                    "\(indicator.code) is no share; none of the sexes has the lesser one.",
                    vi: "\(indicator.code) không phải tỷ lệ phần trăm nên không có giới có tỷ lệ thấp hơn."),
                subject: "dimension")
        case .eachSex:
            let reader = FormulaReader(catalogue, indicator: indicator.code, among: indicator.among)
            let above = try indicator.numerator.map { try reader.read($0, "numerator") }
            let below = try indicator.denominator.map { try reader.read($0, "denominator") }
            let readings = (above?.counts ?? []).union(below?.counts ?? []).flatMap(\.readings)
            let isTold = readings.allSatisfy {
                $0.measure == .total && catalogue.elements[$0.element]?.bySex != false
            }
            guard isTold, !readings.isEmpty else { throw notForEachSex(indicator.code) }
        }
    }

    private func notForEachSex(_ code: String) -> Diagnostic {
        Diagnostic(
            .notForEachSex,
            Text(
                "The formula of \(code) cannot be worked out for women and for men by themselves.",
                vi: "Công thức của \(code) không tính riêng được cho nữ và cho nam."), subject: "dimension",
            notes: [
                Text(
                    "It must count people without women(…) or men(…), and every element must be counted by sex. "
                        + "For a share of women write ‘dimension: lesser-sex’.",
                    vi: "Công thức phải đếm người, không dùng women(…) hay men(…), và mọi số liệu phải tách nam, nữ. "
                        + "Với tỷ lệ nữ, ghi ‘dimension: lesser-sex’.")
            ])
    }
}

extension Formula {
    /// The counts that are summed over units; what conditions on units ask stays out.
    fileprivate var counts: Set<FormulaInput> {
        switch self {
        case .number, .units, .yearly: []
        case .input(let input): [input]
        case .negative(let operand), .indicator(_, let operand): operand.counts
        case .arithmetic(_, let left, let right): left.counts.union(right.counts)
        }
    }
}

extension Diagnostic {
    static func operatorNeeded(_ code: String) -> Diagnostic {
        Diagnostic(
            .operatorNeeded,
            Text(
                "The direction of \(code) does not tell how a value is held against a target.",
                vi: "Chiều của \(code) không cho biết cách so sánh với chỉ tiêu."),
            subject: "operator",
            notes: [Text("Add ‘operator: at-least’ or another.", vi: "Hãy thêm ‘operator: at-least’ hoặc cách khác.")])
    }
}

extension Diagnostic.Code {
    /// A target whose comparison nobody has told.
    static let operatorNeeded: Self = "operator-needed"
    /// A target about a value without a tolerance, or a tolerance without such a target.
    static let toleranceNeeded: Self = "tolerance-needed"
    /// A target for each sex on a formula that does not tell them apart.
    static let notForEachSex: Self = "not-for-each-sex"
}
