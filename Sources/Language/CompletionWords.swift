public import Values

/// The words of the language itself, as candidates.
public enum CompletionWords {
    /// The table verbs.
    public static let verbs: [Choice] = [
        Choice("where", Text("keep the rows for which it holds", vi: "giữ các dòng thoả điều kiện")),
        Choice("keep", Text("keep these columns", vi: "giữ các cột này")),
        Choice("drop", Text("leave these columns out", vi: "bỏ các cột này")),
        Choice("add", Text("work out a column", vi: "thêm cột tính được")),
        Choice("rename", Text("give a column another name", vi: "đổi tên cột")),
        Choice("sort by", Text("put the rows in order", vi: "sắp xếp các dòng")),
        Choice("first", Text("the first rows", vi: "các dòng đầu")),
        Choice("last", Text("the last rows", vi: "các dòng cuối")),
        Choice("group by", Text("one row for each group", vi: "gộp theo nhóm")),
        Choice("distinct", Text("each row once", vi: "bỏ dòng trùng")),
        Choice("count", Text("how many rows", vi: "đếm số dòng")),
        Choice("join", Text("put columns of another table beside", vi: "ghép cột của bảng khác")),
        Choice("pivot", Text("values as columns", vi: "xoay giá trị thành cột")),
        Choice("unpivot", Text("columns as values", vi: "xoay cột thành giá trị")),
        Choice("fill", Text("carry values down into gaps", vi: "điền chỗ trống từ dòng trên")),
    ]

    /// The first words of the table verbs.
    static let verbNames = Set(verbs.map { String($0.word.prefix { $0 != " " }) })

    /// The words that begin a statement.
    public static let statements: [Choice] = [
        Choice("let", Text("name a value: let x = …", vi: "đặt tên cho giá trị: let x = …")),
        Choice("if", Text("if … then … end", vi: "nếu … thì …: if … then … end")),
        Choice("for", Text("for each row: for row in … do … end", vi: "với mỗi dòng: for row in … do … end")),
        Choice(
            "atomic",
            Text("all of it or nothing: atomic \"…\" … end", vi: "làm tất cả hoặc không gì: atomic \"…\" … end")),
        Choice(
            "try",
            Text("go on after a mistake: try … catch problem … end", vi: "khi lỗi: try … catch problem … end")),
        Choice(
            "def",
            Text("make a function: def name(a: type) -> type … end", vi: "tạo hàm: def name(a: type) -> type … end")),
        Choice("expect", Text("warn or stop unless it holds", vi: "cảnh báo hoặc dừng nếu không thoả")),
        Choice("use", Text("take in another script", vi: "dùng kịch bản khác")),
        Choice("plan", Text("try the line out and change nothing", vi: "chạy thử, không thay đổi gì")),
        Choice("time", Text("measure the line", vi: "đo thời gian chạy")),
        Choice("as-of", Text("what was recorded by a day", vi: "theo dữ liệu đã ghi đến một ngày")),
        Choice("exit", Text("leave", vi: "thoát")),
    ]

    /// The words inside a block that end it or go on with it.
    public static let blocks: [Choice] = [
        Choice("end", Text("end of the block", vi: "hết khối")),
        Choice("else", Text("otherwise", vi: "nếu không")),
        Choice("elseif", Text("or if", vi: "hoặc nếu")),
        Choice("catch", Text("what to do after a mistake", vi: "làm gì khi có lỗi")),
    ]

    /// The words that a clause of a verb can go on with behind a value.
    static func following(_ verb: String, _ words: [String]) -> [String] {
        switch verb {
        case "where", "add": conditions
        case "sort": ["asc", "desc"]
        case "group": words.contains("with") ? conditions : ["with"]
        case "join": words.contains("on") ? ["keep unmatched"] : ["on"]
        case "pivot": words.contains("with") ? [] : words.contains("by") ? ["with"] : ["by"]
        case "rename": ["to"]
        default: []
        }
    }

    /// The words that join conditions and compare.
    static let conditions = ["and", "or", "is missing", "is not missing", "in", "not in", "between", "matches"]
    /// The words behind which a value is expected.
    static let operators: Set<String> = ["and", "or", "not", "by", "with", "on", "between", "in", "to", "matches"]
}
