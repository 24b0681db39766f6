/// One instruction: what to do, and up to three operands whose meaning the operation tells.
struct Instruction {
    let operation: Operation
    var a: Int32
    var b: Int32
    var c: Int32

    init(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        self.operation = operation
        self.a = Int32(clamping: a)
        self.b = Int32(clamping: b)
        self.c = Int32(clamping: c)
    }
}

/// What an instruction does. `a` is where the result goes, unless said otherwise; jumps go to `c`.
enum Operation: UInt8, CaseIterable {
    // Slots.
    case move, load, box
    // Arithmetic on slots.
    case add, addImmediate, subtract, multiply, divide, negate
    /// Money by a factor or divisor; `moneyTimes` has the money on its right side.
    case multiplyMoney, moneyTimes, divideMoney
    // Jumps, taken unless the comparison of `a` and `b` holds; the second six compare with the number `b` itself.
    case jump
    case unlessEqual, unlessUnequal, unlessLess, unlessAtMost
    case unlessEqualTo, unlessUnequalTo, unlessLessThan, unlessAtMostTo, unlessMoreThan, unlessAtLeastTo
    case unlessYes, unlessMissing
    /// Like `unlessMissing`, for the reason “empty” alone.
    case unlessEmpty
    // Loops. `forBegin` finds first, last and step in four slots from `a`, and leaves rounds, value and step.
    case forBegin, forStep, loopBegin, loopStep
    /// The cell of a loop's row: loop `b`, column `c`.
    case cell, cellDatum
    /// What loop `b` has come to: an element of its list or the record of its row; `c` is the kind of slot.
    case element, elementDatum
    // Data: texts, lists, records, tables and what has no known type.
    case moveDatum, loadDatum
    /// A text of `c` pieces from `b` on; `append` puts them behind the text that is there.
    case write, append
    // Calls: the window of `c` begins at slot `a` and datum `b`; its result is found there.
    case call, giveBack
    /// Gives back slot `a`, or datum `a` where `b` is 1, from code that has used data.
    case leave
    // What is done outside: `a` says what. `block` runs what follows it, up to `stop`, and goes on at `c`.
    case host, block, stop
    /// The name with number `a` now holds for the lines that follow this text.
    case keep
    /// A statement begins, which whoever watches may leave out; it has ended.
    case observe, observed
}

/// What an operand of an instruction means.
enum Operand {
    case unused, slot, datum, constant, value, piece, pieceCount, loop, column, kind, code, host, name, jump, number,
        flag
    /// The first of several slots: those of a counted loop, those of a loop over rows.
    case countSlots, rowSlots
    /// Where the window of a called function begins.
    case slotWindow, datumWindow
}

extension Operation {
    /// What its operands mean, by which every chunk is verified.
    var operands: (a: Operand, b: Operand, c: Operand) {
        switch self {
        case .move, .negate: (.slot, .slot, .unused)
        case .load: (.slot, .constant, .unused)
        case .box: (.datum, .slot, .kind)
        case .add, .subtract, .multiply, .divide, .multiplyMoney, .moneyTimes, .divideMoney: (.slot, .slot, .slot)
        case .addImmediate: (.slot, .slot, .number)
        case .jump: (.unused, .unused, .jump)
        case .unlessEqual, .unlessUnequal, .unlessLess, .unlessAtMost: (.slot, .slot, .jump)
        case .unlessEqualTo, .unlessUnequalTo, .unlessLessThan, .unlessAtMostTo, .unlessMoreThan, .unlessAtLeastTo:
            (.slot, .number, .jump)
        case .unlessYes, .unlessMissing, .unlessEmpty: (.slot, .unused, .jump)
        case .forBegin, .forStep: (.countSlots, .unused, .jump)
        case .loopBegin: (.loop, .unused, .unused)
        case .loopStep: (.rowSlots, .unused, .jump)
        case .cell: (.slot, .loop, .column)
        case .cellDatum: (.datum, .loop, .column)
        case .element: (.slot, .loop, .kind)
        case .elementDatum: (.datum, .loop, .unused)
        case .moveDatum: (.datum, .datum, .unused)
        case .loadDatum: (.datum, .value, .unused)
        case .write, .append: (.datum, .piece, .pieceCount)
        case .call: (.slotWindow, .datumWindow, .code)
        case .giveBack: (.slot, .unused, .unused)
        case .leave: (.number, .flag, .unused)
        case .host: (.host, .unused, .unused)
        case .block: (.host, .unused, .jump)
        case .stop, .observed: (.unused, .unused, .unused)
        case .observe: (.unused, .unused, .jump)
        case .keep: (.name, .unused, .unused)
        }
    }

    /// Whether what stands behind it is reached by a jump alone.
    var leaves: Bool {
        switch self {
        case .jump, .giveBack, .leave, .stop: true
        default: false
        }
    }
}
