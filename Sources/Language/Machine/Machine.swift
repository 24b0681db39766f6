import Database
import Diagnostics
import Tables
import Values

/// Runs chunks: the registers of all windows, one behind the other, and where calls go back to.
final class Machine {
    /// How deep functions may call each other.
    static let deepest = 10_000
    /// How deep they may do so through expressions and blocks that are run outside, which take the system's stack.
    static let deepestOutside = 200
    /// The most registers that all windows may have together.
    static let mostRegisters = 4_000_000
    /// How many calls and rounds pass between two looks at whether to stop.
    static let patience = 1000

    /// The owner, which is there as long as the machine is.
    unowned(unsafe) let interpreter: Interpreter
    /// The language in which the running text writes numbers and dates.
    private(set) var language = DisplayLanguage.english
    private(set) var program = MachineProgram(verified: [])
    private(set) var slots: UnsafeMutablePointer<Slot>
    private(set) var slotCapacity = 256
    /// All of them are initialised, always.
    private(set) var data: UnsafeMutablePointer<Datum>
    private(set) var datumCapacity = 64
    /// Where calls go back to; those below the depth of the state are initialised.
    let frames: UnsafeMutablePointer<Frame>
    /// Where the code stood when it last left the run loop.
    var state = State()
    /// Where texts are put together, kept for the next one.
    var written: [UInt8] = []
    /// The longest text whose room is kept.
    static let longestKept = 4096
    /// Unchecked, since nothing that writes a piece of a text touches the text that grows.
    @exclusivity(unchecked) var growing = GrowingText()
    private var outside = 0

    /// Where a call goes back to.
    struct Frame {
        let pc: UnsafePointer<Instruction>
        let code: UnsafePointer<MachineProgram.Code>
        let slotShift: Int32
        let datumShift: Int32
    }

    /// A place in running code, by numbers that hold when the registers move.
    struct State {
        var code = 0
        /// The instruction behind the one that is being done.
        var next = 0
        var slotBase = 0
        var datumBase = 0
        var depth = 0
    }

    init(_ interpreter: Interpreter) {
        self.interpreter = interpreter
        slots = .allocate(capacity: slotCapacity)
        slots.initialize(repeating: .empty, count: slotCapacity)
        data = .allocate(capacity: datumCapacity)
        data.initialize(repeating: .value(.missing), count: datumCapacity)
        frames = .allocate(capacity: Machine.deepest)
    }

    deinit {
        data.deinitialize(count: datumCapacity)
        data.deallocate()
        slots.deallocate()
        frames.deallocate()
    }

    // MARK: Running

    /// Makes room for a text and takes it for the one that runs.
    func load(_ program: MachineProgram) throws {
        self.program = program
        state = State()
        language = interpreter.language
        if let code = program.codes.first { try reserve(slots: code.slotCount, data: code.datumCount) }
    }

    /// Runs the text that was loaded.
    func run() throws {
        _ = try run(from: 0)
    }

    /// Runs the code at hand from an instruction up to `stop`, or to where its function gives back.
    func run(from start: Int) throws -> Leaving {
        defer { settle() }
        do {
            return try loop(window(at: start))
        } catch let error where !(error is Stop) {
            throw placed(error)
        }
    }

    /// Calls a function from outside the run loop, with its window behind the one at hand.
    func call(_ number: Int, _ arguments: [Datum]) throws -> Datum {
        let outer = state
        let (code, caller) = (program.codes[number], program.codes[outer.code])
        let chunk = program.chunks[number]
        return try outsideLoop(chunk.name) {
            state = State(
                code: number, slotBase: outer.slotBase + caller.slotCount,
                datumBase: outer.datumBase + caller.datumCount, depth: outer.depth)
            try reserve(slots: state.slotBase + code.slotCount, data: state.datumBase + code.datumCount + 1)
            for (home, argument) in zip(chunk.parts.parameters, arguments) { try store(argument, in: home) }
            let (slot, datum) = (state.slotBase, state.datumBase)
            _ = try run(from: 0)
            state = outer
            if let kind = chunk.parts.result { return .value(kind.value(slots[slot])) }
            defer { data[datum] = .value(.missing) }
            return data[datum]
        }
    }

    /// Runs work that runs code in turn.
    func outsideLoop<R>(_ name: String, _ work: () throws -> R) throws -> R {
        guard outside < Machine.deepestOutside else { throw Diagnostic.callsTooDeep(name) }
        outside += 1
        defer { outside -= 1 }
        return try work()
    }

    /// Gives an error that has no place the one of the instruction that failed.
    private func placed(_ error: any Error) -> any Error {
        guard let place, !(error is Interpreter.NotUnderstood) else { return error }
        let findings = Diagnostics.of(error).map { finding in
            finding.code == .interrupted ? finding : finding.placed(at: place.span, in: place.source)
        }
        return findings.count == 1 ? findings[0] : Diagnostics(findings)
    }

