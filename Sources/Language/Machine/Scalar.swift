import Diagnostics
import Syntax
import Tables
import Values

/// An expression whose value fits a slot, as the machine works it out.
indirect enum Scalar {
    case constant(Slot)
    case register(Int)
    /// The cell of a loop's row.
    case cell(loop: Int, column: Int)
    case arithmetic(Operation, Scalar, Scalar, SourceSpan)
    case negative(Scalar, SourceSpan)
    case condition(Condition)
    /// `if(condition, a, b)`
    case choice(Condition, Scalar, Scalar)
    case call(CallPlan)
    /// What only the evaluator of expressions knows.
    case host(CheckedExpression, SlotKind)

    /// The number, where it is whole, written out and short enough to stand in an instruction.
    var immediate: Int? {
        guard case .constant(let slot) = self, slot.meta == 0 else { return nil }
        return Int32(exactly: slot.mantissa).map { Int($0) }
    }

    /// Whether working it out twice costs nothing.
    var isAtHand: Bool {
        switch self {
        case .constant, .register: true
        default: false
        }
    }
}

/// What decides between two ways.
indirect enum Condition {
    case comparison(ComparisonOperator, Scalar, Scalar)
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case yes(Scalar)
    case missing(Scalar, emptyOnly: Bool)
}

/// A call of a script's function.
struct CallPlan {
    let code: Int
    let arguments: [Argument]
    /// The kind of slot that it gives; `nil` for a datum.
    let result: SlotKind?
    let span: SourceSpan

    enum Argument {
        case scalar(Scalar)
        case datum(DatumPlan)
    }
}

/// An expression whose value is a datum.
indirect enum DatumPlan {
    case constant(Value)
    case register(Int)
    case cell(loop: Int, column: Int)
    case text([PiecePlan])
    case boxed(Scalar, SlotKind)
    case call(CallPlan)
    case host(CheckedExpression)
}

/// A piece of a text.
enum PiecePlan {
    case text(String)
    case scalar(Scalar, SlotKind, ValueFormat?)
    case datum(DatumPlan)
}
