import Commands
import Diagnostics
import Documents
import Syntax
import Tables
import Values

extension Explanation {
    /// The description, with arguments as they would be given now.
    func document(in interpreter: Interpreter) -> Document {
        var blocks = prefixes.map { Block.paragraph(RichText(words($0))) }
        switch subject {
        case .function(let signature):
            let gives = signature.result.map { " -> \($0.name)" } ?? ""
            blocks.append(.paragraph(RichText(Text(verbatim: signature.usage + gives), .code)))
            let fields = signature.parameters.map {
                Field(Text(verbatim: $0.name), words: Text(verbatim: $0.type?.name ?? "?"))
            }
            if !fields.isEmpty { blocks.append(.fields(fields)) }
            blocks += touched.blocks
        case .pipeline(.sentence(let sentence), let stages):
            blocks += interpreter.described(sentence)
            blocks += steps(stages, after: sentence.command.returns, interpreter)
        case .pipeline(.value(let text, let type), let stages):
            blocks.append(
                .paragraph(
                    RichText([
                        RichText.Run(Text(verbatim: text), .code),
                        RichText.Run(Text(verbatim: ": ") + (type ?? .anyTable).layout),
                    ])))
            blocks += steps(stages, after: type, interpreter)
            if !touched.commands.isEmpty { blocks += touched.blocks }
        }
        return Document(blocks + [.message(RichText(Text("Nothing was run.", vi: "Chưa chạy gì cả.")), remark: nil)])
    }

    private func steps(_ stages: [Stage], after first: ValueType?, _ interpreter: Interpreter) -> [Block] {
        var blocks: [Block] = []
        if case .pipeline(.sentence, _) = subject, let first, first != .nothing {
            blocks.append(.paragraph(RichText(Text("It gives ", vi: "Kết quả: ") + first.layout)))
        }
        guard !stages.isEmpty else { return blocks }
        var before = first
        let items = stages.map { stage in
            defer { before = stage.type }
            let same = Text("the same columns", vi: "các cột như trước")
            let layout = stage.type == before ? same : (stage.type ?? .anyTable).layout
            return RichText([
                RichText.Run(Text(verbatim: stage.text), .code),
                RichText.Run(Text(verbatim: ": ") + stage.words + Text(verbatim: " → ") + layout),
            ])
        }
        blocks.append(.items(items, numbered: true))
        if stages.contains(where: { $0.sentence == nil }) {
            blocks.append(.paragraph(RichText(work(stages.count, interpreter))))
        }
        return blocks
    }

    /// Who does the stages: the database or Sen in memory.
    private func work(_ count: Int, _ interpreter: Interpreter) -> Text {
        let inDatabase = code.map { interpreter.stagesInDatabase($0) } ?? 0
        return switch inDatabase {
        case 0: Text("All of it is worked out in memory.", vi: "Mọi bước đều tính trong bộ nhớ.")
        case count...: Text("The database does all of it.", vi: "Cơ sở dữ liệu làm mọi bước.")
        case 1:
            Text(
                "The database does the first of these; the rest is worked out in memory.",
                vi: "Cơ sở dữ liệu làm bước đầu; các bước còn lại tính trong bộ nhớ.")
        default:
            Text(
                "The database does the first \(inDatabase) of these; the rest is worked out in memory.",
                vi: "Cơ sở dữ liệu làm \(inDatabase) bước đầu; các bước còn lại tính trong bộ nhớ.")
        }
    }

    private func words(_ prefix: Prefix) -> Text {
        switch prefix {
        case .plan:
            Text(
                "plan: it would be tried out, and everything taken back.",
                vi: "plan: chạy thử rồi huỷ mọi thay đổi.")
        case .time: Text("time: the time it takes would be told.", vi: "time: cho biết thời gian chạy.")
        case .asOf(let day, _):
            Text(
                "as-of \(day): it would answer with what was recorded by the end of that day, which "
                    + "also counts as today.",
                vi: "as-of \(day): trả lời theo dữ liệu đã ghi đến hết ngày đó; ngày đó cũng được coi là hôm nay.")
        case .explain: Text(verbatim: "")
        }
    }
}

extension Touched {
    /// What would be read, changed and written, a line each.
    var blocks: [Block] {
        let lines: [(Text, [String])] = [
            (Text("reads with", vi: "đọc bằng"), commands(.reads)),
            (Text("changes the database with", vi: "thay đổi dữ liệu bằng"), commands(.writes, .composes, .replaces)),
            (Text("writes files with", vi: "ghi tệp bằng"), commands(.exports)),
        ]
        let fields = lines.filter { !$0.1.isEmpty }.map {
            Field($0.0, words: Text(verbatim: $0.1.joined(separator: ", ")))
        }
        guard !fields.isEmpty else {
            return [
                .paragraph(
                    RichText(
                        Text("It touches nothing: it only computes.", vi: "Chỉ tính toán, không đụng đến dữ liệu.")))
            ]
        }
        return [.fields(fields)]
    }
}

