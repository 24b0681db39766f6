import Commands
import Database
import Values

/// The trainings of the list and those that a sheet has brought so far, as far as a row must know of them.
///
/// A unit, a day and a topic stand as one number, and the details as another. Rows of the same first number that differ
/// in the second need not be twins: the list itself is asked of them.
struct KnownTrainings {
    private var seen: [Int: Seen] = [:]
    /// The codes that the list has and that rows gave, with the numbers of their trainings.
    private var codes: [String: Int] = [:]
    /// The number of the last code that was made, and that of the first.
    private var number: Int64
    private let first: Int64

    private struct Seen {
        let details: Int
        /// The line of the sheet; nought for one of the list.
        let line: Int32
    }

    /// What is known of a training of the same unit, day and topic.
    enum Twin {
        case none
        /// It says the same; the line is nought where it stands in the list.
        case same(line: Int)
        /// It differs, or only seems to be one.
        case differing
    }

    /// Reads the list; so many more will come.
    init(_ session: Session, more: Int) throws {
        number = try session.database.nextID(in: "training") - 1
        first = number + 1
        seen.reserveCapacity(min(more, 1 << 20))
        var (seen, codes) = (seen, codes)
        self.seen = [:]
        try session.database.forEach(
            """
            SELECT code, unit, day, topic, hours, women, men, audience, trainers, cost FROM training
            WHERE \(session.visible())
            """
        ) { row in
            let key = TrainingRow.key(try row.value(1), try row.value(2), try row.text(3))
            let details = TrainingRow.details(
                try row.value(4), try row.value(5), try row.value(6), try row.value(7), try row.value(8),
                try row.value(9))
            seen[key] = Seen(details: details, line: 0)
            codes[try row.text(0)] = key
        }
        (self.seen, self.codes) = (seen, codes)
    }

    /// What is known of a training of the same unit, day and topic as that of a row.
    func twin(of training: TrainingRow) -> Twin {
        let key = training.key
        guard let twin = seen[key] else { return .none }
        let isCodeSame = training.given.map { codes[$0] == key } ?? true
        return twin.details == training.details && isCodeSame ? .same(line: Int(twin.line)) : .differing
    }

    /// Takes a training in and gives its code; `nil` where the row gives one that another training has.
    mutating func take(_ training: TrainingRow) -> String? {
        let key = training.key
        if let given = training.given {
            guard codes[given] == nil, !isMade(given) else { return nil }
            codes[given] = key
        }
        seen[key] = Seen(details: training.details, line: Int32(clamping: training.line))
        return training.given ?? nextCode()
    }

    /// Forgets which trainings there are, but not their codes.
    mutating func forgetTwins() { seen = [:] }

    private mutating func nextCode() -> String {
        while true {
            number += 1
            let code = Trainings.code(number)
            // Those made here only grow; what rows bring is remembered.
            if codes[code] == nil { return code }
        }
    }

    /// Whether a code was made for an earlier row.
    private func isMade(_ code: String) -> Bool {
        guard let made = Int64(code.dropFirst(3)), first <= made, made <= number else { return false }
        return Trainings.code(made) == code
    }
}
