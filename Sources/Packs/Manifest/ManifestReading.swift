import Commands
import Database
import Diagnostics
import Language
import Syntax
import Values

extension Manifest {
    /// Reads a manifest; `kinds` are the kinds of records whose codes it may name. What is wrong is thrown, with its
    /// place in the text.
    init(reading bytes: [UInt8], named name: String, kinds: [String]) throws {
        let source = Source(name: name, text: String(decoding: bytes, as: UTF8.self))
        let parse = Parser.parse(source)
        guard parse.findings.isEmpty else { throw Diagnostics(parse.findings) }
        if parse.program.header != nil { throw Diagnostic.notPlain.placed(at: SourceSpan(0, 0), in: source) }
        for statement in parse.program.statements where !statement.isPlain {
            throw Diagnostic.notPlain.placed(at: statement.span, in: source)
        }
        let draft = ManifestDraft(kinds: kinds)
        switch Interpreter(try Session.readingManifests(with: Vocabulary(draft: draft))).run(source) {
        case .finished, .exited: self = draft.manifest
        case .failed(let findings), .notUnderstood(let findings): throw Diagnostics(findings)
        case .expectationFailed(let finding): throw finding
        }
    }
}

extension Statement {
    /// Whether it is one sentence and nothing else, so that reading a manifest runs nothing.
    fileprivate var isPlain: Bool {
        guard case .sentence(let prefixes, let pipeline) = kind, prefixes.isEmpty, pipeline.stages.isEmpty,
            case .sentence(let sentence) = pipeline.origin
        else { return false }
        return sentence.arguments.allSatisfy(\.value.isPlain)
    }
}

extension ArgumentValue {
    fileprivate var isPlain: Bool {
        switch kind {
        case .word, .literal: true
        case .string(let literal): literal.plain != nil
        case .list(let items): items.allSatisfy(\.isPlain)
        case .relative, .variable, .call, .group: false
        }
    }
}

extension Session {
    /// A session that knows the words of manifests only, without a database.
    fileprivate static func readingManifests(with vocabulary: Vocabulary) throws -> Session {
        let open: () throws -> any Connection = { throw Diagnostic.notPlain }
        return try Session(
            registry: Registry([vocabulary.asPack]),
            database: DeferredConnection(Manifest.file, isReadOnly: true, open: open),
            surroundings: Surroundings(
                now: { Instant(seconds: 0) }, actor: "", origin: Manifest.file, language: .english,
                askSecret: { _ in nil }, files: MemoryFiles(), emptyDatabase: { _ in try open() }))
    }
}

extension Diagnostic {
    fileprivate static var notPlain: Diagnostic {
        Diagnostic(
            .packNotPlain,
            Text(
                "A manifest is sentences and nothing else: no blocks, variables or pipes.",
                vi: "Tệp khai báo gói chỉ gồm các câu lệnh: không có khối, biến hay dấu gạch đứng."))
    }
}

extension Diagnostic.Code {
    /// A manifest with more in it than sentences.
    static let packNotPlain: Self = "pack-not-plain"
}
