import Commands
import Diagnostics
import Language
import Syntax
import Tables
import TestSupport
import Testing
import Values

/// Writes random expressions over the variables of a text.
private struct Maker {
    var dice: Dice

    init(_ seed: Int) { dice = Dice(seed) }

    mutating func make(_ type: Character, _ depth: Int) -> String {
        guard depth > 0, dice.below(6) > 0 else { return leaf(type) }
        return dice.pick(shapes(type)).reduce(into: "") { text, letter in
            text += "NPMDYT".contains(letter) ? make(letter, depth - 1) : String(letter)
        }
    }

    private mutating func leaf(_ type: Character) -> String {
        switch type {
        case "N":
            dice.pick([
                "$n", "$k", "$x", "$none", "0", "1", "-3", "\(dice.below(90))", "2.50", "0.001", "9000000000000000000",
                "length($t)", "year($d)", "3000000000",
            ])
        case "P": dice.pick(["$p", "100%", "33.5%", "0%", "-7%"])
        case "M": dice.pick(["$m", "1 đ", "1_250_000 đ", "$owed", "9000000000000000000 đ"])
        case "D": dice.pick(["$d", "2025-03-14", "2024-12-31", "last-day(2025-Q1)"])
        case "T": dice.pick(["$t", "\"{$n} là ế\"", "\"\u{301}x\"", "\"a{$m:0,0}{$t}\"", "upper($t)"])
        default: dice.pick(["$y", "yes", "no", "$none is missing", "$t is empty", "$t = \"ab\""])
        }
    }

    private func shapes(_ type: Character) -> [String] {
        switch type {
        case "N":
            ["(N + N)", "(N - N)", "(N * N)", "(N / N)", "(P * N)", "(N * P)", "(N / P)", "(P / P)", "(M / M)", "-(N)"]
                + [
                    "if(Y, N, N)", "half(N)", "larger(N, N)", "abs(N)", "(N + 1)", "(N - 2)", "round(N, 1)",
                    "weigh(T, N)",
                ]
        case "P": ["(P + P)", "(P - P)", "(P * P)", "(P / N)", "-(P)", "share(N, N)", "if(Y, P, P)"]
        case "M": ["(M + M)", "(M - M)", "(M * N)", "(N * M)", "(M * P)", "(P * M)", "(M / N)", "(M / P)", "-(M)"]
        case "D": ["if(Y, D, D)", "(D + 3 d)"]
        case "T": ["\"{N} {T}\"", "\"{T}{Y}{D}\"", "tag(T, N)", "\"{M};{P}\"", "if(Y, T, T)"]
        default:
            [
                "(N < N)", "(N >= N)", "(N = N)", "(N != N)", "(M > M)", "(P <= P)", "(D < D)", "(D = 2025-Q1)",
                "(Y = Y)",
            ]
                + ["(Y and Y)", "(Y or Y)", "(not Y)", "(N between N and N)", "($n in [N, N])", "($k not in [N, 3])"]
                + [
                    "(N is missing)", "(M is not missing)", "(N is empty)", "(Y and Y and Y)", "(Y or Y or Y)",
                    "(T = T)",
                ]
        }
    }
}

/// The machine against the evaluator of expressions, whose meaning is the language's.
@Suite struct MachinePropertyTests {
    private let interpreter: Interpreter

    static let setting = """
        def half(a: number) -> number
          return $a / 2
        end
        def larger(a: number, b: number) -> number
          if $a > $b then
            return $a
          elseif $b is missing then
            return $b
          end
          return $b
        end
        def tag(a: text, b: number) -> text
          let note = "{$a}:{$b}"
          return "{$note}!"
        end
        def weigh(a: text, b: number) -> number
          return length("{$a}{$b}") * $b
        end
        let n = 7
        let k = 3.25
        let x = -1_000_000_007
        let none = 1 / 0
        let p = 12.5%
        let m = 1_999_999 đ
        let owed = 1 đ / 0
        let d = 2025-02-28
        let y = 1 = 1
        let t = "ab"
        """

    init() throws {
        interpreter = Interpreter(try Session.empty())
        #expect(interpreter.run(Source(name: "setting", text: Self.setting)) == .finished)
    }

