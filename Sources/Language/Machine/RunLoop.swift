import Diagnostics

// The one place where instructions run over unsafe pointers. What keeps every access inside:
//
// 1. `Chunk.verify` has held every operand of every instruction against its chunk: slots below `slotCount`, constants
//    and jumps inside, and a last instruction that leaves. Only verified chunks come into a `MachineProgram`.
// 2. A window is entered only where all registers of its code lie before the end of memory: `Window.call` looks, and
//    `Machine.load`, `call` and `grow` reserve.
// 3. Registers move only in `Machine.reserve`, which is never called from here but by `slow`, and what it gives back
//    is a window anew.
// 4. The program is kept alive by the machine while it runs; a program is loaded only when none runs.

/// Where the run loop stands: plain words, so that they stay in machine registers.
struct Window {
    var pc: UnsafePointer<Instruction>
    var slots: UnsafeMutablePointer<Slot>
    var code: UnsafePointer<MachineProgram.Code>
    var slotsEnd: UnsafeMutablePointer<Slot>
    var datumBase: Int
    var datumEnd: Int
    var depth: Int
    /// How many calls and rounds may pass before the next look at whether to stop.
    var patience: Int
    /// The depth at which giving back leaves the loop.
    let floor: Int
    let codes: UnsafePointer<MachineProgram.Code>
    let frames: UnsafeMutablePointer<Machine.Frame>

    @inline(__always)
    func slot(_ number: Int32) -> Slot { slots[Int(number)] }

    @inline(__always)
    mutating func jump(_ target: Int32) { pc = code.pointee.instructions + Int(target) }

    @inline(__always)
    mutating func set(_ i: Instruction, _ slot: Slot) -> Bool {
        slots[Int(i.a)] = slot
        return true
    }

