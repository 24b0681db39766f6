import Diagnostics
import Syntax
import Tables
import Values

// Planned expressions as instructions.
extension Lowering {
    /// Works a scalar out and tells its slot: the target where one is given, else one of the code's choice.
    @discardableResult
    func emit(_ scalar: Scalar, to target: Int? = nil) -> Int {
        switch scalar {
        case .register(let slot):
            guard let target, target != slot else { return slot }
            builder.emit(.move, target, slot)
            return target
        case .call(let call):
            let (window, _) = emit(call)
            if let target { builder.emit(.move, target, window) }
            return target ?? builder.slots()
        case .constant(let slot):
            let place = target ?? builder.slots()
            builder.emit(.load, place, builder.constant(slot))
            return place
        case .cell(let loop, let column):
            let place = target ?? builder.slots()
            builder.emit(.cell, place, loop, column)
            return place
        case .arithmetic, .negative:
            let place = target ?? builder.slots()
            builder.passing { arithmetic(scalar, place) }
            return place
        case .condition(let condition):
            return choose(condition, .constant(.yes), .constant(.no), target)
        case .choice(let condition, let yes, let no): return choose(condition, yes, no, target)
        case .host(let checked, let kind):
            let place = target ?? builder.slots()
            builder.host(.expression(checked, .slot(place, kind)), names)
            return place
        }
    }

    /// A chain from its left end, so that a long one needs no more room than a short one.
    private func arithmetic(_ scalar: Scalar, _ place: Int) {
        if case .negative(let inner, let span) = scalar {
            let operand = emit(inner)
            builder.standing(at: span) { _ = builder.emit(.negate, place, operand) }
            return
        }
        var links: [(operation: Operation, right: Scalar, span: SourceSpan)] = []
        var first = scalar
        while case .arithmetic(let operation, let left, let right, let span) = first {
            links.append((operation, right, span))
            first = left
        }
        var left = emit(first)
        // The target may be read further on in the chain, so only its last link writes there.
        let between = links.count > 1 ? builder.slots() : place
        for (index, step) in links.reversed().enumerated() {
            let result = index == links.count - 1 ? place : between
            builder.passing {
                link(step.operation, result, left, step.right, step.span)
            }
            left = result
        }
    }

    private func link(_ operation: Operation, _ result: Int, _ left: Int, _ right: Scalar, _ span: SourceSpan) {
        if operation == .add || operation == .subtract, let number = right.immediate, number != Int(Int32.min) {
            builder.standing(at: span) {
                _ = builder.emit(.addImmediate, result, left, operation == .add ? number : -number)
            }
            return
        }
        let other = emit(right)
        builder.standing(at: span) { _ = builder.emit(operation, result, left, other) }
    }

    /// One of two values.
    private func choose(_ condition: Condition, _ yes: Scalar, _ no: Scalar, _ target: Int?) -> Int {
        let place = target ?? builder.slots()
        let otherwise = unless(condition)
        _ = builder.passing { emit(yes, to: place) }
        let end = builder.emit(.jump)
        builder.land(otherwise)
        _ = builder.passing { emit(no, to: place) }
        builder.land([end])
        return place
    }

    /// Begins the window of a call, works the arguments out in it, and calls; the result is where the window begins.
    func emit(_ call: CallPlan) -> (slot: Int, datum: Int) {
        builder.passing {
            let slots = call.arguments.count { if case .scalar = $0 { true } else { false } }
            let window = builder.slots(max(slots, 1))
            let data = call.arguments.count - slots
            let datumWindow = builder.data(call.result == nil ? max(data, 1) : data)
            var (slot, datum) = (window, datumWindow)
            for argument in call.arguments {
                switch argument {
                case .scalar(let scalar):
                    _ = builder.passing { emit(scalar, to: slot) }
                    slot += 1
                case .datum(let plan):
                    builder.passing { emit(plan, to: datum) }
                    datum += 1
                }
            }
            builder.standing(at: call.span) { _ = builder.emit(.call, window, datumWindow, call.code) }
            return (window, datumWindow)
        }
    }

