import Diagnostics
import Values

extension BuiltInFunction {
    static let texts: [BuiltInFunction] = [
        BuiltInFunction(
            "upper", [Parameter("text", .text)], .always(.text),
            Text("The text in capital letters.", vi: "Chữ in hoa."), .one { .text(try words($0).uppercased().composed) }
        ),
        BuiltInFunction(
            "lower", [Parameter("text", .text)], .always(.text),
            Text("The text in small letters.", vi: "Chữ thường."), .one { .text(try words($0).lowercased().composed) }),
        BuiltInFunction(
            "fold", [Parameter("text", .text)], .always(.text),
            Text(
                "The text in small letters without tones and marks: `đặng` becomes `dang`.",
                vi: "Chữ thường không dấu: `đặng` thành `dang`."), .one { .text(try words($0).folded) }),
        BuiltInFunction(
            "trim", [Parameter("text", .text)], .always(.text),
            Text("The text without spaces at its ends.", vi: "Bỏ khoảng trắng ở hai đầu."),
            .one { .text(String(trimmed(try words($0)))) }),
        BuiltInFunction(
            "length", [Parameter("text", .listOrText)], .always(.number),
            Text(
                "How many letters a text has, or how many items a list.",
                vi: "Số ký tự của chữ hoặc số mục của danh sách."),
            .one { value in
                if case .list(let items) = value { return .number(Number(items.count)) }
                return .number(Number(try words(value).count))
            }),
        BuiltInFunction(
            "contains", [Parameter("text", .text), Parameter("part", .text)], .always(.yesNo),
            Text(
                "Whether a text holds another, letter for letter; `matches` ignores case and tones.",
                vi: "Đoạn chữ có chứa phần này không, đúng từng chữ; `matches` bỏ qua hoa thường và dấu."),
            .two { .yesNo(!pieces(of: try words($0), cutAt: try words($1), most: 1).isEmpty) }),
        BuiltInFunction(
            "starts-with", [Parameter("text", .text), Parameter("part", .text)], .always(.yesNo),
            Text("Whether a text begins with another.", vi: "Đoạn chữ có bắt đầu bằng phần này không."),
            .two { .yesNo(try words($0).utf8.starts(with: words($1).utf8)) }),
        BuiltInFunction(
            "ends-with", [Parameter("text", .text), Parameter("part", .text)], .always(.yesNo),
            Text("Whether a text ends with another.", vi: "Đoạn chữ có kết thúc bằng phần này không."),
            .two { .yesNo(try words($0).utf8.reversed().starts(with: words($1).utf8.reversed())) }),
        BuiltInFunction(
            "replace", [Parameter("text", .text), Parameter("part", .text), Parameter("by", .text)], .always(.text),
            Text("The text with every occurrence of a part replaced.", vi: "Thay mọi chỗ có phần này bằng phần khác."),
            .present(replaced)),
        BuiltInFunction(
            "split", [Parameter("text", .text), Parameter("separator", .text)], .always(.list(.text)),
            Text(
                "The pieces of a text between separators, as a list.",
                vi: "Tách đoạn chữ thành danh sách theo dấu ngăn."),
            .two { .list(split(try words($0), at: try words($1)).map { .text($0) }) }),
        BuiltInFunction(
            "join",
            [Parameter("list", .families([.list], Text("a list", vi: "danh sách"))), Parameter("separator", .text)],
            .always(.text),
            Text("The items of a list as one text.", vi: "Ghép các mục của danh sách thành một đoạn chữ."),
            .two { list, separator in
                guard case .list(let items) = list else { throw Diagnostic.unfit(list) }
                return .text(items.map(\.canonical).joined(separator: try words(separator)).composed)
            }),
        BuiltInFunction(
            "text", [Parameter("x", .any)], .always(.text),
            Text(
                "The value as the language writes it: `33.5%`, `2025-03-14`.",
                vi: "Giá trị viết theo ngôn ngữ lệnh: `33.5%`, `2025-03-14`."), .one { .text($0.canonical) }),
    ]

    /// The text without spaces at its ends.
    static func trimmed(_ text: String) -> Substring {
        let head = text.drop { $0.isWhitespace }
        let tail = head.reversed().prefix { $0.isWhitespace }.count
        return head.dropLast(tail)
    }

    static func words(_ value: Value) throws -> String {
        guard case .text(let text) = value else { throw Diagnostic.unfit(value) }
        return text
    }

    @Sendable private static func replaced(_ values: [Value]) throws -> Value {
        guard values.count == 3 else { return .missing }
        let pieces = split(try words(values[0]), at: try words(values[1]))
        return .text(pieces.joined(separator: try words(values[2])).composed)
    }

    /// The pieces of a text; the whole text where the separator is empty or does not occur.
    private static func split(_ text: String, at separator: String) -> [String] {
        let bytes = Array(text.utf8)
        var list: [String] = []
        var start = 0
        for place in pieces(of: text, cutAt: separator, most: .max) where !separator.isEmpty {
            list.append(String(decoding: bytes[start..<place], as: UTF8.self))
            start = place + separator.utf8.count
        }
        return list + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    /// Where a part begins in a text, in bytes; occurrences do not overlap.
    private static func pieces(of text: String, cutAt part: String, most: Int) -> [Int] {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        guard let first = wanted.first else { return [0] }
        var found: [Int] = []
        var place = 0
        while place + wanted.count <= bytes.count, found.count < most {
            if bytes[place] == first, bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
                found.append(place)
                place += wanted.count
            } else {
                place += 1
            }
        }
        return found
    }
}
