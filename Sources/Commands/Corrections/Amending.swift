import Database
import Diagnostics
import Documents
import Tables
import Values

extension Correction {
    /// The command that records a record again with some of its values replaced.
    func amending(_ recording: Command, _ examples: [Example]) -> Command {
        let summary = Text(
            "Puts \(nounWithArticle) right: the values given replace those on record, which stay in its history.",
            vi: "Sửa \(noun.vietnamese): giá trị mới thay giá trị đã ghi; giá trị cũ vẫn lưu vết.")
        return Command("amend \(name)", summary, parameters(of: recording), examples: examples) { session, bound in
            try amend(recording, parameters(of: recording), bound, session)
        }
    }

    private func parameters(of recording: Command) -> [ParameterInfo] {
        let keys = Set(key.map(\.name))
        let open = recording.parameters.filter { $0.way != .pipe && !keys.contains($0.name) && !isOwnCode($0) }
        let changes = open.map { parameter in
            ParameterInfo(
                name: parameter.name, way: .label, type: parameter.type, isRequired: false, help: parameter.help,
                standard: nil, isSecret: false)
        }
        let optional = open.filter { !$0.isRequired && $0.standard == nil }
        return key + changes + (optional.isEmpty ? [] : [Correction.without(optional)]) + [Correction.reason]
    }

    private func isOwnCode(_ parameter: ParameterInfo) -> Bool {
        if case .newCode = parameter.type { isCoded } else { false }
    }

    private static func without(_ optional: [ParameterInfo]) -> ParameterInfo {
        let choices = Choices("optional value", optional.map { Choice($0.name, $0.help) })
        return ParameterInfo(
            name: "without", way: .label, type: .list(.choice(choices)), isRequired: false,
            help: Text("Values that are taken away.", vi: "Các giá trị bỏ đi."), standard: nil, isSecret: false)
    }

    private func amend(
        _ recording: Command, _ parameters: [ParameterInfo], _ bound: [Datum?], _ session: Session
    ) throws -> Document {
        var given: [String: Value] = [:]
        for (parameter, datum) in zip(parameters, bound) {
            if case .value(let value)? = datum { given[parameter.name] = value }
        }
        try Correction.requireReason(given["reason"])
        let current = try CurrentRecord(self, bound, session)
        var dropped: Set<Value> = []
        if case .list(let names)? = given["without"] { dropped = Set(names) }
        var changes: [Text] = []
        var values: [Datum?] = []
        for parameter in recording.parameters {
            let before = try current.value(of: parameter)
            let isKey = key.contains { $0.name == parameter.name } || isOwnCode(parameter)
            let after =
                dropped.contains(.text(parameter.name)) ? .missing : isKey ? before : given[parameter.name] ?? before
            values.append(after.isMissing ? nil : .value(after))
            if after != before { changes.append(Correction.change(parameter.name, before, after)) }
        }
        guard !changes.isEmpty else { throw Correction.nothingAmended(current.title) }
        try session.database.execute("UPDATE \(table) SET retired = \(session.entry) WHERE id = \(current.id)")
        _ = try recording.invoke(session, session.bind(recording, values))
        try succeed(current, session)
        return .done(
            Text("Amended \(current.title): ", vi: "Đã sửa \(current.title): ")
                + changes.dropFirst().reduce(changes[0]) { $0 + Text(verbatim: ", ") + $1 })
    }

    /// Carries over what the recording command does not know of, and lets others refer to the new row.
    private func succeed(_ current: CurrentRecord, _ session: Session) throws {
        for column in carried {
            try session.database.execute(
                """
                UPDATE \(table) SET \(column) = (SELECT o.\(column) FROM \(table) o WHERE o.id = \(current.id))
                WHERE recorded = \(session.entry)
                """)
        }
        try session.followSuccessor(in: table)
    }

    static func requireReason(_ reason: Value?) throws {
        if case .text(let words)? = reason, words.contains(where: { $0.isLetter || $0.isNumber }) { return }
        throw Diagnostic(
            .reasonMissing, Text("The reason says nothing.", vi: "Lý do chưa có nội dung."), subject: "reason",
            notes: [Text("Write it in words between the quotes.", vi: "Hãy ghi lý do bằng chữ trong dấu nháy.")])
    }

    private static func change(_ name: String, _ before: Value, _ after: Value) -> Text {
        func shown(_ value: Value, _ language: DisplayLanguage) -> String {
            value.isMissing ? "–" : value.written(in: language)
        }
        return Text(
            "\(name) \(shown(before, .english)) → \(shown(after, .english))",
            vi: "\(name) \(shown(before, .vietnamese)) → \(shown(after, .vietnamese))")
    }

    private static func nothingAmended(_ title: String) -> Diagnostic {
        Diagnostic(
            .nothingAmended,
            Text("\(title) says just this already.", vi: "\(title) đã được ghi đúng như vậy."),
            notes: [
                Text(
                    "Name what changes, such as ‘women: 40’.", vi: "Hãy ghi giá trị cần sửa, ví dụ ‘women: 40’.")
            ])
    }
}

extension Diagnostic.Code {
    /// An amendment that would change nothing.
    static let nothingAmended: Self = "nothing-amended"
    /// A reason without any words.
    static let reasonMissing: Self = "reason-missing"
}
