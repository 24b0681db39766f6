public import Diagnostics
import Values

extension Diagnostic.Code {
    /// A text of more than ten million bytes.
    public static let tooLarge: Self = "too-large"
    /// Brackets or blocks nested too deep.
    public static let tooDeep: Self = "too-deep"
    /// One statement with too many operators.
    public static let tooManyOperators: Self = "too-many-operators"
    /// Something stands where a value of an expression should.
    public static let expectedExpression: Self = "expected-expression"
    /// Something stands where a command or a value should.
    public static let expectedCommand: Self = "expected-command"
    /// Something stands where an argument's value should.
    public static let expectedValue: Self = "expected-value"
    /// Something stands where a name should.
    public static let expectedName: Self = "expected-name"
    /// Something stands where a column should.
    public static let expectedColumn: Self = "expected-column"
    /// Something stands where a text should.
    public static let expectedText: Self = "expected-text"
    /// Something stands where a whole number should.
    public static let expectedNumber: Self = "expected-number"
    /// Something stands where a date should.
    public static let expectedDate: Self = "expected-date"
    /// Something stands where a table verb should.
    public static let expectedVerb: Self = "expected-verb"
    /// Something stands where a keyword should.
    public static let expectedWord: Self = "expected-word"
    /// Something stands where a mark should.
    public static let expectedMark: Self = "expected-mark"
    /// A bracket that nothing closes.
    public static let unclosedBracket: Self = "unclosed-bracket"
    /// Something stands behind the end of a statement.
    public static let unexpectedRest: Self = "unexpected-rest"
    /// Several values without brackets.
    public static let commaInArguments: Self = "comma-in-arguments"
    /// `3,5`
    public static let decimalComma: Self = "decimal-comma"
    /// `kind = thpt`
    public static let equalInArguments: Self = "equal-in-arguments"
    /// `kind:thpt`
    public static let labelWithoutSpace: Self = "label-without-space"
    /// `share (a, b)`
    public static let spaceBeforeBracket: Self = "space-before-bracket"
    /// `a < b < c`
    public static let chainedComparison: Self = "chained-comparison"
    /// `last week`
    public static let weekIsNoPeriod: Self = "week-is-no-period"
    /// A block without its `end`.
    public static let missingEnd: Self = "missing-end"
    /// An `end`, `else`, `elseif` or `catch` that belongs to no block.
    public static let strayKeyword: Self = "stray-keyword"
    /// `else if`
    public static let elseIf: Self = "else-if"
    /// A `script` line that is not the first.
    public static let headerNotFirst: Self = "header-not-first"
}

extension Diagnostic {
    /// Says what should stand at a place, and what does; nothing stands there at the end of a line.
    static func expected(_ code: Code, _ what: Text, found: String?) -> Diagnostic {
        guard let found else {
            return Diagnostic(
                code,
                Text(
                    "The line ends where \(what.english) should stand.",
                    vi: "Dòng kết thúc ở chỗ cần có \(what.vietnamese)."))
        }
        return Diagnostic(
            code,
            Text(
                "Here should stand \(what.english), not ‘\(found)’.",
                vi: "Ở đây cần có \(what.vietnamese), không phải ‘\(found)’."))
    }

    static let tooLarge = Diagnostic(
        .tooLarge, Text("The text is larger than 10 MB.", vi: "Văn bản lớn hơn 10 MB."),
        notes: [Text("Divide it into several files.", vi: "Hãy chia thành nhiều tệp.")])

