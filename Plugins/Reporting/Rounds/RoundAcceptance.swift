import Programme
import Values

/// Returns of an open round that have come in and are not accepted keep a report of the same period from being printed.
let roundAcceptance = AcceptanceRule { session, request in
    let waiting = try Round.all(session).filter {
        $0.top == request.unit.id && $0.period == request.period && $0.closed == nil
    }.compactMap { round -> Text? in
        let counts = ReturnCounts(try round.returns(session))
        let open = counts.received - counts.accepted
        guard open > 0 else { return nil }
        return Text(
            "\(round.name): \(open) of \(counts.received) returns received are not accepted yet.",
            vi: "\(round.name): còn \(open)/\(counts.received) báo cáo đã nhận nhưng chưa được duyệt.")
    }
    return waiting.isEmpty
        ? nil
        : Text(
            waiting.map(\.english).joined(separator: " "), vi: waiting.map(\.vietnamese).joined(separator: " "))
}