extension Interpreter {
    /// A command with its summary, its effect and the arguments as they would be given now.
    func described(_ sentence: SentenceCode) -> [Block] {
        let command = sentence.command
        var blocks: [Block] = [
            .paragraph(
                RichText([
                    RichText.Run(Text(verbatim: command.name), .code),
                    RichText.Run(Text(verbatim: ": ") + command.summary),
                ])),
            .paragraph(RichText(command.effect.words)),
        ]
        let fields = command.parameters.indices.filter { command.parameters[$0].way != .pipe }.map { index in
            let parameter = command.parameters[index]
            let name = parameter.way == .label ? parameter.name + ":" : parameter.name.uppercased()
            return Field(
                Text(verbatim: name),
                words: described(
                    parameter, sentence.arguments[index], sentence.spans[index].map { sentence.source[$0] }))
        }
        if !fields.isEmpty { blocks.append(.fields(fields)) }
        return blocks
    }

    private func described(_ parameter: ParameterInfo, _ given: ArgumentCode?, _ text: String?) -> Text {
        guard let given, let text else {
            guard let value = try? session.standardValue(parameter) else {
                return Text("not given", vi: "không có")
            }
            return meaning(value, parameter.type) + Text(" (default)", vi: " (mặc định)")
        }
        if parameter.isSecret { return Text("given, and not shown", vi: "đã có, không hiện ra") }
        guard let value = known(given, text) else {
            return Text("\(text) (worked out when it runs)", vi: "\(text) (tính khi chạy)")
        }
        let shown = meaning(value, parameter.type)
        switch given {
        case .relative, .pipeline: return Text(verbatim: "\(text) = ") + shown
        case .value, .text, .list: return shown
        }
    }

    /// The value of an argument, where it can be told without running anything.
    private func known(_ code: ArgumentCode, _ text: String) -> Value? {
        switch code {
        case .value(let value): return value
        case .relative: return try? value(code)
        case .list(let items):
            let values = items.compactMap { known($0, "") }
            return values.count == items.count ? .list(values) : nil
        case .pipeline:
            guard text.hasPrefix("$"), case .value(let value)? = value(of: String(text.dropFirst())) else { return nil }
            return value
        case .text: return nil
        }
    }

    /// A value with what it stands for: a code's record, a word's meaning, a period in words.
    private func meaning(_ value: Value, _ type: ValueType) -> Text {
        switch (type, value) {
        case (.code(let name), .text(let code)):
            guard let kind = session.registry.kind(name) else { return Text(verbatim: code) }
            let found = try? kind.codes(session, code, 20).first { $0.word == code }
            guard let meaning = found?.meaning else {
                return Text(
                    "\(code) (no such \(kind.noun.english))", vi: "\(code) (không có \(kind.noun.vietnamese) này)")
            }
            return Text(verbatim: "\(code) · ") + meaning
        case (.choice(let choices), .text(let word)):
            return Text(verbatim: "\(word) · ")
                + (choices.options.first { $0.word == word }?.meaning ?? Text(verbatim: ""))
        case (.newCode, .text(let code)): return Text(verbatim: code)
        case (_, .period(let period)): return Text(verbatim: "\(period) · ") + period.words
        default: return Text(verbatim: SourceForm.of(value) ?? value.plain)
        }
    }
}

extension Effect {
    /// What a command does to the world, as a sentence.
    var words: Text {
        switch self {
        case .reads: Text("It reads and changes nothing.", vi: "Lệnh chỉ đọc, không thay đổi gì.")
        case .writes:
            Text(
                "It changes the database; its sentence goes into the journal.",
                vi: "Lệnh thay đổi cơ sở dữ liệu; câu lệnh được ghi vào nhật ký.")
        case .composes:
            Text(
                "It changes the database through other commands; their sentences go into the journal.",
                vi: "Lệnh thay đổi cơ sở dữ liệu thông qua các lệnh khác; câu của các lệnh ấy được ghi vào nhật ký.")
        case .exports: Text("It writes files, and not the database.", vi: "Lệnh ghi tệp, không ghi cơ sở dữ liệu.")
        case .replaces:
            Text(
                "It replaces all that the database holds, its journal too.",
                vi: "Lệnh thay toàn bộ nội dung cơ sở dữ liệu, kể cả nhật ký.")
        }
    }
}

extension ValueType {
    /// A type in words: a table by its columns with their types.
    var layout: Text {
        guard case .table(let schema) = self else {
            switch self {
            case .anyTable:
                return Text(
                    "a table whose columns are known only when it is there", vi: "bảng chỉ biết cột khi có dữ liệu")
            case .nothing: return Text("nothing", vi: "không có giá trị")
            default: return Text("one value: \(name)", vi: "một giá trị kiểu \(name)")
            }
        }
        let columns = schema.columns.map { "\($0.name) (\($0.type.name))" }.joined(separator: ", ")
        return Text("a table: \(columns)", vi: "bảng: \(columns)")
    }
}
