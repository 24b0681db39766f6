import Commands
import Documents
import Programme
import Values

/// What a unit is, who manages it, and how it stands with its returns.
struct UnitFacts {
    private let session: Session
    private let request: ReportRequest

    init(_ session: Session, _ request: ReportRequest) throws {
        self.session = session
        self.request = request
    }

    /// The section of the unit's report.
    func blocks() throws -> [Block] {
        let unit = request.unit
        let manager = try unit.manager.flatMap { try Units(session).unit($0) }
        var fields = [Field(Text("Kind", vi: "Loại hình"), words: unit.kind.meaning)]
        if let manager { fields.append(Field(Text("Managed by", vi: "Đơn vị quản lý"), .text(manager.name))) }
        if let place = unit.place { fields.append(Field(Text("Place", vi: "Địa bàn"), .text(place))) }
        return [.fields(fields)] + (try returns())
    }

    private func returns() throws -> [Block] {
        let items = try Round.all(session).compactMap { round -> RichText? in
            guard request.period.contains(round.period),
                let owed = try round.unitReturn(of: request.unit.id, session)
            else { return nil }
            return RichText(sentence(round, owed))
        }
        guard !items.isEmpty else { return [] }
        return [
            .paragraph(RichText(Text("Returns:", vi: "Báo cáo định kỳ:"))), .items(items, numbered: false),
        ]
    }

    private func sentence(_ round: Round, _ owed: UnitReturn) -> Text {
        let state = owed.state(on: session.today).meaning
        let until = Text(
            "by \(owed.lastDay.formatted(in: .english))", vi: "hạn hết ngày \(owed.lastDay.formatted(in: .vietnamese))")
        guard let receipt = owed.receipt else {
            return Text(
                "\(round.name): \(state.english) (\(until.english)).",
                vi: "\(round.name): \(state.vietnamese) (\(until.vietnamese)).")
        }
        let (day, when) = (receipt.received, owed.submission.meaning)
        let comments = receipt.comments.map { ": \($0)" } ?? ""
        return Text(
            "\(round.name): received on \(day.formatted(in: .english)), \(when.english) (\(until.english)); "
                + "\(state.english)\(comments).",
            vi: "\(round.name): nộp ngày \(day.formatted(in: .vietnamese)), \(when.vietnamese) (\(until.vietnamese)); "
                + "\(state.vietnamese)\(comments).")
    }
}
