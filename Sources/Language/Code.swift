import Commands
import Diagnostics
import Syntax
import Tables
import Values

/// A checked statement, ready to be made into code.
indirect enum Step {
    case bind(String, PipelineCode)
    case set(String, PipelineCode)
    case condition([BranchCode], otherwise: [Step]?)
    case loop(String, PipelineCode, [Step])
    case attempt([Step], problem: String, [Step])
    case atomic([Step])
    case step(CheckedExpression, [Step])
    case expect(CheckedExpression, stops: Bool, CheckedExpression, Place)
    case log(LogLevel, CheckedExpression)
    case giveBack(PipelineCode?)
    case exit(CheckedExpression?)
    /// The statements of another script.
    case use([Step])
    case sentence([Prefix], PipelineCode)
    case explain(Explanation)
    /// A statement with its place, for who watches.
    case placed(Place, Step)
}

/// One `if` or `elseif`, ready to run.
struct BranchCode {
    let condition: CheckedExpression
    let block: [Step]
}

/// A checked pipeline, ready to run.
struct PipelineCode {
    let origin: Origin
    let stages: [StageCode]
    /// What it gives; `nil` when that is unknown.
    let type: ValueType?
    let place: Place

    indirect enum Origin {
        case sentence(SentenceCode)
        /// A value that stands alone.
        case argument(ArgumentCode)
        case expression(CheckedExpression)
        case group(PipelineCode)
    }
}

/// A checked verb or command behind a pipe, ready to run.
enum StageCode {
    case verb(CheckedStage)
    case sentence(SentenceCode)
}

/// A function of a script. Its body is filled in when it has been checked, so that it can call itself.
final class FunctionCode {
    let signature: FunctionSignature
    let source: Source
    /// The function as it is written, to tell what it would touch.
    let syntax: Function?
    var body: [Step] = []

    init(_ signature: FunctionSignature, source: Source, syntax: Function) {
        self.signature = signature
        self.source = source
        self.syntax = syntax
    }
}

/// A script's parameter, ready to be given.
struct ParameterCode {
    let name: String
    let type: ValueType
    let standard: ArgumentCode?
    let help: String
}

/// A checked program, ready to run.
struct ProgramCode {
    let source: Source
    let header: Header?
    let parameters: [ParameterCode]
    let steps: [Step]
}
