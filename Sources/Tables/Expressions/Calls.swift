public import Diagnostics
import Syntax
import Values

// Calls of functions.
extension Compilation {
    func call(_ name: Word, _ arguments: [Expression], _ span: SourceSpan, _ expecting: ValueType?) -> Node {
        let scalar = BuiltInFunction.scalar(named: name.text)
        if let aggregate = BuiltInFunction.aggregate(named: name.text) {
            if let table = arguments.first, isTable(table) {
                return tableCall(aggregate, table, Array(arguments.dropFirst()), span)
            }
            if scalar == nil || arguments.count < 2 { return aggregateCall(aggregate, arguments, span) }
        }
        if let scalar { return scalarCall(scalar, arguments, span, expecting) }
        if let signature = scope.function(name.text) { return userCall(signature, arguments, span) }
        return unknownCall(name, arguments, span, expecting)
    }

    /// Goes on with the function that was probably meant, so that one slip does not hide another.
    private func unknownCall(
        _ name: Word, _ arguments: [Expression], _ span: SourceSpan, _ expecting: ValueType?
    ) -> Node {
        let names = BuiltInFunction.names + scope.functionNames
        let meant = nearest(to: name.text, among: names)
        report(.unknownFunction(name.text, meant: meant), at: name.span)
        guard let meant, meant != name.text else {
            over(.unknown) { for argument in arguments { _ = node(argument) } }
            return .unknown
        }
        return call(Word(meant, name.span), arguments, span, expecting)
    }

    private func userCall(_ signature: FunctionSignature, _ arguments: [Expression], _ span: SourceSpan) -> Node {
        let name = signature.name
        noteCall()
        guard arguments.count == signature.parameters.count else {
            for argument in arguments { _ = node(argument) }
            let wanted = signature.parameters.count...signature.parameters.count
            report(.wrongArgumentCount(signature.usage, arguments.count, wanted), at: span)
            return .unknown
        }
        let nodes = zip(arguments, signature.parameters).map { argument, parameter in
            let given = self.node(argument, expecting: parameter.type)
            if let wanted = parameter.type, let type = given.type, !wanted.accepts(type) {
                report(.wrongType(wanted, type, source[argument.span]), at: argument.span)
            }
            return given
        }
        if signature.result == nil { metUnknown = true }
        let give: @Sendable (Frame, Int) throws -> Datum = { frame, row in
            try frame.environment.call(name, nodes.map { try $0.datum(frame, row) })
        }
        var node = Node(
            signature.result,
            placing(span) { frame, row in
                guard case .value(let value) = try give(frame, row) else { throw Diagnostic.tableAsValue(name) }
                return value
            })
        if signature.result?.isTable ?? true {
            node.table = { frame in
                guard case .table(let table) = try give(frame, 0) else { throw Diagnostic.notATable(name) }
                return table
            }
        }
        return node
    }

    private func scalarCall(
        _ function: BuiltInFunction, _ arguments: [Expression], _ span: SourceSpan, _ expecting: ValueType?
    ) -> Node {
        guard function.argumentCounts.contains(arguments.count) else {
            for argument in arguments { _ = node(argument) }
            report(.wrongArgumentCount(function.usage, arguments.count, function.argumentCounts), at: span)
            return Node(function.fixedResult, Node.unknown.run)
        }
        let split = min(function.alikeFrom ?? arguments.count, arguments.count)
        var nodes = arguments.prefix(split).enumerated().map { place, argument in
            argumentNode(argument, function.parameter(place))
        }
        nodes += alike(Array(arguments.dropFirst(split)), expecting: expecting)
        let sound = zip(arguments, nodes).enumerated().reduce(true) { sound, pair in
            fits(pair.element.1, pair.element.0, function.parameter(pair.offset), function) && sound
        }
        let common = commonType(function, Array(zip(arguments, nodes).dropFirst(split)), span)
        guard sound, common.sound, case .scalar(let make) = function.work else {
            return Node(function.fixedResult, Node.unknown.run)
        }
        let type: ValueType? =
            switch function.result {
            case .always(let type): type
            case .first: nodes.first?.type
            case .element: nodes.first?.type?.element
            case .alike: common.type
            }
        return Node(type, placing(span, make(nodes.map(\.run))), columnar: function.columnar?(nodes))
    }

    /// An argument; one of a list is read as such before columns are looked for.
    func argumentNode(_ argument: Expression, _ parameter: BuiltInFunction.Parameter?) -> Node {
        if case .column(let word) = argument.kind, case .choice(let choices)? = parameter?.accepts.expecting,
            choices.contains(word)
        {
            return .constant(.text(word), .choice(choices))
        }
        return value(argument, expecting: parameter?.accepts.expecting)
    }