    /// What an expression gives in the evaluator: a datum or the codes and places of what went wrong.
    private func expected(_ text: String) throws -> (datum: Datum?, findings: [Diagnostic])? {
        let source = Source(name: "line", text: text)
        guard let expression = Parser.expression(source).0 else { return nil }
        let checked = ExpressionChecker(interpreter, source: source).check(expression)
        guard checked.findings.allSatisfy({ $0.severity == .warning }) else { return nil }
        do { return (try checked.datum(in: interpreter), []) } catch { return (nil, Diagnostics.of(error)) }
    }

    @Test(arguments: 0..<24) func expressionsMeanTheSame(_ seed: Int) throws {
        var maker = Maker(seed)
        var compared = 0
        for round in 0..<90 {
            let type = maker.dice.pick(Array("NNPMDYYT"))
            let text = maker.make(type, 4)
            guard let (datum, findings) = try expected(text) else { continue }
            let line = "let r\(round) = \(text)"
            switch interpreter.run(Source(name: "line", text: line)) {
            case .finished: #expect(interpreter.value(of: "r\(round)") == datum, "\(text)")
            case .failed(let failed):
                #expect(failed.map(\.code) == findings.map(\.code), "\(text)")
                #expect(failed.first?.place != nil, "\(text)")
            case let other: Issue.record("\(text): \(other)")
            }
            compared += 1
        }
        #expect(compared > 30)
    }

    @Test(arguments: 0..<24) func conditionsDecideTheSame(_ seed: Int) throws {
        var maker = Maker(seed + 1000)
        for _ in 0..<40 {
            let text = maker.make("Y", 4)
            guard let (datum, findings) = try expected(text), findings.isEmpty else { continue }
            let lines = "let way = 0\nif \(text) then\n  set $way = 1\nelse\n  set $way = 2\nend"
            #expect(interpreter.run(Source(name: "lines", text: lines)) == .finished, "\(text)")
            let way = datum == .value(.yesNo(true)) ? 1 : 2
            #expect(interpreter.value(of: "way") == .value(.number(Number(way))), "\(text)")
        }
    }
}

/// Random programs against a reading of the same lines that works every expression out by the evaluator.
@Suite struct ProgramPropertyTests {
    /// A line of a random program, which can write itself and run itself.
    private indirect enum Line {
        case set(String, String)
        case condition(String, [Line], [Line])
        case loop(String, from: String, to: String, step: String?, [Line])
        case each(String, [String], [Line])

        var text: String {
            switch self {
            case .set(let name, let value): "set $\(name) = \(value)\n"
            case .condition(let test, let yes, let no):
                "if \(test) then\n\(yes.map(\.text).joined())else\n\(no.map(\.text).joined())end\n"
            case .loop(let name, let from, let to, let step, let body):
                "for \(name) in range(\(from), \(to)\(step.map { ", " + $0 } ?? "")) do\n"
                    + body.map(\.text).joined() + "end\n"
            case .each(let name, let list, let body):
                "for \(name) in [\(list.joined(separator: ", "))] do\n\(body.map(\.text).joined())end\n"
            }
        }
    }

    /// Runs lines the plain way.
    private final class Reader {
        let interpreter: Interpreter
        var values: [String: Value] = [:]

        init(_ interpreter: Interpreter) { self.interpreter = interpreter }

        func value(_ text: String) throws -> Value {
            let source = Source(name: "line", text: text)
            let expression = try #require(Parser.expression(source).0, "\(text)")
            let place = Variables(interpreter: interpreter, values: values)
            return try ExpressionChecker(place, source: source).check(expression).value(in: place)
        }

        func run(_ lines: [Line]) throws {
            for line in lines {
                switch line {
                case .set(let name, let text): values[name] = try value(text)
                case .condition(let test, let yes, let no): try run(value(test) == .yesNo(true) ? yes : no)
                case .loop(let name, let from, let to, let step, let body):
                    let list = try value("range(\(from), \(to)\(step.map { ", " + $0 } ?? ""))")
                    if case .list(let numbers) = list { try go(name, numbers, body) }
                case .each(let name, let list, let body): try go(name, list.map { try value($0) }, body)
                }
            }
        }

        private func go(_ name: String, _ list: [Value], _ body: [Line]) throws {
            for value in list {
                values[name] = value
                try run(body)
            }
            values[name] = nil
        }
    }