    /// Works a datum out into its place.
    func emit(_ plan: DatumPlan, to target: Int) {
        switch plan {
        case .constant(let value): builder.emit(.loadDatum, target, builder.value(.value(value)))
        case .register(let datum): if datum != target { builder.emit(.moveDatum, target, datum) }
        case .cell(let loop, let column): builder.emit(.cellDatum, target, loop, column)
        case .boxed(let scalar, let kind):
            builder.passing { _ = builder.emit(.box, target, emit(scalar), Int(kind.rawValue)) }
        case .call(let call):
            let (_, window) = emit(call)
            builder.emit(.moveDatum, target, window)
        case .host(let checked): builder.host(.expression(checked, .datum(target)), names)
        case .text(let pieces):
            builder.passing {
                let recipe = prepare(pieces)
                let isPiece = recipe.contains { piece in
                    if case .datum(target) = piece { true } else { false }
                }
                // A target that is among the pieces is written when the text has been put together.
                let place = isPiece ? builder.data() : target
                builder.emit(.write, place, builder.text(recipe), recipe.count)
                if isPiece { builder.emit(.moveDatum, target, place) }
            }
        }
    }

    /// Works the pieces of a text out, from left to right.
    private func prepare(_ pieces: [PiecePlan]) -> [TextPiece] {
        pieces.map { piece in
            switch piece {
            case .text(let text): return builder.letters(text)
            case .scalar(let scalar, let kind, let format): return builder.slot(emit(scalar), kind, format)
            case .datum(.register(let datum)): return .datum(datum)
            case .datum(let plan):
                let place = builder.data()
                emit(plan, to: place)
                return .datum(place)
            }
        }
    }

    /// `set $t = "{$t}…"`: the rest is put behind the text that is there; false where the statement is another.
    func append(to target: Int, _ expression: Expression) -> Bool {
        guard case .string(let literal) = expression.kind, literal.plain == nil,
            case .expression(let first, format: nil)? = literal.parts.first, case .variable(let variable) = first.kind,
            variable.fields.isEmpty, let binding = names[variable.name.text], binding.home == .datum(target),
            binding.type == .text,
            let rest = pieces(StringLiteral(parts: Array(literal.parts.dropFirst()), span: literal.span))
        else { return false }
        let again = rest.contains { piece in
            if case .datum(.register(target)) = piece { true } else { false }
        }
        guard !again else { return false }
        builder.passing {
            let pieces = prepare(rest)
            _ = builder.emit(.append, target, builder.text(pieces), pieces.count)
        }
        return true
    }
}

// Conditions as jumps.
extension Lowering {
    /// The jumps that are taken where a condition does not hold.
    func unless(_ condition: Condition) -> [Int] {
        switch condition {
        case .comparison(let operation, let left, let right):
            return builder.passing { [comparison(operation, left, right)] }
        case .all(let parts): return parts.flatMap { unless($0) }
        case .any(let parts):
            guard let last = parts.last else { return [builder.emit(.jump)] }
            let held = parts.dropLast().flatMap { when($0) }
            let jumps = unless(last)
            builder.land(held)
            return jumps
        case .not(let inner): return when(inner)
        case .yes(let scalar): return builder.passing { [builder.emit(.unlessYes, emit(scalar))] }
        case .missing(let scalar, let emptyOnly):
            return builder.passing { [builder.emit(emptyOnly ? .unlessEmpty : .unlessMissing, emit(scalar))] }
        }
    }

    /// The jumps that are taken where a condition holds.
    func when(_ condition: Condition) -> [Int] {
        switch condition {
        case .any(let parts): return parts.flatMap { when($0) }
        case .not(let inner): return unless(inner)
        case .comparison, .all, .yes, .missing:
            let fails = unless(condition)
            let held = builder.emit(.jump)
            builder.land(fails)
            return [held]
        }
    }

    private func comparison(_ operation: ComparisonOperator, _ left: Scalar, _ right: Scalar) -> Int {
        let first = emit(left)
        if let number = right.immediate { return builder.emit(Lowering.immediate(operation), first, number) }
        let second = emit(right)
        return switch operation {
        case .equal: builder.emit(.unlessEqual, first, second)
        case .unequal: builder.emit(.unlessUnequal, first, second)
        case .less: builder.emit(.unlessLess, first, second)
        case .atMost: builder.emit(.unlessAtMost, first, second)
        case .more: builder.emit(.unlessLess, second, first)
        case .atLeast: builder.emit(.unlessAtMost, second, first)
        }
    }

    private static func immediate(_ operation: ComparisonOperator) -> Operation {
        switch operation {
        case .equal: .unlessEqualTo
        case .unequal: .unlessUnequalTo
        case .less: .unlessLessThan
        case .atMost: .unlessAtMostTo
        case .more: .unlessMoreThan
        case .atLeast: .unlessAtLeastTo
        }
    }
}
