import Commands
import Diagnostics
import Documents
import Synchronization
import Syntax
import Tables
import Values

/// A manifest as far as it has been read; the commands of ``Vocabulary`` write on it.
final class ManifestDraft: Sendable {
    private let draft = Mutex<Manifest>(Manifest())
    private let kinds: [String]

    init(kinds: [String]) {
        self.kinds = kinds
    }

    var manifest: Manifest { draft.withLock { $0 } }

    /// The types of arguments and columns; those of records come from the registry.
    private static let types = ColumnList.types

    func begin(
        _ name: String, _ summary: Text, _ version: Number, _ program: String?, speaks: Int?, _ patience: Int?
    ) throws -> Document {
        guard name.isPlainName else {
            throw Diagnostic.incomplete(
                Text(
                    "A pack's name is small letters of ASCII, digits and ‘-’.",
                    vi: "Tên gói gồm chữ thường không dấu, chữ số và ‘-’."), subject: "name")
        }
        guard program == nil || speaks == PackProtocol.version else {
            throw Diagnostic.unknownProtocol(name, speaks).about("protocol")
        }
        guard (1...300).contains(patience ?? 10) else {
            throw Diagnostic.incomplete(
                Text("Patience is 1 to 300 seconds.", vi: "Thời gian chờ từ 1 đến 300 giây."), subject: "patience")
        }
        if let program { try checkFile(program, "program") }
        try write { manifest in
            guard manifest.name.isEmpty else {
                throw Diagnostic.incomplete(
                    Text("The pack is named twice.", vi: "Gói được đặt tên hai lần."), subject: "name")
            }
            manifest.name = name
            manifest.summary = summary.visible
            manifest.version = version
            manifest.program = program
            manifest.patience = patience ?? manifest.patience
        }
        return Document()
    }

    func mayRead(_ command: String) throws -> Document {
        try write(behindPack: true) { $0.reads.append(command) }
        return Document()
    }

    func mayPerform(_ command: String) throws -> Document {
        try write(behindPack: true) { $0.performs.append(command) }
        return Document()
    }

    func fixture(_ line: String) throws -> Document {
        try write(behindPack: true) { $0.fixture.append(line) }
        return Document()
    }

    func command(_ command: ManifestCommand) throws -> Document {
        let words = command.name.split(separator: " ", omittingEmptySubsequences: false)
        guard (1...3).contains(words.count), words.allSatisfy({ String($0).isPlainName }) else {
            throw Diagnostic.incomplete(
                Text(
                    "A command is one to three words of small letters, set apart by one blank.",
                    vi: "Lệnh gồm một đến ba từ chữ thường không dấu, cách nhau một dấu cách."), subject: "name")
        }
        if let script = command.script { try checkFile(script, "script") }
        try write(behindPack: true) { manifest in
            guard !manifest.commands.contains(where: { $0.name == command.name }) else {
                throw Diagnostic.incomplete(
                    Text("‘\(command.name)’ is declared twice.", vi: "‘\(command.name)’ được khai báo hai lần."),
                    subject: "name")
            }
            guard (command.script == nil) == (manifest.program != nil) else {
                throw Diagnostic.incomplete(
                    manifest.program == nil
                        ? Text(
                            "The command needs ‘script:’, the file with its lines.",
                            vi: "Lệnh cần ‘script:’, tệp chứa các dòng lệnh.")
                        : Text(
                            "The pack's program answers it; leave ‘script:’ out.",
                            vi: "Chương trình của gói trả lời lệnh này; hãy bỏ ‘script:’."),
                    subject: "script")
            }
            manifest.commands.append(command)
        }
        return Document()
    }

