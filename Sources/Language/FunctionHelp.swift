import Documents
import Tables
import Values

/// Pages about the functions of the language.
enum FunctionHelp {
    /// All functions, a line each: those of values, then those of many rows.
    static func overview() -> Document {
        let functions = BuiltInFunction.all
        return Document(
            [.heading(Text("functions of values", vi: "hàm trên giá trị"), level: 2)]
                + list(functions.filter { !$0.isAggregate }).blocks
                + [.heading(Text("functions of many rows", vi: "hàm gộp nhiều dòng"), level: 2)]
                + list(functions.filter(\.isAggregate)).blocks)
    }

    /// The page of one function; `nil` when there is none of that name.
    static func page(_ name: String) -> Document? {
        let functions = BuiltInFunction.all.filter { $0.name == name }
        guard !functions.isEmpty else { return nil }
        let blocks = functions.flatMap { function -> [Block] in
            var blocks: [Block] = [
                .heading(Text(verbatim: function.usage), level: 2), .paragraph(RichText(function.summary)),
            ]
            if function.isAggregate {
                blocks.append(
                    .paragraph(
                        RichText(
                            Text(
                                "It stands in `group by … with` and `pivot … with`; of a whole table: "
                                    + "`\(function.tableUsage)`.",
                                vi: "Dùng trong `group by … with` và `pivot … with`; với cả bảng: "
                                    + "`\(function.tableUsage)`."))))
            }
            return blocks
        }
        return Document(blocks)
    }

    private static func list(_ functions: [BuiltInFunction]) -> Document {
        .fields(functions.map { Field(Text(verbatim: $0.usage), words: $0.summary) })
    }
}
