import Commands
import Database
import Programme
import Values

/// What packages between offices need to know of rounds. A return that was sent back counts as one that has not come.
let roundCall = FigureCall(
    asked: { session, code in
        try Round.all(session, code: code).first.map { round in
            AskedFigures(period: round.period, elements: round.elements)
        }
    },
    returns: { session, code in
        guard let round = try Round.all(session, code: code).first else { return [:] }
        let days = try round.returns(session).map { owed -> (Int64, Day?) in
            (owed.unit.id, owed.receipt.flatMap { $0.step == .sentBack ? nil : $0.again ?? $0.received })
        }
        return Dictionary(days) { first, _ in first }
    },
    receive: { session, code, unit, day in
        guard let round = try Round.all(session, code: code).first else { return }
        try round.refuseClosed()
        guard let owed = try round.unitReturn(of: unit, session) else { return }
        // A package tells the day of the first return also where it brings the second.
        let earliest = owed.receipt?.decided ?? day
        try round.receive(owed, on: max(day, earliest), session)
    })