    func argument(
        _ name: String, _ help: Text, type: String?, choices: [String]?, isByName: Bool, isOptional: Bool,
        standard: String?, completes: Bool
    ) throws -> Document {
        let isScript = manifest.program == nil
        let list = choices.map { Choices(name, $0.map { Choice($0, Text(verbatim: $0)) }) }
        let valueType = try list.map { .choice($0) } ?? self.type(type ?? "text")
        if isScript, isOptional || valueType == .time {
            throw Diagnostic.incomplete(
                Text(
                    "An argument of a script is given or has a ‘default:’, and is no duration.",
                    vi: "Tham số của kịch bản phải được ghi hoặc có ‘default:’, và không dùng kiểu duration."),
                subject: isOptional ? "optional" : "type")
        }
        let argument = ManifestArgument(
            name: name, help: help.visible, type: valueType, typeName: list == nil ? type ?? "text" : "text",
            isByName: isByName, isOptional: isOptional, standard: standard, completes: completes)
        try writeCommand { command in
            guard !command.arguments.contains(where: { $0.name == name }) else {
                throw Diagnostic.incomplete(
                    Text("‘\(name)’ is declared twice.", vi: "‘\(name)’ được khai báo hai lần."), subject: "name")
            }
            command.arguments.append(argument)
        }
        return Document()
    }

    func column(_ name: String, _ heading: Text, type: String) throws -> Document {
        let column = ColumnInfo(name, try self.type(type), heading.visible)
        try writeCommand { command in
            guard !command.columns.contains(where: { $0.name == name }) else {
                throw Diagnostic.incomplete(
                    Text("‘\(name)’ is declared twice.", vi: "‘\(name)’ được khai báo hai lần."), subject: "name")
            }
            command.columns.append(column)
        }
        return Document()
    }

    func example(_ example: Example) throws -> Document {
        try writeCommand { $0.examples.append(example) }
        return Document()
    }

    private func type(_ name: String) throws -> ValueType {
        if let type = ManifestDraft.types[name] { return type }
        if kinds.contains(name) { return .code(name) }
        let known = ManifestDraft.types.keys.sorted() + kinds
        throw Diagnostic(
            "unknown-type", Text("‘\(name)’ is not a type.", vi: "‘\(name)’ không phải là một kiểu."), subject: "type",
            replacement: nearest(to: name, among: known))
    }

    private func checkFile(_ name: String, _ subject: String) throws {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
            throw Diagnostic.incomplete(
                Text("A file of the pack is named from its folder.", vi: "Tệp của gói được ghi tính từ thư mục gói."),
                subject: subject)
        }
    }

    private func write(behindPack: Bool = false, _ change: (inout Manifest) throws -> Void) throws {
        try draft.withLock { manifest in
            guard !behindPack || !manifest.name.isEmpty else {
                throw Diagnostic.incomplete(
                    Text("The line ‘pack …’ stands first.", vi: "Dòng ‘pack …’ phải đứng đầu."))
            }
            try change(&manifest)
        }
    }

    private func writeCommand(_ change: (inout ManifestCommand) throws -> Void) throws {
        try write(behindPack: true) { manifest in
            guard let last = manifest.commands.indices.last else {
                throw Diagnostic.incomplete(
                    Text("This belongs below a ‘command’.", vi: "Dòng này phải nằm dưới một dòng ‘command’."))
            }
            try change(&manifest.commands[last])
        }
    }
}

extension Text {
    /// The text of somebody else as it may be shown.
    var visible: Text { map { SourceForm.visible($0) } }
}

extension String {
    /// Whether it is small letters of ASCII, digits and single `-` between them.
    var isPlainName: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return utf8.count <= 40 && utf8.first.map { (0x61...0x7A).contains($0) } == true
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}

extension Diagnostic {
    static func incomplete(_ message: Text, subject: String? = nil) -> Diagnostic {
        Diagnostic(.packIncomplete, message, subject: subject)
    }

    func about(_ subject: String) -> Diagnostic {
        var finding = self
        finding.subject = subject
        return finding
    }
}

extension Diagnostic.Code {
    /// A manifest that lacks something or says what cannot be.
    static let packIncomplete: Self = "pack-incomplete"
}
