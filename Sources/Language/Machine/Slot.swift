import Tables
import Values

/// A register for a plain value: sixteen bytes without a tag, since the checker knows the type of every register.
struct Slot {
    /// The digits of a number, percent or amount; the days of a date; 1 for yes and 0 for no.
    var mantissa: Int64
    /// The count of decimals; for a missing value 128 and its reason.
    var meta: UInt64

    /// What is added to the reason of a missing value.
    static let missingMark: UInt64 = 0x80
    static let yes = Slot(mantissa: 1, meta: 0)
    static let no = Slot(mantissa: 0, meta: 0)
    static let empty = Slot(.empty)

    @inline(__always)
    init(mantissa: Int64, meta: UInt64) {
        self.mantissa = mantissa
        self.meta = meta
    }

    init(_ number: Number) {
        self.init(mantissa: number.mantissa, meta: UInt64(number.decimals))
    }

    init(_ reason: Missing) {
        self.init(mantissa: 0, meta: Slot.missingMark | UInt64(reason.number))
    }

    /// Why there is no value; `nil` where there is one.
    var missing: Missing? {
        guard meta >= Slot.missingMark else { return nil }
        return Missing(number: UInt8(truncatingIfNeeded: meta & 0x7F)) ?? .empty
    }

    /// The number; it has no meaning where the value is missing.
    var number: Number { Number(scaled: mantissa, decimals: UInt8(truncatingIfNeeded: meta & 0x1F)) }
}

/// The types whose values fit a slot.
enum SlotKind: Int32, CaseIterable {
    case number, percent, money, date, yesNo

    init?(_ type: ValueType?) {
        switch type {
        case .number?: self = .number
        case .percent?: self = .percent
        case .money?: self = .money
        case .date?: self = .date
        case .yesNo?: self = .yesNo
        default: return nil
        }
    }

    var type: ValueType {
        switch self {
        case .number: .number
        case .percent: .percent
        case .money: .money
        case .date: .date
        case .yesNo: .yesNo
        }
    }

    /// The value that a slot of this kind holds.
    func value(_ slot: Slot) -> Value {
        if let reason = slot.missing { return .missing(reason) }
        return switch self {
        case .number: .number(slot.number)
        case .percent: .percent(slot.number)
        case .money: .money(slot.mantissa)
        case .date: .date(Day(number: Int32(clamping: slot.mantissa)))
        case .yesNo: .yesNo(slot.mantissa != 0)
        }
    }

    /// The slot that holds a value; `nil` for a value of another kind.
    func slot(_ value: Value) -> Slot? {
        switch (self, value) {
        case (_, .missing(let reason)): Slot(reason)
        case (.number, .number(let number)), (.percent, .percent(let number)): Slot(number)
        case (.money, .money(let amount)): Slot(mantissa: amount, meta: 0)
        case (.date, .date(let day)): Slot(mantissa: Int64(day.number), meta: 0)
        case (.yesNo, .yesNo(let yes)): yes ? .yes : .no
        default: nil
        }
    }
}