    /// Names and their values, and the functions of an interpreter.
    private struct Variables: Environment {
        let interpreter: Interpreter
        let values: [String: Value]
        var language: DisplayLanguage { interpreter.language }
        var variableNames: [String] { values.keys.sorted() }
        var functionNames: [String] { interpreter.functionNames }
        func variable(_ name: String) -> VariableInfo? { values[name].map { VariableInfo($0.evidentType ?? .number) } }
        func function(_ name: String) -> FunctionSignature? { interpreter.function(name) }
        func check(_ pipeline: Pipeline) -> Checked { interpreter.check(pipeline) }
        func value(of variable: String) -> Datum? { values[variable].map { .value($0) } }
        func call(_ function: String, _ arguments: [Datum]) throws -> Datum {
            try interpreter.call(function, arguments)
        }
        func evaluate(_ pipeline: Pipeline) throws -> Datum { try interpreter.evaluate(pipeline) }
        func written(_ value: Value) -> String { interpreter.written(value) }
        func checkCancelled() throws {}
    }

    private static func lines(_ dice: inout Dice, _ names: [String], _ depth: Int) -> [Line] {
        (0..<(dice.below(3) + 1)).map { _ in
            switch depth > 0 ? dice.below(6) : dice.below(3) {
            case 0, 1: .set(dice.pick(["a", "b", "c"]), number(&dice, names, 2))
            case 2:
                .set(
                    "t",
                    dice.pick(["\"{$t}{\(number(&dice, names, 1))};\"", "\"{$t}ế\"", "\"{$a}\"", "\"\u{301}{$t}\""]))
            case 3: .condition(condition(&dice, names), lines(&dice, names, depth - 1), lines(&dice, names, depth - 1))
            case 4:
                .loop(
                    "i\(depth)", from: "\(dice.below(5))", to: dice.pick(["4", "$b", "-2", "3.5"]),
                    step: dice.pick([nil, nil, "2", "-1", "0.5"]), lines(&dice, names + ["i\(depth)"], depth - 1))
            default:
                .each(
                    "e\(depth)", ["1", "2.5", "-4"], lines(&dice, names + ["e\(depth)"], depth - 1))
            }
        }
    }

    private static func number(_ dice: inout Dice, _ names: [String], _ depth: Int) -> String {
        guard depth > 0 else { return dice.pick(names.map { "$" + $0 } + ["2", "0.5", "11"]) }
        let sign = dice.pick(["+", "-", "*", "/", "+"])
        let sides = (number(&dice, names, depth - 1), number(&dice, names, depth - 1))
        return dice.pick(["(\(sides.0) \(sign) \(sides.1)) / 1000", "down(\(sides.0))", "\(sides.0) \(sign) 3"])
    }

    private static func condition(_ dice: inout Dice, _ names: [String]) -> String {
        let sides = (number(&dice, names, 1), number(&dice, names, 0))
        let test = "\(sides.0) \(dice.pick(["<", ">=", "=", "!="])) \(sides.1)"
        return dice.pick([test, "not (\(test))", "\(test) or $a is missing", "\(test) and $b > 0"])
    }

    @Test(arguments: 0..<40) func programsMeanTheSame(_ seed: Int) throws {
        var dice = Dice(seed)
        let interpreter = Interpreter(try Session.empty())
        let setting = """
            def down(n: number) -> number
              let rest = $n
              for i in range(1, 3) do
                if $rest > 100 then
                  return $rest / 7
                end
                set $rest = $rest + $i
              end
              return -$rest
            end
            let a = 1
            let b = 2.5
            let c = 1_000
            let t = ""

            """
        #expect(interpreter.run(Source(name: "setting", text: setting)) == .finished)
        for _ in 0..<8 {
            let reader = Reader(interpreter)
            for name in ["a", "b", "c", "t"] {
                guard case .value(let value)? = interpreter.value(of: name) else { continue }
                reader.values[name] = value
            }
            let program = Self.lines(&dice, ["a", "b", "c"], 3)
            let text = program.map(\.text).joined()
            var problem: [Diagnostic] = []
            do { try reader.run(program) } catch { problem = Diagnostics.of(error) }
            switch interpreter.run(Source(name: "program", text: text)) {
            case .finished: #expect(problem.isEmpty, "\(text)")
            case .failed(let findings): #expect(findings.map(\.code) == problem.map(\.code), "\(text)")
            case let other: Issue.record("\(text)\(other)")
            }
            for name in ["a", "b", "c", "t"] {
                #expect(interpreter.value(of: name) == reader.values[name].map { .value($0) }, "\(name):\n\(text)")
            }
        }
    }
}
