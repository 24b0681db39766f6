import Diagnostics
import Syntax
import Tables
import Values

// What instructions do where it is not the plain case: decimals, missing values, results that do not fit, data, calls
// for which memory must grow, and all that is done outside.
extension Machine {
    /// Does an instruction that the run loop could not; false where the function that runs gives back to outside.
    @inline(never)
    func slow(_ i: Instruction, _ w: inout Window) throws -> Bool {
        leave(w)
        switch i.operation {
        case .add: w.slots[Int(i.a)] = try arithmetic(.plus, w.slot(i.b), w.slot(i.c))
        case .addImmediate:
            w.slots[Int(i.a)] = try arithmetic(.plus, w.slot(i.b), Slot(mantissa: Int64(i.c), meta: 0))
        case .subtract: w.slots[Int(i.a)] = try arithmetic(.minus, w.slot(i.b), w.slot(i.c))
        case .multiply: w.slots[Int(i.a)] = try arithmetic(.times, w.slot(i.b), w.slot(i.c))
        case .divide: w.slots[Int(i.a)] = try quotient(w.slot(i.b), w.slot(i.c))
        case .negate: w.slots[Int(i.a)] = try negated(w.slot(i.b))
        case .multiplyMoney: w.slots[Int(i.a)] = try money(.times, .money, w.slot(i.b), .number, w.slot(i.c))
        case .moneyTimes: w.slots[Int(i.a)] = try money(.times, .number, w.slot(i.b), .money, w.slot(i.c))
        case .divideMoney: w.slots[Int(i.a)] = try money(.over, .money, w.slot(i.b), .number, w.slot(i.c))
        case .unlessEqual, .unlessUnequal, .unlessLess, .unlessAtMost:
            if !holds(i.operation, w.slot(i.a), w.slot(i.b)) { w.jump(i.c) }
        case .unlessEqualTo, .unlessUnequalTo, .unlessLessThan, .unlessAtMostTo, .unlessMoreThan, .unlessAtLeastTo:
            if !holds(i.operation, w.slot(i.a), w.immediate(i)) { w.jump(i.c) }
        case .unlessEmpty: if w.slot(i.a).missing != .empty { w.jump(i.c) }
        case .forBegin: try forBegin(i, &w)
        case .forStep: try forStep(i, &w)
        case .loopStep: try lookUp(&w, again: true)
        case .call: try grow(i, &w)
        case .leave:
            settle()
            return giveBack(i, &w)
        case .block:
            settle()
            return try block(i, &w)
        default: try data(i, &w)
        }
        return true
    }

    // MARK: Arithmetic

    /// Percents reckon like numbers, sums of whole đồng too.
    private func arithmetic(_ operation: ArithmeticOperator, _ x: Slot, _ y: Slot) throws -> Slot {
        try money(operation, .number, x, .number, y)
    }

    private func quotient(_ x: Slot, _ y: Slot) throws -> Slot {
        if (x.meta | y.meta) == 0, y.mantissa > 0 {
            let (whole, rest) = x.mantissa.quotientAndRemainder(dividingBy: y.mantissa)
            if rest == 0 { return Slot(mantissa: whole, meta: 0) }
        }
        return try arithmetic(.over, x, y)
    }

    private func money(
        _ operation: ArithmeticOperator, _ kind: SlotKind, _ x: Slot, _ other: SlotKind, _ y: Slot
    ) throws -> Slot {
        if let reason = x.missing ?? y.missing { return Slot(reason) }
        switch try Arithmetic.value(operation, kind.value(x), other.value(y)) {
        case .number(let number), .percent(let number): return Slot(number)
        case .money(let amount): return Slot(mantissa: amount, meta: 0)
        case .missing(let reason): return Slot(reason)
        default: return .empty
        }
    }

    private func negated(_ x: Slot) throws -> Slot {
        guard x.missing == nil, case .number(let number) = try Arithmetic.negative(.number(x.number)) else { return x }
        return Slot(number)
    }

    /// Whether the comparison holds after which a jump is named; with a missing side none does.
    private func holds(_ operation: Operation, _ x: Slot, _ y: Slot) -> Bool {
        guard x.missing == nil, y.missing == nil else { return false }
        return switch operation {
        case .unlessEqual, .unlessEqualTo: x.number == y.number
        case .unlessUnequal, .unlessUnequalTo: x.number != y.number
        case .unlessLess, .unlessLessThan: x.number < y.number
        case .unlessAtMost, .unlessAtMostTo: x.number <= y.number
        case .unlessMoreThan: x.number > y.number
        default: x.number >= y.number
        }
    }

    // MARK: Loops

    /// From first, last and step to rounds, value and step; jumps where there is no round.
    private func forBegin(_ i: Instruction, _ w: inout Window) throws {
        let place = w.slots + Int(i.a)
        let (first, last, step) = (place[0], place[1], place[2])
        guard first.missing == nil, last.missing == nil, step.missing == nil else { return w.jump(i.c) }
        let range = try NumberRange(from: first.number, to: last.number, step: step.number)
        guard range.count > 0 else { return w.jump(i.c) }
        // Rounds over decimals are marked, since they take the slow path.
        place[0] = Slot(mantissa: range.count - 1, meta: first.meta | step.meta)
        place[1] = first
        place[3] = first
    }

    private func forStep(_ i: Instruction, _ w: inout Window) throws {
        let place = w.slots + Int(i.a)
        guard w.patience > 0 else { return try lookUp(&w, again: true) }
        w.patience &-= 1
        guard place[0].mantissa > 0 else { return }
        place[0].mantissa -= 1
        place[1] = try arithmetic(.plus, place[1], place[2])
        place[3] = place[1]
        w.jump(i.c)
    }

    /// Looks whether to stop, and does the instruction again if not.
    private func lookUp(_ w: inout Window, again: Bool) throws {
        try interpreter.checkCancelled()
        w.patience = Machine.patience
        if again { w.pc -= 1 }
    }

    // MARK: Calls

    /// Makes room for a call that did not have it, and does it again.
    private func grow(_ i: Instruction, _ w: inout Window) throws {
        let callee = program.codes[Int(i.c)]
        guard w.patience > 0 else { return try lookUp(&w, again: true) }
        guard w.depth < Machine.deepest else { throw Diagnostic.callsTooDeep(program.chunks[Int(i.c)].name) }
        try reserve(
            slots: state.slotBase + Int(i.a) + callee.slotCount,
            data: state.datumBase + Int(i.b) + callee.datumCount + 1)
        resume(&w)
        w.pc -= 1
    }

    /// Gives a slot or datum back and lets go of all data of the window.
    private func giveBack(_ i: Instruction, _ w: inout Window) -> Bool {
        let count = w.code.pointee.datumCount
        var kept = 0
        if i.b == 0 {
            w.slots[0] = w.slot(i.a)
        } else {
            data[w.datumBase] = data[w.datumBase + Int(i.a)]
            kept = 1
        }
        for index in kept..<max(count, kept) { data[w.datumBase + index] = .value(.missing) }
        return w.goBack()
    }
}