    static func tooDeep(_ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooDeep,
            Text(
                "Brackets and blocks are nested deeper than \(limit).", vi: "Ngoặc và khối lồng nhau quá \(limit) tầng."
            ))
    }

    static func tooManyOperators(_ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyOperators,
            Text(
                "One statement holds more than \(limit) operators, verbs and new columns.",
                vi: "Một câu có hơn \(limit) phép toán, phép xử lý bảng và cột mới."),
            notes: [Text("Name parts of it with ‘let’.", vi: "Hãy đặt tên cho từng phần bằng ‘let’.")])
    }

    static func unknownVerb(_ word: String, meant: String) -> Diagnostic {
        Diagnostic(
            .expectedVerb,
            Text("There is no table verb ‘\(word)’.", vi: "Không có phép xử lý bảng ‘\(word)’."), replacement: meant)
    }

    static func unclosedBracket(_ mark: String, line: Int, found: String?) -> Diagnostic {
        var finding = expected(
            .unclosedBracket, Text("‘\(mark)’ or a comma", vi: "‘\(mark)’ hoặc dấu phẩy"), found: found)
        finding.notes = [
            Text("The bracket was opened in line \(line).", vi: "Ngoặc được mở ở dòng \(line).")
        ]
        return finding
    }

    static func unexpectedRest(_ found: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest,
            Text("The statement is complete before ‘\(found)’.", vi: "Câu đã trọn vẹn trước ‘\(found)’."),
            notes: [
                Text(
                    "A new statement begins on a new line; a table verb comes after ‘|’.",
                    vi: "Câu mới bắt đầu ở dòng mới; phép xử lý bảng đứng sau ‘|’.")
            ])
    }

    static let commaInArguments = Diagnostic(
        .commaInArguments,
        Text("Arguments have no commas between them.", vi: "Giữa các tham số không có dấu phẩy."),
        notes: [
            Text(
                "Several values of one argument stand in brackets: [a, b].",
                vi: "Nhiều giá trị của một tham số đặt trong ngoặc vuông: [a, b].")
        ])

    static func decimalComma(_ meant: String) -> Diagnostic {
        Diagnostic(
            .decimalComma,
            Text("Decimals stand behind a point: \(meant).", vi: "Phần thập phân viết sau dấu chấm: \(meant)."),
            replacement: meant)
    }

    static func equalInArguments(_ name: String, _ isFollowed: Bool) -> Diagnostic {
        Diagnostic(
            .equalInArguments,
            Text("An argument's name has a colon: ‘\(name):’.", vi: "Tên tham số đi với dấu hai chấm: ‘\(name):’."),
            notes: [Text("A condition comes after ‘| where’.", vi: "Điều kiện đứng sau ‘| where’.")],
            replacement: "\(name):" + (isFollowed ? "" : " "))
    }

    static func labelWithoutSpace(_ label: String) -> Diagnostic {
        Diagnostic(
            .labelWithoutSpace, Text("Behind ‘\(label)’ stands a space.", vi: "Sau ‘\(label)’ phải có dấu cách."),
            replacement: label + " ")
    }

    static func spaceBeforeBracket(_ name: String) -> Diagnostic {
        Diagnostic(
            .spaceBeforeBracket,
            Text(
                "A function has its bracket right behind its name: ‘\(name)(’.",
                vi: "Dấu ngoặc của hàm viết liền sau tên: ‘\(name)(’."),
            replacement: name + "(")
    }

    static let chainedComparison = Diagnostic(
        .chainedComparison,
        Text("Comparisons cannot be chained.", vi: "Không nối liền nhiều phép so sánh."),
        notes: [
            Text(
                "Write ‘x between a and b’, or join two with ‘and’.",
                vi: "Hãy viết ‘x between a and b’, hoặc nối hai phép bằng ‘and’.")
        ])

    static let weekIsNoPeriod = Diagnostic(
        .weekIsNoPeriod,
        Text(
            "Sen reports by months and longer, so a week is no period.",
            vi: "Sen báo cáo theo tháng trở lên nên tuần không phải là kỳ."),
        notes: [
            Text(
                "Write day, month, quarter, half, year or school-year.",
                vi: "Hãy viết day, month, quarter, half, year hoặc school-year.")
        ])

    static func missingEnd(_ opener: String, line: Int) -> Diagnostic {
        Diagnostic(
            .missingEnd,
            Text("The ‘\(opener)’ of line \(line) has no ‘end’.", vi: "‘\(opener)’ ở dòng \(line) thiếu ‘end’."),
            notes: [Text("‘end’ stands on a line of its own.", vi: "‘end’ đứng riêng một dòng.")])
    }

    static func strayKeyword(_ word: String) -> Diagnostic {
        let place: Text? =
            switch word {
            case "else", "elseif": Text("It belongs into an ‘if’ block.", vi: "Từ này chỉ dùng trong khối ‘if’.")
            case "catch": Text("It belongs into a ‘try’ block.", vi: "Từ này chỉ dùng trong khối ‘try’.")
            default: nil
            }
        return Diagnostic(
            .strayKeyword,
            Text("No open block takes this ‘\(word)’.", vi: "Không có khối nào đang mở nhận ‘\(word)’ này."),
            notes: place.map { [$0] } ?? [])
    }

    static let elseIf = Diagnostic(
        .elseIf, Text("‘else if’ is one word: ‘elseif’.", vi: "‘else if’ viết liền thành ‘elseif’."),
        replacement: "elseif")

    static let headerNotFirst = Diagnostic(
        .headerNotFirst,
        Text("The ‘script’ line comes before every statement.", vi: "Dòng ‘script’ phải đứng trước mọi câu."))
}
