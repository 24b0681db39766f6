import Diagnostics
import Syntax
import Tables
import Testing
import Values

@testable import Language

/// No instruction gets into the run loop whose operands point outside its chunk.
@Suite struct VerificationTests {
    /// A chunk of one instruction and a stop, with one or a few of everything that operands name.
    private func chunk(_ instruction: Instruction, ending: Operation = .stop) -> Chunk {
        var parts = Chunk.Parts()
        parts.sources = [Source(name: "test", text: "test")]
        parts.instructions = [instruction, Instruction(ending)]
        parts.marks = parts.instructions.map { _ in Chunk.Mark(span: SourceSpan(0, 4), source: 0) }
        parts.constants = [.empty]
        parts.values = [.value(.missing)]
        parts.letters = [65]
        parts.pieces = [.letters(0, count: 1)]
        parts.loops = [LoopCode(source: 0, row: 0, schema: Schema([ColumnInfo("n", .number)]))]
        parts.hosts = [HostCode(kind: .atomic, names: NameScope())]
        parts.names = [("n", Binding(home: .slot(0, .number), type: .number))]
        return Chunk("test", parts, slotCount: 4, datumCount: 1)
    }

    /// Operands with which the instruction fits.
    private func sound(_ operation: Operation) -> [Int] {
        let operands = operation.operands
        return [operands.a, operands.b, operands.c].map { $0 == .code ? 1 : 0 }
    }

    private func isRefused(_ chunk: Chunk) -> Bool {
        do {
            try chunk.verify(among: 2)
            return false
        } catch {
            return (error as? Diagnostic)?.code == .unexpected
        }
    }

    @Test(arguments: Operation.allCases) func everyOperandIsHeldInside(_ operation: Operation) {
        let fitting = sound(operation)
        let whole = chunk(Instruction(operation, fitting[0], fitting[1], fitting[2]))
        #expect(!isRefused(whole))
        let operands = operation.operands
        for (place, operand) in [operands.a, operands.b, operands.c].enumerated() {
            let isFree = operand == .unused || operand == .number
            guard !isFree || operation == .leave && place == 0 else { continue }
            for wrong in [-1, 5, 1_000_000, Int(Int32.min), Int(Int32.max)] {
                var numbers = fitting
                numbers[place] = wrong
                let bad = chunk(Instruction(operation, numbers[0], numbers[1], numbers[2]))
                #expect(isRefused(bad), "\(operation) with \(wrong) as operand \(place)")
            }
        }
    }

    @Test func codeThatRunsOffItsEndIsRefused() {
        let add = Instruction(.add, 0, 0, 0)
        #expect(isRefused(chunk(add, ending: .add)))
        #expect(isRefused(Chunk("empty", Chunk.Parts(), slotCount: 1, datumCount: 1)))
    }

    @Test func windowsThatPartsNeedAreHeldInside() {
        var parts = chunk(Instruction(.stop)).parts
        parts.loops = [LoopCode(source: 0, row: 3, schema: nil)]
        #expect(isRefused(Chunk("loop", parts, slotCount: 4, datumCount: 1)))
        parts.loops = []
        parts.pieces = [.letters(1, count: 1)]
        #expect(isRefused(Chunk("letters", parts, slotCount: 4, datumCount: 1)))
        parts.pieces = []
        parts.parameters = [.row(table: 0, number: 4)]
        #expect(isRefused(Chunk("parameter", parts, slotCount: 4, datumCount: 1)))
        parts.parameters = []
        parts.hosts = [HostCode(kind: .attempt(problem: 0, cure: 2), names: NameScope())]
        #expect(isRefused(Chunk("cure", parts, slotCount: 4, datumCount: 1)))
    }
}
