import Commands
import Database
import Programme
import Values

/// What packages between offices need to know of rounds.
let roundCall = FigureCall(
    asked: { session, code in
        try Round.all(session, code: code).first.map { round in
            AskedFigures(period: round.period, elements: round.elements)
        }
    },
    returns: { session, code in
        guard let round = try Round.all(session, code: code).first else { return [:] }
        return Dictionary(try round.returns(session).map { ($0.unit.id, $0.received) }) { first, _ in first }
    },
    receive: { session, code, unit, day in
        try Round.all(session, code: code).first?.receive(unit, on: day, session)
    })
