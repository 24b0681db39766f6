public import Diagnostics
import Syntax
import Values

// What a bare word means: a column first, else one of the list or a code where one is expected.
extension Compilation {
    func bareWord(_ word: Word, _ expecting: ValueType?) -> Node {
        if let node = column(word.text) { return node }
        switch expecting {
        case .choice(let choices): return choice(word.text, of: choices, word.span, expecting)
        case .code(let kind):
            scope.names(word.text, of: kind, at: Place(source: source, span: word.span))
            return .constant(.text(word.text), expecting)
        case .newCode: return .constant(.text(word.text), expecting)
        default: break
        }
        if columns == .unknown || group?.isOpen == true { return .unknown }
        if let column = group?.rows?[word.text] {
            report(.notAggregated(column), at: word.span)
        } else {
            report(unknownWord(word.text, expecting), at: word.span)
        }
        return .unknown
    }

    /// Whether a word means nothing by itself, so that the other side of a comparison must be read first.
    func isUnresolved(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .column(let name): columns != .unknown && group?.isOpen != true && column(name) == nil
        case .literal(.number), .string: true
        default: false
        }
    }

    /// One of a list, or a finding that says which there are.
    func choice(_ word: String, of choices: Choices, _ span: SourceSpan, _ type: ValueType?) -> Node {
        guard choices.contains(word) else {
            report(.notAChoice(word, choices), at: span)
            return .unknown
        }
        return .constant(.text(word), type)
    }

    private func column(_ name: String) -> Node? {
        if let group { return group.column(name) }
        guard let schema = columns.schema else { return nil }
        guard let place = schema.index(of: name) else {
            guard let further = schema.further, further.mayBe(name) else { return nil }
            metUnknown = true
            return Node(further.value, Node.unknown.run)
        }
        return .column(place, schema.columns[place].type)
    }

    private func unknownWord(_ word: String, _ expecting: ValueType?) -> Diagnostic {
        let names = group?.names ?? columns.schema?.names
        let nearestColumn = names.flatMap { nearest(to: word, among: $0) }
        if let names, let nearestColumn {
            return .unknownColumn(word, among: names, replacement: nearestColumn).told(of: columns.schema?.further)
        }
        if let variable = nearest(to: word, among: scope.variableNames), variable.folded == word.folded || names == nil
        {
            return .unknownColumn(word, among: names, replacement: "$" + variable)
        }
        let quoted = expecting?.family == .text || names == nil ? "\"\(word)\"" : nil
        return .unknownColumn(word, among: names, replacement: quoted).told(of: columns.schema?.further)
    }
}

extension Diagnostic.Code {
    /// A bare word that is no column here.
    public static let unknownColumn: Self = "unknown-column"
    /// A column that has several values in a group.
    public static let notAggregated: Self = "not-aggregated"
}

extension Diagnostic {
    static func unknownColumn(_ word: String, among names: [String]?, replacement: String? = nil) -> Diagnostic {
        guard let names else {
            return Diagnostic(
                .unknownColumn,
                Text(
                    "‘\(word)’ is a bare word, and there is no table here whose column it could be.",
                    vi: "‘\(word)’ là từ không có dấu ngoặc kép, mà ở đây không có bảng nào để nó là tên cột."),
                subject: word,
                notes: [
                    Text(
                        "A text has quotes, a variable begins with `$`.",
                        vi: "Chữ phải đặt trong ngoặc kép, biến bắt đầu bằng `$`.")
                ], replacement: replacement)
        }
        return Diagnostic(
            .unknownColumn, Text("There is no column ‘\(word)’.", vi: "Không có cột ‘\(word)’."), subject: word,
            notes: [listed(names, Text("The columns are", vi: "Các cột gồm"))], replacement: replacement)
    }

    /// A word in place of a column's name.
    static func unknownColumn(_ word: String, in schema: Schema) -> Diagnostic {
        .unknownColumn(word, among: schema.names, replacement: nearest(to: word, among: schema.names))
            .told(of: schema.further)
    }

    /// The finding with a word on the columns that a pivot makes.
    fileprivate func told(of further: FurtherColumns?) -> Diagnostic {
        guard let further else { return self }
        var copy = self
        copy.notes.append(
            Text(
                "The pivot makes one more for each value; each is named like \(further.key.noun.english).",
                vi: "Mỗi giá trị được xoay thêm một cột, tên cột là \(further.key.noun.vietnamese)."))
        return copy
    }

    static func notAggregated(_ column: ColumnInfo) -> Diagnostic {
        let adds = [.number, .money, .time].contains(column.type.family)
        return Diagnostic(
            .notAggregated,
            Text(
                "‘\(column.name)’ has one value for each row of a group, not one for the group.",
                vi: "Trong một nhóm, ‘\(column.name)’ có mỗi dòng một giá trị, không phải một giá trị chung."),
            subject: column.name,
            notes: [
                Text(
                    "Say which value is meant: sum, average, min, max, first …",
                    vi: "Hãy nói rõ cần giá trị nào: sum, average, min, max, first …")
            ], replacement: adds ? "sum(\(column.name))" : "first(\(column.name))")
    }

    static func notAChoice(_ word: String, _ choices: Choices) -> Diagnostic {
        let words = choices.options.map(\.word)
        return Diagnostic(
            .notAChoice,
            Text(
                "‘\(word)’ is no \(choices.name).",
                vi: "‘\(word)’ không có trong danh mục."),
            subject: word, notes: [listed(words, Text("One of", vi: "Một trong"))],
            replacement: nearest(to: word, among: words))
    }

    /// A note that lists words, a dozen at most.
    static func listed(_ words: [String], _ lead: Text) -> Text {
        guard !words.isEmpty else { return lead + Text(" none.", vi: " không có gì.") }
        let shown = words.prefix(12).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
        return lead + Text(verbatim: ": \(shown)")
    }
}
