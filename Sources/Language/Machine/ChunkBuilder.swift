import Diagnostics
import Syntax
import Tables
import Values

/// Gathers the instructions of a chunk and gives out its registers, last in, first out.
final class ChunkBuilder {
    private(set) var parts = Chunk.Parts()
    /// The registers in use.
    private(set) var slotTop: Int
    private(set) var datumTop: Int
    /// The most registers that were ever in use.
    private var slotCount: Int
    private var datumCount: Int
    private var span = SourceSpan(0, 0)
    private var source: Int32 = 0

    /// Begins behind registers that are in use already.
    init(slots: Int = 0, data: Int = 0) {
        (slotTop, datumTop) = (slots, data)
        (slotCount, datumCount) = (slots, data)
        parts.constants = [.empty, .no, .yes]
    }

    /// The instructions that follow are made of this place.
    func stand(at place: Place) {
        span = place.span
        guard !parts.sources.indices.contains(Int(source)) || parts.sources[Int(source)] != place.source else { return }
        source = Int32(clamping: parts.sources.firstIndex(of: place.source) ?? parts.sources.count)
        if source == parts.sources.count { parts.sources.append(place.source) }
    }

    /// Runs work whose instructions are made of a place of their own.
    func standing(at place: Place, _ work: () -> Void) {
        let outer = (span, source)
        stand(at: place)
        work()
        (span, source) = outer
    }

    /// Runs work whose instructions are made of a span of the same source.
    func standing<R>(at span: SourceSpan, _ work: () -> R) -> R {
        let outer = self.span
        self.span = span
        defer { self.span = outer }
        return work()
    }

    // MARK: Registers

    func slots(_ count: Int = 1) -> Int {
        slotTop += count
        slotCount = max(slotCount, slotTop)
        return slotTop - count
    }

    func data(_ count: Int = 1) -> Int {
        datumTop += count
        datumCount = max(datumCount, datumTop)
        return datumTop - count
    }

    /// Runs work and takes the registers back that it used.
    func passing<R>(_ work: () -> R) -> R {
        let (slots, data) = (slotTop, datumTop)
        defer { (slotTop, datumTop) = (slots, data) }
        return work()
    }

    // MARK: Instructions

    var next: Int { parts.instructions.count }

    @discardableResult
    func emit(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
        parts.instructions.append(Instruction(operation, a, b, c))
        parts.marks.append(Chunk.Mark(span: span, source: source))
        return next - 1
    }

    /// Lets a jump go to what comes next.
    func land(_ jumps: [Int]) {
        for jump in jumps { parts.instructions[jump].c = Int32(clamping: next) }
    }

    func constant(_ slot: Slot) -> Int {
        let recent = parts.constants.suffix(16)
        if let known = recent.lastIndex(where: { $0.mantissa == slot.mantissa && $0.meta == slot.meta }) {
            return known
        }
        parts.constants.append(slot)
        return parts.constants.count - 1
    }

    func value(_ datum: Datum) -> Int {
        parts.values.append(datum)
        return parts.values.count - 1
    }

    /// Keeps the pieces of a text and tells where they begin.
    func text(_ pieces: [TextPiece]) -> Int {
        parts.pieces += pieces
        return parts.pieces.count - pieces.count
    }

    func letters(_ text: String) -> TextPiece {
        parts.letters += text.utf8
        return .letters(parts.letters.count - text.utf8.count, count: text.utf8.count)
    }

    func slot(_ slot: Int, _ kind: SlotKind, _ format: ValueFormat?) -> TextPiece {
        guard let format else {
            return kind == .number ? .number(slot, decimals: -1, isGrouped: true) : .slot(slot, kind, form: -1)
        }
        if kind == .number, let digits = format.digits {
            return .number(slot, decimals: digits.decimals, isGrouped: digits.isGrouped)
        }
        parts.forms.append(format)
        return .slot(slot, kind, form: parts.forms.count - 1)
    }

    func loop(_ loop: LoopCode) -> Int {
        parts.loops.append(loop)
        return parts.loops.count - 1
    }

    @discardableResult
    func host(_ kind: HostCode.Kind, _ names: NameScope, _ operation: Operation = .host) -> Int {
        parts.hosts.append(HostCode(kind: kind, names: names))
        return emit(operation, parts.hosts.count - 1)
    }

    /// Says where the cure of an `attempt` begins, when that is known.
    func cure(of block: Int, problem: Int) {
        let host = Int(parts.instructions[block].a)
        parts.hosts[host] = HostCode(kind: .attempt(problem: problem, cure: next), names: parts.hosts[host].names)
    }

    /// Lets a name hold for the texts that follow, from here on.
    func keep(_ name: String, _ binding: Binding) {
        parts.names.append((name, binding))
        emit(.keep, parts.names.count - 1)
    }

    func parameter(_ home: Binding.Home) {
        parts.parameters.append(home)
    }

    /// The chunk, ready to be verified.
    func chunk(_ name: String, result: SlotKind? = nil) -> Chunk {
        parts.result = result
        if datumCount > 0 {
            // Data must be let go of when the code is left.
            for (index, instruction) in parts.instructions.enumerated() where instruction.operation == .giveBack {
                parts.instructions[index] = Instruction(.leave, Int(instruction.a))
            }
        }
        // Room for one result, whatever is called.
        return Chunk(name, parts, slotCount: max(slotCount, 1), datumCount: datumCount)
    }
}
