import Diagnostics
import Values

// Pieces of texts and lists.
extension BuiltInFunction {
    static let textParts: [BuiltInFunction] = [
        BuiltInFunction(
            "left", [Parameter("text", .text), Parameter("letters", .number)], .always(.text),
            Text("The first letters of a text.", vi: "Các ký tự đầu của đoạn chữ."),
            .two { .text(String(try words($0).prefix(try place($1)))) }),
        BuiltInFunction(
            "right", [Parameter("text", .text), Parameter("letters", .number)], .always(.text),
            Text("The last letters of a text.", vi: "Các ký tự cuối của đoạn chữ."),
            .two { .text(String(try words($0).suffix(try place($1)))) }),
        BuiltInFunction(
            "part",
            [Parameter("text", .text), Parameter("from", .number), Parameter("letters", .number, optional: true)],
            .always(.text),
            Text(
                "The letters of a text from a place, counted from 1; to its end where no number is said.",
                vi: "Phần chữ từ vị trí đã cho (đếm từ 1); đến hết nếu không nêu số ký tự."),
            .present { values in
                guard values.count > 1 else { return .missing }
                let rest = try words(values[0]).dropFirst(max(try place(values[1]) - 1, 0))
                return .text(String(values.count > 2 ? rest.prefix(try place(values[2])) : rest))
            }),
        BuiltInFunction(
            "item",
            [
                Parameter("list", .families([.list], Text("a list", vi: "danh sách"))), Parameter("place", .number),
            ], .element,
            Text(
                "One item of a list, counted from 1, from its end for a negative place; missing beyond it.",
                vi: "Một mục của danh sách, đếm từ 1, đếm từ cuối nếu âm; để trống nếu không có."),
            .two { list, at in
                guard case .list(let items) = list else { throw Diagnostic.unfit(list) }
                guard case .number(let number) = at, let whole = number.whole else { throw Diagnostic.notWhole(at) }
                let place = Int(clamping: whole)
                let index = place < 0 ? items.count + max(place, -1 - items.count) : place - 1
                return items.indices.contains(index) ? items[index] : .missing
            }),
    ]

    /// A count of letters; none for a negative one.
    private static func place(_ value: Value) throws -> Int {
        guard case .number(let number) = value, let whole = number.whole else { throw Diagnostic.notWhole(value) }
        return Int(clamping: max(whole, 0))
    }
}