    /// Arithmetic on two whole numbers; false where a side is none or the result does not fit.
    @inline(__always)
    mutating func combine(
        _ i: Instruction, _ x: Slot, _ y: Slot, _ work: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Bool {
        let (value, overflow) = work(x.mantissa, y.mantissa)
        guard (x.meta | y.meta) == 0, !overflow else { return false }
        slots[Int(i.a)] = Slot(mantissa: value, meta: 0)
        return true
    }

    /// A jump unless a comparison of two whole numbers holds; false where a side is none.
    @inline(__always)
    mutating func unless(_ i: Instruction, _ y: Slot, _ holds: (Int64, Int64) -> Bool) -> Bool {
        let x = slot(i.a)
        guard (x.meta | y.meta) == 0 else { return false }
        if !holds(x.mantissa, y.mantissa) { jump(i.c) }
        return true
    }

    @inline(__always)
    mutating func jump(_ i: Instruction, unless holds: Bool) -> Bool {
        if !holds { jump(i.c) }
        return true
    }

    @inline(__always)
    func immediate(_ i: Instruction) -> Slot { Slot(mantissa: Int64(i.b), meta: 0) }

    /// The next round of a counted loop over whole numbers.
    @inline(__always)
    mutating func forStep(_ i: Instruction) -> Bool {
        let count = slots + Int(i.a)
        guard count[0].meta == 0, patience > 0 else { return false }
        patience &-= 1
        guard count[0].mantissa > 0 else { return true }
        count[0].mantissa &-= 1
        let value = count[1].mantissa &+ count[2].mantissa
        count[1].mantissa = value
        count[3] = Slot(mantissa: value, meta: 0)
        jump(i.c)
        return true
    }

    /// The next row or element of a loop.
    @inline(__always)
    mutating func loopStep(_ i: Instruction) -> Bool {
        let place = slots + Int(i.a)
        guard patience > 0 else { return false }
        patience &-= 1
        let next = place[0].mantissa &+ 1
        place[0].mantissa = next
        if next < place[1].mantissa { jump(i.c) }
        return true
    }

    /// Enters the window of a function; false where there is no room for it or it is time to look up.
    @inline(__always)
    mutating func call(_ i: Instruction) -> Bool {
        let callee = codes + Int(i.c)
        let (first, data) = (slots + Int(i.a), datumBase + Int(i.b))
        guard patience > 0, depth < Machine.deepest, slotsEnd - first >= callee.pointee.slotCount,
            datumEnd - data > callee.pointee.datumCount
        else { return false }
        patience &-= 1
        frames[depth] = Machine.Frame(pc: pc, code: code, slotShift: i.a, datumShift: i.b)
        depth &+= 1
        (slots, datumBase, code, pc) = (first, data, callee, callee.pointee.instructions)
        return true
    }

    /// Goes back to the caller; false where that is outside the loop.
    @inline(__always)
    mutating func goBack() -> Bool {
        guard depth > floor else { return false }
        depth &-= 1
        let frame = frames[depth]
        slots -= Int(frame.slotShift)
        datumBase &-= Int(frame.datumShift)
        (pc, code) = (frame.pc, frame.code)
        return true
    }
}

extension Machine {
    /// Runs instructions up to a `stop` or to where the function gives back.
    func loop(_ start: Window) throws -> Leaving {
        var w = start
        while true {
            let i = w.pc.pointee
            w.pc += 1
            let done: Bool
            switch i.operation {
            case .move: done = w.set(i, w.slot(i.b))
            case .load: done = w.set(i, w.code.pointee.constants[Int(i.b)])
            case .add: done = w.combine(i, w.slot(i.b), w.slot(i.c)) { $0.addingReportingOverflow($1) }
            case .addImmediate:
                let number = Slot(mantissa: Int64(i.c), meta: 0)
                done = w.combine(i, w.slot(i.b), number) { $0.addingReportingOverflow($1) }
            case .subtract: done = w.combine(i, w.slot(i.b), w.slot(i.c)) { $0.subtractingReportingOverflow($1) }
            case .multiply: done = w.combine(i, w.slot(i.b), w.slot(i.c)) { $0.multipliedReportingOverflow(by: $1) }
            case .jump: done = w.jump(i, unless: false)
            case .unlessEqual: done = w.unless(i, w.slot(i.b)) { $0 == $1 }
            case .unlessUnequal: done = w.unless(i, w.slot(i.b)) { $0 != $1 }
            case .unlessLess: done = w.unless(i, w.slot(i.b)) { $0 < $1 }
            case .unlessAtMost: done = w.unless(i, w.slot(i.b)) { $0 <= $1 }
            case .unlessEqualTo: done = w.unless(i, w.immediate(i)) { $0 == $1 }
            case .unlessUnequalTo: done = w.unless(i, w.immediate(i)) { $0 != $1 }
            case .unlessLessThan: done = w.unless(i, w.immediate(i)) { $0 < $1 }
            case .unlessAtMostTo: done = w.unless(i, w.immediate(i)) { $0 <= $1 }
            case .unlessMoreThan: done = w.unless(i, w.immediate(i)) { $0 > $1 }
            case .unlessAtLeastTo: done = w.unless(i, w.immediate(i)) { $0 >= $1 }
            case .unlessYes: done = w.jump(i, unless: w.slot(i.a).meta == 0 && w.slot(i.a).mantissa != 0)
            case .unlessMissing: done = w.jump(i, unless: w.slot(i.a).meta >= Slot.missingMark)
            case .forStep: done = w.forStep(i)
            case .loopStep: done = w.loopStep(i)
            case .call: done = w.call(i)
            case .append:
                append(i, w.slots, w.datumBase, w.code)
                done = true
            case .giveBack:
                w.slots[0] = w.slot(i.a)
                guard w.goBack() else { return .returned }
                done = true
            case .stop: return .finished
            default: done = false
            }
            if done { continue }
            var moved = w
            guard try slow(i, &moved) else { return .returned }
            w = moved
        }
    }

    /// The window at hand, from an instruction on.
    func window(at start: Int) throws -> Window {
        guard let codes = program.codes.baseAddress else { throw Diagnostic.unsoundCode }
        let code = UnsafePointer(codes) + state.code
        return Window(
            pc: code.pointee.instructions + start, slots: slots + state.slotBase, code: code,
            slotsEnd: slots + slotCapacity, datumBase: state.datumBase, datumEnd: datumCapacity, depth: state.depth,
            patience: Machine.patience, floor: state.depth, codes: UnsafePointer(codes), frames: frames)
    }

    /// Remembers where a window stands, before anything that may fail or move the registers.
    func leave(_ w: Window) {
        state = State(
            code: w.code.pointee.number, next: w.pc - w.code.pointee.instructions, slotBase: w.slots - slots,
            datumBase: w.datumBase, depth: w.depth)
    }

    /// Goes on where the machine stands, whose registers may have moved.
    func resume(_ w: inout Window) {
        w.slots = slots + state.slotBase
        w.slotsEnd = slots + slotCapacity
        w.datumEnd = datumCapacity
    }
}
