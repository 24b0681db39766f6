import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@Suite struct SessionImportTests {
    private let sheet = """
        Đơn vị;Ngày tổ chức;Nội dung truyền thông;Hình thức;Nữ;Nam;Tổng số;Đợt
        THPT Lê Chân;18/11/2025;Bình đẳng giới trên không gian mạng;nói chuyện chuyên đề;310;;600;BDG-2025
        LE-CHAN;2025-11-19;Phát thanh;broadcast;0;0;;
        LE-CHAN;18/11/2025;Bình đẳng giới trên không gian mạng;talk;310;290;;BDG-2025
        LE-CHAN;18/11/2025;Bình đẳng giới trên không gian mạng;talk;311;290;;BDG-2025
        LE-CHAN;18/11/2025;Không ai;talk;0;0;;
        LE-CHAN;18/11/2025;Đợt lạ;talk;1;0;;BDG-1999
        LE-CHAN;18/11/2025;Sai tổng;talk;1;2;4;
        LE-CHAN;18/11/2027;Ngày mai;talk;1;2;;
        LE-CHAN;18/11/2025;Thiếu nam;talk;1;;;
        Tổng cộng;;;;;;600;
        """

    @Test func aSheetOfSessionsIsRecordedOnce() throws {
        let files = MemoryFiles()
        let session = try office(files: files)
        _ = try session.perform(
            "open campaign",
            [
                "code": .text("BDG-2025"), "name": .text("Tháng hành động"), "from": .date(day("2025-11-15")),
                "to": .date(day("2025-12-15")),
            ])
        files.contents["s.csv"] = Array(sheet.utf8)
        let answer = try session.perform("import sessions", ["from": .text("s.csv")])
        #expect(words(answer).contains("9 rows read = 2 stored + 0 unchanged + 6 refused + 1 duplicates"))
        let shown = try session.perform("list sessions", [:]).table
        #expect(shown?.cells(of: "women")?.map(\.plain) == ["310", "0"])
        #expect(shown?.cells(of: "men")?.map(\.plain) == ["290", "0"])
        #expect(shown?.cells(of: "campaign")?.map(\.plain) == ["BDG-2025", ""])
        let again = try session.perform("import sessions", ["from": .text("s.csv")])
        #expect(words(again).contains("9 rows read = 0 stored + 3 unchanged + 6 refused + 0 duplicates"))
    }

    private func words(_ answer: Document) -> String {
        for case .message(let text, _) in answer.blocks { return text.runs.map { $0.text(in: .english) }.joined() }
        return ""
    }
}
