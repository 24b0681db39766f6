public import Commands
public import Diagnostics
public import Documents
public import Syntax
public import Values

/// A session as it is written in a manual or test: lines behind `> ` and what they answer below.
///
/// A line that goes on is continued behind `. `; one behind `@ ` is a ``TranscriptSetting``. Everything
/// between two lines is the answer, blank lines at its ends
/// left out; what follows a line behind `## ` is prose. The text outside fences of a Markdown file is no part of it.
public struct Transcript: Sendable {
    /// The steps in order.
    public let steps: [TranscriptStep]

    /// Reads a `.session` file.
    public init(session text: String) {
        steps = Transcript.read(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), from: 1)
    }

    /// Reads the fenced `session` blocks of a Markdown file, one after the other.
    public init(markdown text: String) {
        var steps: [TranscriptStep] = []
        var block: [String]?
        var start = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated()
        {
            if let lines = block {
                if line == "```" {
                    steps += Transcript.read(lines, from: start)
                    block = nil
                } else {
                    block?.append(line)
                }
            } else if line == "```session" {
                block = []
                start = index + 2
            }
        }
        self.steps = steps
    }

    /// The file's text with the answers in place of those that it had, in the order of the steps.
    public func updated(_ text: String, _ answers: [[String]]) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (step, answer) in zip(steps, answers).reversed() {
            let first = step.line - 1 + step.input.split(separator: "\n", omittingEmptySubsequences: false).count
            let last = min(first + step.answer.count, lines.count)
            // Blank lines at the end of an answer belong to the layout of the file.
            let blank = step.answer.reversed().prefix { $0.allSatisfy { $0 == " " } }.count
            let kept = step.answer.count == blank ? 0 : blank
            lines.replaceSubrange(first..<max(first, last - kept), with: answer)
        }
        let updated = lines.joined(separator: "\n")
        return text.hasSuffix("\n") && !updated.hasSuffix("\n") ? updated + "\n" : updated
    }

    private static func read(_ lines: [String], from first: Int) -> [TranscriptStep] {
        var steps: [TranscriptStep] = []
        var isProse = true
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("## ") { isProse = true }
            if line.hasPrefix("> ") || line.hasPrefix("@ ") { isProse = false }
            if isProse { continue }
            if line.hasPrefix("> ") || line.hasPrefix("@ ") {
                steps.append(
                    TranscriptStep(
                        input: String(line.dropFirst(2)), answer: [], line: first + index,
                        isSetting: line.hasPrefix("@ ")))
            } else if line.hasPrefix(". "), let last = steps.indices.last, steps[last].answer.isEmpty {
                steps[last].input += "\n" + line.dropFirst(2)
            } else if let last = steps.indices.last {
                steps[last].answer.append(line)
            }
        }
        return steps
    }
}

/// One line of a transcript with its answer.
public struct TranscriptStep: Sendable, Hashable {
    /// What is typed.
    public var input: String
    /// The lines of the answer as written.
    public var answer: [String]
    /// The number of the line in the file.
    public let line: Int
    /// Whether it sets something of the session and is no line of the language.
    public var isSetting = false

    /// The answer without blank lines at its ends and blanks at the ends of lines.
    public var trimmedAnswer: [String] { TranscriptStep.trim(answer) }

    /// Drops blank lines at both ends and blanks at the ends of lines.
    public static func trim(_ lines: [String]) -> [String] {
        var lines = lines.map { line in
            var line = Substring(line)
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }
}

/// Runs transcripts in a session and keeps what the lines really answer.
public final class TranscriptRunner: InterpreterListener {
    private let interpreter: Interpreter
    private let render: (Document, DisplayLanguage) -> String
    private let explain: ([Diagnostic], DisplayLanguage) -> String
    private var output = ""
    private var arguments: [(name: String, text: String)] = []

    /// The day on which transcripts are told, unless `@ today` gives another.
    public static let day = Day(iso: "2025-12-01") ?? Day(number: 0)
    /// What a transcript types where a secret is asked for, unless `@ secret` gives another.
    public static let secret = "một câu mật khẩu dài"

    /// Takes the session and the two ways of writing answers and findings.
    public init(
        _ session: Session, render: @escaping (Document, DisplayLanguage) -> String,
        explain: @escaping ([Diagnostic], DisplayLanguage) -> String
    ) {
        interpreter = Interpreter(session)
        self.render = render
        self.explain = explain
        interpreter.listener = self
    }

    /// Runs one step; gives the lines it answers.
    public func run(_ step: TranscriptStep) -> [String] {
        output = ""
        if step.isSetting { return set(step.input) }
        defer { arguments = [] }
        let ending = interpreter.run(Source(name: "prompt", text: step.input), arguments: arguments)
        switch ending {
        case .finished: break
        case .exited(let status): output += "exit \(status)\n"
        case .failed(let findings), .notUnderstood(let findings): output += explain(findings)
        case .expectationFailed(let finding): output += explain([finding])
        }
        return TranscriptStep.trim(output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    /// Keeps an answer.
    public func answer(_ document: Document) { output += render(document, interpreter.language) }

    /// Keeps what a line says of itself.
    public func log(_ level: LogLevel, _ text: String) { output += "\(level.rawValue): \(text)\n" }

    /// Keeps a warning.
    public func warn(_ finding: Diagnostic) { output += explain([finding]) }

    private func explain(_ findings: [Diagnostic]) -> String { explain(findings, interpreter.language) }

    private func set(_ text: String) -> [String] {
        do {
            switch try TranscriptSetting(text) {
            case .arguments(let given): arguments = given
            case .check: output += explain(interpreter.check(Source(name: "prompt", text: text.linesBehindFirst)))
            case let setting: try setting.apply(to: interpreter.session)
            }
        } catch {
            output += explain(Diagnostics.of(error))
        }
        return TranscriptStep.trim(output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
}