    /// The place of the instruction that is being done; `nil` while none is.
    var place: Place? {
        state.code < program.chunks.count ? program.chunks[state.code].place(of: state.next - 1) : nil
    }

    // MARK: Registers

    /// Makes room for so many registers; they may move.
    func reserve(slots slotCount: Int, data datumCount: Int) throws {
        guard max(slotCount, datumCount) <= Machine.mostRegisters else {
            throw Diagnostic.callsTooDeep(program.chunks[state.code].name)
        }
        if slotCount > slotCapacity {
            let capacity = max(slotCount, slotCapacity * 2)
            let moved = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
            moved.initialize(repeating: .empty, count: capacity)
            moved.update(from: slots, count: slotCapacity)
            slots.deallocate()
            (slots, slotCapacity) = (moved, capacity)
        }
        if datumCount > datumCapacity {
            let capacity = max(datumCount, datumCapacity * 2)
            let moved = UnsafeMutablePointer<Datum>.allocate(capacity: capacity)
            moved.moveInitialize(from: data, count: datumCapacity)
            (moved + datumCapacity).initialize(repeating: .value(.missing), count: capacity - datumCapacity)
            data.deallocate()
            (data, datumCapacity) = (moved, capacity)
        }
    }

    /// Lets go of all data from a register on, up to the end of the window at hand.
    func clear(from first: Int) {
        let end = min(state.datumBase + program.codes[state.code].datumCount, datumCapacity)
        for index in first..<max(first, end) { data[index] = .value(.missing) }
    }

    /// Ends a run, however it ended; the first data are kept.
    func end(keeping count: Int) {
        clear(from: count)
        state = State()
        clear(from: count)
    }

    /// What a register of the window at hand holds.
    func datum(_ binding: Binding) -> Datum {
        switch binding.home {
        case .slot(let slot, let kind): .value(kind.value(slots[state.slotBase + slot]))
        case .datum(let datum), .element(let datum, _): data[state.datumBase + datum]
        case .row(let table, let number):
            .value(record(of: data[state.datumBase + table], row: slots[state.slotBase + number].mantissa))
        }
    }

    /// The type of what a register of the window at hand holds: what the checker knows, or else what shows by itself.
    func type(_ binding: Binding) -> ValueType? {
        switch (binding.type, binding.home) {
        case (nil, .element(_, let source)):
            if case .table(let table) = data[state.datumBase + source] { return .record(table.schema) }
            return datum(binding).type
        case (nil, _), (.anyTable?, _), (.table?, _): return datum(binding).type ?? binding.type
        case (let type?, _): return type
        }
    }

    /// Puts a datum where code of the window at hand expects it.
    func store(_ datum: Datum, in home: Binding.Home) throws {
        switch home {
        case .slot(let slot, let kind): slots[state.slotBase + slot] = try kind.slot(datum)
        case .datum(let place), .element(let place, _): data[state.datumBase + place] = datum
        case .row: return
        }
    }

    /// The record of a table's row; missing where there is none.
    func record(of datum: Datum, row: Int64) -> Value {
        guard case .table(let table) = datum, let row = Int(exactly: row), row >= 0, row < table.rowCount else {
            return .missing
        }
        return .record(table.record(row))
    }
}

/// How code was left.
enum Leaving {
    /// It came to its end.
    case finished
    /// The function gave back; its result stands where its window begins.
    case returned
}

extension SlotKind {
    /// The slot that holds a datum; refuses one of another kind.
    func slot(_ datum: Datum) throws(Diagnostic) -> Slot {
        if case .value(let value) = datum, let slot = slot(value) { return slot }
        throw .wrongType(datum.type, type)
    }
}

extension Diagnostic.Code {
    /// Functions that call each other without end.
    static let callsTooDeep: Self = "calls-too-deep"
}

extension ValueType {
    /// Whether something that shows this type by itself may be given; a list shows the type of its first element only.
    func mayTake(_ given: ValueType) -> Bool {
        if case (.list, .list) = (self, given) { return true }
        return mayHold(given)
    }
}

extension Diagnostic {
    static func wrongType(_ given: ValueType?, _ wanted: ValueType) -> Diagnostic {
        let noun = given?.noun ?? Text("something else", vi: "thứ khác")
        return Diagnostic(
            .wrongType,
            Text(
                "This is \(noun.english); \(wanted.noun.english) is needed here.",
                vi: "Đây là \(noun.vietnamese); ở đây cần \(wanted.noun.vietnamese)."))
    }

    static func callsTooDeep(_ name: String) -> Diagnostic {
        Diagnostic(
            .callsTooDeep, Text("‘\(name)’ calls itself too deeply.", vi: "Hàm ‘\(name)’ gọi lồng nhau quá sâu."))
    }
}
