import Diagnostics
import Syntax
import Values

extension Diagnostic {
    static func unknownProtocol(_ pack: String, _ version: Int?) -> Diagnostic {
        let spoken = version.map(String.init) ?? "–"
        return Diagnostic(
            .packProtocol,
            Text(
                "The program of the pack ‘\(pack)’ speaks protocol \(spoken); Sen speaks \(PackProtocol.version).",
                vi: "Chương trình của gói ‘\(pack)’ dùng giao thức \(spoken); Sen dùng \(PackProtocol.version)."),
            notes: [
                Text(
                    "It is its own number, not the version of Sen: protocol: \(PackProtocol.version).",
                    vi: "Đây là số riêng của giao thức, không phải phiên bản Sen: protocol: \(PackProtocol.version).")
            ])
    }

    static func unstartable(_ pack: String, _ program: String, _ why: String) -> Diagnostic {
        Diagnostic(
            .packUnstartable,
            Text(
                "The program ‘\(program)’ of the pack ‘\(pack)’ does not start: \(why).",
                vi: "Chương trình ‘\(program)’ của gói ‘\(pack)’ không khởi động được: \(why)."),
            notes: [
                Text(
                    "Its first line names its interpreter, such as #!/usr/bin/env python3, or it is a binary.",
                    vi: "Dòng đầu nêu trình thông dịch, ví dụ #!/usr/bin/env python3, hoặc tệp là nhị phân.")
            ])
    }

    static func silent(_ pack: String, seconds: Int, _ words: [UInt8]) -> Diagnostic {
        Diagnostic(
            .packSilent,
            Text(
                "The program of the pack ‘\(pack)’ said nothing for \(seconds) s and was ended.",
                vi: "Chương trình của gói ‘\(pack)’ im lặng suốt \(seconds) giây nên đã bị dừng."),
            notes: lastWords(words))
    }

    static func departed(_ pack: String, _ how: ProgramPipe.Departure, _ words: [UInt8]) -> Diagnostic {
        let (english, vietnamese) =
            switch how {
            case .status(let status): ("status \(status)", "mã thoát \(status)")
            case .signal(let signal): ("signal \(signal)", "tín hiệu \(signal)")
            }
        return Diagnostic(
            .packStopped,
            Text(
                "The program of the pack ‘\(pack)’ ended before it had answered (\(english)).",
                vi: "Chương trình của gói ‘\(pack)’ kết thúc trước khi trả lời xong (\(vietnamese))."),
            notes: lastWords(words) + [
                Text(
                    "Nothing was changed; tell whoever wrote the pack.",
                    vi: "Chưa có gì thay đổi; hãy báo cho người viết gói.")
            ])
    }

    static func garbled(_ pack: String, _ line: [UInt8]) -> Diagnostic {
        let shown = SourceForm.visible(String(decoding: line.prefix(80), as: UTF8.self))
        return Diagnostic(
            .packGarbled,
            Text(
                "The program of the pack ‘\(pack)’ said what the protocol does not know: \(shown)",
                vi: "Chương trình của gói ‘\(pack)’ gửi điều mà giao thức không có: \(shown)"),
            notes: [
                Text(
                    "Each line is one JSON object with its ‘kind’; Plugins/README.md lists them.",
                    vi: "Mỗi dòng là một đối tượng JSON có ‘kind’; xem danh sách trong Plugins/README.md.")
            ])
    }

    static func flooded(_ pack: String) -> Diagnostic {
        Diagnostic(
            .packFlooded,
            Text(
                "The program of the pack ‘\(pack)’ said more than an answer may hold and was ended.",
                vi: "Chương trình của gói ‘\(pack)’ trả lời quá dài nên đã bị dừng."),
            notes: [
                Text(
                    "An answer has at most a million rows, 256 MB, and 1 MB in a line.",
                    vi: "Một câu trả lời có nhiều nhất một triệu dòng, 256 MB, mỗi dòng chữ 1 MB.")
            ])
    }

    /// What a program said of itself before it ended.
    private static func lastWords(_ bytes: [UInt8]) -> [Text] {
        let lines = bytes.split { $0 == 0x0A }.suffix(3)
        return lines.map { Text(verbatim: "| " + SourceForm.visible(String(decoding: $0.prefix(200), as: UTF8.self))) }
    }
}

extension Diagnostic.Code {
    /// A program of another protocol.
    static let packProtocol: Self = "pack-protocol"
    /// A program that cannot be started.
    static let packUnstartable: Self = "pack-unstartable"
    /// A program that does not answer in time.
    static let packSilent: Self = "pack-silent"
    /// A program that ends in the middle of an answer.
    static let packStopped: Self = "pack-stopped"
    /// A line that is none of the protocol's.
    static let packGarbled: Self = "pack-garbled"
    /// An answer that is too large.
    static let packFlooded: Self = "pack-flooded"
}
