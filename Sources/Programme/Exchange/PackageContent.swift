import Commands
import Database
import Diagnostics
import Documents
import Journal
import Values

/// What an office tells another: the figures of some elements and a period, of its own unit and those under it.
///
/// Cases, people and the journal have no way into it.
struct PackageContent {
    /// The period.
    let period: Period
    /// The round that asks for it.
    let round: String?
    /// The elements.
    let elements: [FigureElement]
    private let session: Session
    private let units: [OfficeUnit]
    private let returns: [Int64: Day?]

    /// Chooses what a round asks for.
    init(_ session: Session, office: String, round: String, elements: [String]?, period: Period?) throws {
        guard let (rule, asked) = try Exchange(session).rule(for: round) else {
            throw Diagnostic(
                .unknownCode, Text("There is no round ‘\(round)’.", vi: "Không có đợt báo cáo ‘\(round)’."),
                subject: "round")
        }
        guard period == nil, asked.elements.isEmpty || elements == nil else { throw Diagnostic.roundSays(round) }
        guard let codes = elements ?? (asked.elements.isEmpty ? nil : asked.elements) else {
            throw Diagnostic.roundSaysNothing(round)
        }
        try self.init(
            session, office: office, round: round, elements: codes, period: asked.period,
            returns: rule.returns(session, round))
    }

    /// Chooses elements and a period.
    init(_ session: Session, office: String, elements: [String], period: Period) throws {
        try self.init(session, office: office, round: nil, elements: elements, period: period, returns: [:])
    }

    private init(
        _ session: Session, office: String, round: String?, elements: [String], period: Period,
        returns: [Int64: Day?]
    ) throws {
        self.session = session
        self.round = round
        self.period = period
        self.returns = returns
        let known = Elements(session)
        self.elements = try Set(elements).sorted().compactMap { try known.element($0) }
        units = Units.under(office, among: try Units(session).during(period)).sorted { $0.code < $1.code }
        guard units.contains(where: { $0.code == office }) else {
            throw Diagnostic.unitNotOpen(office, on: Text(verbatim: "\(period)"))
        }
    }

    /// The lines: element by element, period by period, unit by unit; the returns behind them.
    func lines(of office: String) throws -> [PackageLine] {
        var lines: [PackageLine] = []
        for element in elements {
            if let id = element.id {
                lines += try recorded(element.code, id).map { .recorded($0) }
            } else {
                lines += try derived(element.code).map { .derived($0) }
            }
        }
        guard let round else { return lines }
        for unit in units {
            guard let day = returns[unit.id] else { continue }
            if let day {
                lines.append(.returned(ReturnLine(round: round, unit: unit.code, on: day)))
            } else if unit.code == office {
                // The package is the return.
                lines.append(.returned(ReturnLine(round: round, unit: unit.code, on: nil)))
            }
        }
        return lines
    }

    /// Writes the package and notes it in the journal, both or neither.
    func make(
        for addressee: String, by office: String, _ signer: PackageSigner, to path: String
    ) throws -> Document {
        try session.together {
            let lines = try lines(of: office)
            let head = PackageHead(
                from: office, addressee: addressee, number: try session.journal.nextNumber(), made: session.now,
                round: round, period: period, key: signer.publicKey, lines: lines.count)
            let package = try Package(head, elements.map { ElementLine($0) }, lines, signer: signer)
            try session.write(package.bytes, to: path)
            var document = try session.perform("note package", NotedPackage.values(of: package))
            document.blocks.insert(
                .message(
                    RichText(
                        Text(
                            "Wrote \(path): \(lines.count) line\(lines.count == 1 ? "" : "s") for \(addressee).",
                            vi: "Đã ghi \(path): \(lines.count) dòng gửi \(addressee)."), .success), remark: nil),
                at: 0)
            return document
        }
    }

    private func recorded(_ code: String, _ id: Int64) throws -> [FigureLine] {
        let codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
        var lines: [FigureLine] = []
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state FROM figure
            WHERE element = \(id) AND period IN (\(list: period.allParts)) AND \(session.visible())
            """
        ) { row in
            guard let unit = codes[try row.value(0)] else { return }
            lines.append(
                FigureLine(
                    element: code, unit: unit, period: try row.value(1),
                    claim: FigureClaim(total: try row.value(2), women: try row.value(3), state: try row.value(4))))
        }
        return lines.sorted { ($0.period, $0.unit) < ($1.period, $1.unit) }
    }

    private func derived(_ code: String) throws -> [FigureLine] {
        let figures = try Elements(session).figures(derivedAs: code, period)
        return units.compactMap { unit in
            figures[unit.id].map { figure in
                FigureLine(
                    element: code, unit: unit.code, period: period,
                    claim: FigureClaim(total: figure.total, women: figure.women))
            }
        }
    }
}

extension Period {
    /// The period itself and every period inside it.
    var allParts: [Period] { Kind.allCases.flatMap { parts($0) } }
}

extension Diagnostic {
    fileprivate static func roundSays(_ round: String) -> Diagnostic {
        Diagnostic(
            .packageUnclear,
            Text(
                "The round \(round) says itself what it asks for.",
                vi: "Đợt báo cáo \(round) đã quy định kỳ và số liệu cần gửi."),
            subject: "round",
            notes: [Text("Leave ‘period:’ and ‘elements:’ out.", vi: "Hãy bỏ ‘period:’ và ‘elements:’.")])
    }

    fileprivate static func roundSaysNothing(_ round: String) -> Diagnostic {
        Diagnostic(
            .packageUnclear,
            Text(
                "The round \(round) does not say which elements it asks for.",
                vi: "Đợt báo cáo \(round) không nêu loại số liệu cần gửi."),
            subject: "round",
            notes: [
                Text(
                    "Name them here, such as elements: [staff, trainings].",
                    vi: "Hãy nêu tại đây, ví dụ elements: [staff, trainings].")
            ])
    }
}

extension Diagnostic.Code {
    /// It is not said, or said twice, what a package is to tell.
    static let packageUnclear: Self = "package-unclear"
}
