import Programme
import Values

/// How many of the returns that units owe came in, and when. All counts are over the same units, so that none is
/// larger than what is expected.
struct ReturnCounts: Hashable {
    let expected: Int
    let onTime: Int
    let late: Int
    let sentBack: Int
    let accepted: Int

    /// Counts returns.
    init(_ returns: [UnitReturn]) {
        expected = returns.count
        onTime = returns.count { $0.submission == .onTime }
        late = returns.count { $0.submission == .late }
        sentBack = returns.count { $0.receipt?.step == .sentBack }
        accepted = returns.count { $0.receipt?.step == .accepted }
    }

    /// How many came in.
    var received: Int { onTime + late }

    /// How many did not.
    var none: Int { expected - received }

    /// A count as a share of what is expected; not applicable where nothing is.
    func share(_ count: Int) -> Value {
        guard expected > 0 else { return .missing(.notApplicable) }
        return Number(count).divided(by: Number(expected)).map { .percent($0) } ?? .missing(.notApplicable)
    }

    /// The counts in a sentence: “2 of 3 received, 1 on time”.
    var words: Text {
        let back = sentBack == 0 ? Text(verbatim: "") : Text(", \(sentBack) sent back", vi: ", trả lại \(sentBack)")
        let done = accepted == 0 ? Text(verbatim: "") : Text(", \(accepted) accepted", vi: ", đã duyệt \(accepted)")
        return Text(
            "\(received) of \(expected) received, \(onTime) on time",
            vi: "đã nhận \(received)/\(expected), đúng hạn \(onTime)") + back + done
    }
}
