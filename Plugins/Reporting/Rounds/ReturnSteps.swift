import Commands
import Database
import Diagnostics
import Programme
import Values

// What is done with returns. None of it is done in a round that is closed.
extension Round {
    /// The return that a unit owes in an open round; refused for a unit that owes none.
    func openReturn(of unit: UnitCode, _ session: Session) throws -> UnitReturn {
        try refuseClosed()
        guard let found = try unitReturn(of: Units(session).id(of: unit), session) else {
            throw Diagnostic.returnNotOwed(unit.code, self)
        }
        return found
    }

    /// Notes that a return came in, or came in again after it was sent back; refused when it is there already.
    func receive(_ owed: UnitReturn, on day: Day, note: String? = nil, _ session: Session) throws {
        guard let receipt = owed.receipt else {
            return try keep(
                UnitReturn.Receipt(
                    id: 0, received: day, again: nil, step: .received, decided: nil, comments: nil, note: note),
                of: owed.unit, session)
        }
        guard receipt.step == .sentBack, let sentBack = receipt.decided else {
            throw Diagnostic.returnDoubled(owed.unit.code, receipt, code)
        }
        guard day >= sentBack else { throw Diagnostic.beforeStep(owed.unit.code, sentBack, "on") }
        try succeed(receipt, of: owed.unit, .received, again: day, note: note ?? receipt.note, session)
    }

    /// Puts the next step of a return on record.
    func succeed(
        _ receipt: UnitReturn.Receipt, of unit: OfficeUnit, _ step: UnitReturn.Step, again: Day? = nil,
        decided: Day? = nil, comments: String? = nil, note: String? = nil, _ session: Session
    ) throws {
        try session.database.execute(
            "UPDATE reporting_return SET retired = \(session.entry) WHERE id = \(receipt.id) AND retired IS NULL")
        try keep(
            UnitReturn.Receipt(
                id: 0, received: receipt.received, again: again ?? receipt.again, step: step, decided: decided,
                comments: comments, note: note ?? receipt.note),
            of: unit, session)
    }

    private func keep(_ receipt: UnitReturn.Receipt, of unit: OfficeUnit, _ session: Session) throws {
        try session.database.execute(
            """
            INSERT INTO reporting_return (round, unit, received, note, state, again, decided, comments, recorded)
            VALUES (\(id), \(unit.id), \(receipt.received), \(receipt.note), \(receipt.step), \(receipt.again),
                \(receipt.decided), \(receipt.comments), \(session.entry))
            """)
    }

    /// What came in of a unit and can be decided on; refused when nothing did, when it was sent back and has not come
    /// again, and on a day before it came.
    func decidable(_ owed: UnitReturn, on day: Day, _ session: Session) throws -> UnitReturn.Receipt {
        try refuseFuture(day, "on", session)
        guard let receipt = owed.receipt else { throw Diagnostic.returnNotReceived(owed.unit.code, code) }
        if receipt.step == .sentBack { throw Diagnostic.returnSentBack(owed.unit.code, receipt, code) }
        let came = receipt.again ?? receipt.received
        guard day >= came else { throw Diagnostic.beforeStep(owed.unit.code, came, "on") }
        return receipt
    }
}

extension Diagnostic {
    static func noRound(_ code: String) -> Diagnostic {
        Diagnostic(
            .unknownCode,
            Text("There is no round with the code ‘\(code)’.", vi: "Không có đợt báo cáo nào mang mã ‘\(code)’."),
            subject: "round")
    }

    static func returnNotOwed(_ unit: String, _ round: Round) -> Diagnostic {
        Diagnostic(
            .returnNotOwed,
            Text(
                "\(unit) owes no return in \(round.code).",
                vi: "\(unit) không phải nộp báo cáo trong đợt \(round.code)."),
            subject: "unit",
            notes: [
                Text(
                    "The units are those that are open on \(round.unitsDay), of the kinds asked, under the caller; "
                        + "‘list returns \(round.code)’ shows them.",
                    vi: "Đơn vị phải nộp là đơn vị đang hoạt động ngày "
                        + "\(round.unitsDay.formatted(in: .vietnamese)), đúng loại, thuộc cơ quan yêu cầu; "
                        + "gõ ‘list returns \(round.code)’ để xem.")
            ])
    }

    static func returnDoubled(_ unit: String, _ receipt: UnitReturn.Receipt, _ round: String) -> Diagnostic {
        let day = receipt.again ?? receipt.received
        return Diagnostic(
            .returnDoubled,
            Text(
                "The return of \(unit) came in on \(day).",
                vi: "Báo cáo của \(unit) đã nhận ngày \(day.formatted(in: .vietnamese))."),
            subject: "unit",
            notes: [
                Text(
                    "‘send back return \(round) unit: \(unit) with: \"…\"’ asks for another one.",
                    vi: "Muốn đơn vị nộp lại, gõ ‘send back return \(round) unit: \(unit) with: \"…\"’.")
            ])
    }

    fileprivate static func returnNotReceived(_ unit: String, _ round: String) -> Diagnostic {
        Diagnostic(
            .returnNotReceived,
            Text("No return of \(unit) has come in.", vi: "Chưa nhận được báo cáo của \(unit)."), subject: "unit",
            notes: [
                Text(
                    "‘submit return \(round) unit: \(unit)’ records it.",
                    vi: "Gõ ‘submit return \(round) unit: \(unit)’ để ghi nhận.")
            ])
    }

    fileprivate static func returnSentBack(_ unit: String, _ receipt: UnitReturn.Receipt, _ round: String)
        -> Diagnostic
    {
        let day = receipt.decided ?? receipt.received
        return Diagnostic(
            .returnSentBack,
            Text(
                "The return of \(unit) was sent back on \(day) and has not come again.",
                vi: "Báo cáo của \(unit) đã trả lại ngày \(day.formatted(in: .vietnamese)) và chưa nộp lại."),
            subject: "unit",
            notes: [
                Text(
                    "‘submit return \(round) unit: \(unit)’ records the new one.",
                    vi: "Gõ ‘submit return \(round) unit: \(unit)’ để ghi nhận bản mới.")
            ])
    }

    fileprivate static func beforeStep(_ unit: String, _ day: Day, _ argument: String) -> Diagnostic {
        Diagnostic(
            .beforeStep,
            Text(
                "That is before the last step with the return of \(unit), on \(day).",
                vi: "Ngày này trước bước gần nhất của báo cáo \(unit) (\(day.formatted(in: .vietnamese)))."),
            subject: argument)
    }
}

extension Diagnostic.Code {
    /// A return of a unit that owes none.
    static let returnNotOwed: Self = "return-not-owed"
    /// A return that has come in already.
    static let returnDoubled: Self = "return-doubled"
    /// A decision on a return that has not come in.
    static let returnNotReceived: Self = "return-not-received"
    /// A decision on a return that was sent back and has not come again.
    static let returnSentBack: Self = "return-sent-back"
    /// A step with a return on a day before the step in front of it.
    static let beforeStep: Self = "before-step"
}
