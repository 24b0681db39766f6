import Diagnostics
import Syntax
import Values

extension Chunk {
    /// Holds every instruction against the chunk, so that the run loop need not; refuses code that does not fit.
    func verify(among chunks: Int) throws {
        let code = parts.instructions
        guard let last = code.last, last.operation.leaves, parts.marks.count == code.count else { throw unsound(0) }
        for (index, instruction) in code.enumerated() {
            let operands = instruction.operation.operands
            guard fits(instruction.a, operands.a, instruction, chunks),
                fits(instruction.b, operands.b, instruction, chunks),
                fits(instruction.c, operands.c, instruction, chunks)
            else { throw unsound(index) }
        }
        for home in parts.parameters + parts.names.map(\.binding.home) {
            guard fits(home) else { throw unsound(0) }
        }
        guard
            parts.loops.allSatisfy({ has($0.source, datumCount) && has($0.row, slotCount - 1) }),
            parts.pieces.allSatisfy(fits), parts.hosts.allSatisfy(fits)
        else { throw unsound(0) }
    }

    private func has(_ index: Int, _ count: Int) -> Bool { index >= 0 && index < count }

    private func fits(_ number: Int32, _ operand: Operand, _ whole: Instruction, _ chunks: Int) -> Bool {
        let index = Int(number)
        return switch operand {
        case .unused, .number: whole.operation != .leave || fitsLeave(whole)
        case .slot: has(index, slotCount)
        case .countSlots: has(index, slotCount - 3)
        case .rowSlots: has(index, slotCount - 1)
        case .datum: has(index, datumCount)
        case .constant: has(index, parts.constants.count)
        case .value: has(index, parts.values.count)
        case .piece: has(index, parts.pieces.count + 1)
        case .pieceCount: has(index, parts.pieces.count - Int(whole.b) + 1)
        case .loop: has(index, parts.loops.count)
        case .column: has(index, parts.loops[Int(whole.b)].schema?.columns.count ?? 0)
        case .kind: SlotKind(rawValue: number) != nil
        case .code: has(index, chunks) && index > 0
        case .host: has(index, parts.hosts.count)
        case .name: has(index, parts.names.count)
        case .jump: has(index, parts.instructions.count)
        case .flag: index == 0 || index == 1
        case .slotWindow: has(index, slotCount + 1)
        case .datumWindow: has(index, datumCount + 1)
        }
    }

    private func fitsLeave(_ instruction: Instruction) -> Bool {
        has(Int(instruction.a), instruction.b == 0 ? slotCount : datumCount)
    }

    private func fits(_ home: Binding.Home) -> Bool {
        switch home {
        case .slot(let slot, _): has(slot, slotCount)
        case .datum(let datum): has(datum, datumCount)
        case .row(let table, let number): has(table, datumCount) && has(number, slotCount)
        case .element(let datum, let source): has(datum, datumCount) && has(source, datumCount)
        }
    }

    private func fits(_ target: Target) -> Bool {
        switch target {
        case .slot(let slot, _): has(slot, slotCount)
        case .datum(let datum): has(datum, datumCount)
        }
    }

    private func fits(_ piece: TextPiece) -> Bool {
        switch piece {
        case .letters(let first, let count): count >= 0 && has(first, parts.letters.count - count + 1)
        case .number(let slot, _, _): has(slot, slotCount)
        case .slot(let slot, _, let form): has(slot, slotCount) && has(form + 1, parts.forms.count + 1)
        case .datum(let datum): has(datum, datumCount)
        }
    }

    private func fits(_ host: HostCode) -> Bool {
        switch host.kind {
        case .expression(_, let target), .pipeline(_, let target): fits(target)
        case .sentence, .explain, .atomic: true
        case .log(_, let datum), .expectation(_, let datum, _), .step(let datum): has(datum, datumCount)
        case .exit(let slot): slot.map { has($0, slotCount) } ?? true
        case .attempt(let problem, let cure): has(problem, datumCount) && has(cure, parts.instructions.count)
        }
    }

    private func unsound(_ index: Int) -> Diagnostic {
        var finding = Diagnostic.unsoundCode
        finding.place = place(of: index)
        return finding
    }
}

extension Diagnostic {
    /// Code that does not fit itself, which is never run.
    static let unsoundCode = Diagnostic(
        .unexpected,
        Text(
            "Sen made code here that it will not run; this is a fault of Sen.",
            vi: "Sen đã tạo ra mã không thể chạy ở đây; đây là lỗi của Sen."))
}
