import Commands
import Diagnostics
import Syntax
import Tables
import Values

/// The code of a text or of a function, with all that its instructions refer to.
final class Chunk {
    /// The name of the function; empty for a text.
    let name: String
    let parts: Parts
    let slotCount: Int
    let datumCount: Int
    fileprivate let instructions: UnsafeMutableBufferPointer<Instruction>
    fileprivate let constants: UnsafeMutableBufferPointer<Slot>
    fileprivate let pieces: UnsafeMutableBufferPointer<TextPiece>
    fileprivate let letters: UnsafeMutableBufferPointer<UInt8>

    /// What a chunk is built of.
    struct Parts {
        var instructions: [Instruction] = []
        var constants: [Slot] = []
        var values: [Datum] = []
        /// The pieces of all texts, one text behind the other.
        var pieces: [TextPiece] = []
        /// The letters of all pieces, in UTF-8.
        var letters: [UInt8] = []
        var forms: [ValueFormat] = []
        var loops: [LoopCode] = []
        var hosts: [HostCode] = []
        var names: [(name: String, binding: Binding)] = []
        /// Where the function finds what it is called with.
        var parameters: [Binding.Home] = []
        /// The kind of slot that the function gives back; `nil` for a datum.
        var result: SlotKind?
        /// The place that each instruction was made of.
        var marks: [Mark] = []
        var sources: [Source] = []
    }

    /// The place of an instruction, with the number of its source.
    struct Mark {
        let span: SourceSpan
        let source: Int32
    }

    init(_ name: String, _ parts: Parts, slotCount: Int, datumCount: Int) {
        self.name = name
        self.parts = parts
        self.slotCount = slotCount
        self.datumCount = datumCount
        instructions = Chunk.laidOut(parts.instructions)
        constants = Chunk.laidOut(parts.constants)
        pieces = Chunk.laidOut(parts.pieces)
        letters = Chunk.laidOut(parts.letters)
    }

    private static func laidOut<Element: BitwiseCopyable>(_ list: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let place = UnsafeMutableBufferPointer<Element>.allocate(capacity: list.count)
        _ = place.initialize(from: list)
        return place
    }

    deinit {
        instructions.deallocate()
        constants.deallocate()
        pieces.deallocate()
        letters.deallocate()
    }

    /// The place of an instruction.
    func place(of index: Int) -> Place? {
        guard parts.marks.indices.contains(index) else { return nil }
        let mark = parts.marks[index]
        return Place(source: parts.sources[Int(mark.source)], span: mark.span)
    }
}

/// The code of a text and of all functions that it can call.
final class MachineProgram {
    /// The text first, then the functions.
    let chunks: [Chunk]
    let codes: UnsafeMutableBufferPointer<Code>

    /// What the run loop must know of a chunk.
    struct Code {
        let instructions: UnsafePointer<Instruction>
        let constants: UnsafePointer<Slot>
        let pieces: UnsafePointer<TextPiece>
        let letters: UnsafePointer<UInt8>
        let slotCount: Int
        let datumCount: Int
        /// The place of the chunk in its program.
        let number: Int
    }

    /// Holds chunks that have been verified.
    init(verified chunks: [Chunk]) {
        self.chunks = chunks
        codes = .allocate(capacity: chunks.count)
        for (number, chunk) in chunks.enumerated() {
            // A buffer that was allocated has an address, also where it is empty.
            guard let instructions = chunk.instructions.baseAddress, let constants = chunk.constants.baseAddress,
                let pieces = chunk.pieces.baseAddress, let letters = chunk.letters.baseAddress
            else { continue }
            codes.initializeElement(
                at: number,
                to: Code(
                    instructions: UnsafePointer(instructions), constants: UnsafePointer(constants),
                    pieces: UnsafePointer(pieces), letters: UnsafePointer(letters),
                    slotCount: chunk.slotCount, datumCount: chunk.datumCount, number: number))
        }
    }

    deinit { codes.deallocate() }
}

/// A piece of a text, in plain words.
enum TextPiece: BitwiseCopyable {
    /// So many of the chunk's letters, from one on.
    case letters(Int, count: Int)
    /// A number with so many decimals, or with its own where they are fewer than none.
    case number(Int, decimals: Int, isGrouped: Bool)
    /// A slot, written in one of the chunk's forms, or as usual where that is below nought.
    case slot(Int, SlotKind, form: Int)
    case datum(Int)
}

/// A loop over the rows or elements of a datum; two slots from `row` on count them.
struct LoopCode {
    let source: Int
    let row: Int
    /// The columns that its body counts on, for a table whose columns are known.
    let schema: Schema?
}

/// Where something outside leaves its result.
enum Target {
    case slot(Int, SlotKind)
    case datum(Int)
}

/// What the machine leaves to others, with the names that are known there.
struct HostCode {
    let kind: Kind
    let names: NameScope

    enum Kind {
        case expression(CheckedExpression, Target)
        case pipeline(PipelineCode, Target)
        case sentence([Prefix], PipelineCode)
        /// A description, which runs nothing.
        case explain(Explanation)
        /// A text in a datum.
        case log(LogLevel, Int)
        /// An expectation that does not hold, with its message in a datum.
        case expectation(stops: Bool, Int, Place)
        case exit(Int?)
        case atomic
        /// A label in a datum.
        case step(Int)
        /// The record of what went wrong goes into a datum; the instruction where the cure begins.
        case attempt(problem: Int, cure: Int)
    }
}
