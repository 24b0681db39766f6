import Commands
import Diagnostics
import Values

extension PackageTaking {
    /// The element here, when both offices count it in the same way.
    func element(_ line: FigureLine, isDerived: Bool) throws -> FigureElement {
        guard let description = descriptions[line.element] else {
            throw Refusal(
                why: Text(
                    "The package does not say how ‘\(line.element)’ is counted.",
                    vi: "Gói không cho biết cách tính ‘\(line.element)’."))
        }
        guard let element = elements[line.element] else {
            let near = nearest(to: line.element, among: elements.keys.sorted())
            throw Refusal(
                why: Text("There is no element ‘\(line.element)’ here", vi: "Ở đây không có số liệu ‘\(line.element)’")
                    + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") }
                        ?? Text(verbatim: ".")))
        }
        guard element.isDerived == isDerived, ElementLine(element).rules == description.rules else {
            throw Refusal(
                why: Text(
                    "‘\(line.element)’ is counted otherwise there; see the package’s line ‘\(description.sentence)’.",
                    vi: "Bên gửi tính ‘\(line.element)’ theo cách khác; xem dòng ‘\(description.sentence)’ trong gói."))
        }
        return element
    }

    /// The id of a unit that is the sender or lies under it.
    func unit(_ code: String) throws -> Int64 {
        guard let id = units[code] else {
            let near = nearest(to: code, among: units.keys.sorted())
            throw Refusal(
                why: Text("There is no unit ‘\(code)’ here", vi: "Ở đây không có đơn vị ‘\(code)’")
                    + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") }
                        ?? Text(verbatim: ".")))
        }
        guard scope.contains(id) else {
            throw Refusal(
                why: Text(
                    "\(code) does not lie under \(package.head.from).",
                    vi: "\(code) không thuộc \(package.head.from)."))
        }
        return id
    }

    func check(_ line: FigureLine, _ element: FigureElement, _ unit: Int64) throws {
        let period = package.head.period
        guard element.isDerived ? line.period == period : period.contains(line.period) else {
            throw Refusal(
                why: Text(
                    "\(line.period) lies outside the package’s period \(period).",
                    vi: "\(line.period) nằm ngoài kỳ \(period) của gói."))
        }
        if line.period.first > session.today { throw Refusal(why: Diagnostic.futurePeriod(line.period).message) }
        if let id = element.id, let kind = kinds[id], kind != line.period.kind {
            throw Refusal(why: Diagnostic.wrongPeriodKind(line.element, line.period, kind).message)
        }
        guard spans.isOpen(unit, in: line.period) else {
            throw Refusal(why: Diagnostic.unitNotOpen(line.unit, on: Text(verbatim: "\(line.period)")).message)
        }
        if let fault = line.claim.fault(element) { throw Refusal(why: fault.message) }
    }

    /// Takes note of a return: a day that stands here stays.
    mutating func take(_ line: ReturnLine) throws -> Receipt.Outcome {
        guard line.round == package.head.round else {
            throw Refusal(
                why: Text("The package is not of the round \(line.round).", vi: "Gói không thuộc đợt \(line.round)."))
        }
        let unit = try unit(line.unit)
        let day = line.on ?? session.today
        guard day <= session.today else {
            throw Refusal(
                why: Text("\(day) lies in the future.", vi: "Ngày \(day.formatted(in: .vietnamese)) còn ở phía trước."))
        }
        guard let rule = try Exchange(session).rule(for: line.round)?.rule else {
            throw Refusal(
                why: Text("There is no round ‘\(line.round)’ here.", vi: "Ở đây không có đợt ‘\(line.round)’."))
        }
        let known = try returns ?? rule.returns(session, line.round)
        returns = known
        guard let received = known[unit] else {
            throw Refusal(
                why: Text(
                    "\(line.unit) owes no return in \(line.round).",
                    vi: "\(line.unit) không phải nộp báo cáo trong đợt \(line.round)."))
        }
        if received != nil { return .unchanged }
        do {
            try rule.receive(session, line.round, unit, day)
        } catch let finding as Diagnostic {
            throw Refusal(why: finding.message)
        }
        returns?[unit] = .some(day)
        return .stored
    }
}