    func fits(
        _ node: Node, _ argument: Expression, _ parameter: BuiltInFunction.Parameter?, _ function: BuiltInFunction
    ) -> Bool {
        guard let type = node.type, let accepts = parameter?.accepts, !accepts.test(type) else { return true }
        if case .choice(let choices)? = accepts.expecting, case .text(let word)? = node.literal {
            if choices.contains(word) { return true }
            report(.notAChoice(word, choices), at: argument.span)
        } else {
            report(.wrongArgument(function, accepts.noun, type, source[argument.span]), at: argument.span)
        }
        return false
    }

    /// The one type of the arguments that must be alike, or `nil` where one is unknown; reports where they differ.
    private func commonType(
        _ function: BuiltInFunction, _ arguments: [(expression: Expression, node: Node)], _ span: SourceSpan
    ) -> (sound: Bool, type: ValueType?) {
        guard let first = arguments.first, var common = first.node.type else { return (true, nil) }
        for argument in arguments.dropFirst() {
            guard let type = argument.node.type else { return (true, nil) }
            guard let both = common.unified(with: type) else {
                let words = (source[first.expression.span], source[argument.expression.span])
                report(.notAlike(function, (words.0, common), (words.1, type)), at: span)
                return (false, nil)
            }
            common = both
        }
        return (true, common)
    }
}

extension Node {
    /// The value or table in a row; what it is shows only then, where the type is unknown.
    func datum(_ frame: Frame, _ row: Int) throws -> Datum {
        guard let table else { return .value(try run(frame, row)) }
        if let type { return type.isTable ? .table(try table(frame)) : .value(try run(frame, row)) }
        return try (try? table(frame)).map { .table($0) } ?? .value(run(frame, row))
    }
}

extension BuiltInFunction {
    /// The type of the result where it does not depend on the arguments.
    var fixedResult: ValueType? {
        if case .always(let type) = result { type } else { nil }
    }
}

extension Diagnostic.Code {
    /// A function that does not exist.
    public static let unknownFunction: Self = "unknown-function"
    /// Too few or too many arguments of a function.
    public static let wrongArgumentCount: Self = "wrong-argument-count"
}

extension Diagnostic {
    static func unknownFunction(_ name: String, meant: String?) -> Diagnostic {
        Diagnostic(
            .unknownFunction, Text("There is no function ‘\(name)’.", vi: "Không có hàm ‘\(name)’."), subject: name,
            notes: meant == nil
                ? [Text("`help functions` lists them all.", vi: "`help functions` liệt kê tất cả các hàm.")] : [],
            replacement: meant)
    }

    static func wrongArgumentCount(_ usage: String, _ given: Int, _ wanted: ClosedRange<Int>) -> Diagnostic {
        let few = given < wanted.lowerBound
        return Diagnostic(
            .wrongArgumentCount,
            Text(
                "Too \(few ? "few" : "many") arguments: there \(given == 1 ? "is" : "are") \(given).",
                vi: "\(few ? "Thiếu" : "Thừa") đối số: đang có \(given)."),
            notes: [Text("It is called as `\(usage)`.", vi: "Cách gọi: `\(usage)`.")])
    }

    static func wrongArgument(
        _ function: BuiltInFunction, _ wanted: Text, _ given: ValueType, _ words: String
    ) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(words)’ is \(given.noun.english); ‘\(function.name)’ takes \(wanted.english).",
                vi: "‘\(words)’ là \(given.noun.vietnamese); ‘\(function.name)’ cần \(wanted.vietnamese)."),
            notes: [Text("It is called as `\(function.usage)`.", vi: "Cách gọi: `\(function.usage)`.")])
    }

    static func notAlike(
        _ function: BuiltInFunction, _ left: (String, ValueType), _ right: (String, ValueType)
    ) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(left.0)’ is \(left.1.noun.english), ‘\(right.0)’ \(right.1.noun.english); "
                    + "‘\(function.name)’ needs values of one type.",
                vi: "‘\(left.0)’ là \(left.1.noun.vietnamese), ‘\(right.0)’ là \(right.1.noun.vietnamese); "
                    + "‘\(function.name)’ cần các giá trị cùng kiểu."),
            notes: [Text("It is called as `\(function.usage)`.", vi: "Cách gọi: `\(function.usage)`.")])
    }
}
