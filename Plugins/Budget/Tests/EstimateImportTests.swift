import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@Suite struct EstimateImportTests {
    private func take(
        _ lines: String, _ session: Session, _ files: MemoryFiles, _ more: [String: Value] = [:]
    ) throws -> Document {
        files.contents["e.csv"] = Array(lines.utf8)
        let values: [String: Value] = ["of": .text("estimates"), "from": .text("e.csv"), "year": period("2026")]
        return try session.perform("import budget", values.merging(more) { $1 })
    }

    @Test func theTableOfTheCircularBecomesAnEstimate() throws {
        let files = MemoryFiles()
        let session = try office(files: files)
        let table = """
            DỰ TRÙ KINH PHÍ NĂM 2026;;;;;;;
            STT;Nội dung chi;Khoản;Vai trò;Số người;Số buổi;Định mức;Thành tiền
            1;Báo cáo viên tọa đàm 8/3;Khoản 7;Báo cáo viên;2;1;300.000 đ;600.000 đ
            2;Thành viên dự tọa đàm;7;Thành viên tham dự;50;2;70.000;7.000.000
            3;In áp phích;12;;40;;55.000;2.200.000
            4;Nước uống;k7;nước uống;;;;1.500.000
            ;Tổng cộng;;;;;;11.300.000
            """
        let answer = try take(table, session, files, ["unit": .text("LE-CHAN")])
        #expect(answer.blocks.words(.english).first?.contains("4 rows read = 4 stored") == true)
        #expect(answer.blocks.words(.english).contains { $0 == "Totals that agree with the rows: 7." })
        let shown = try session.cells(
            "list estimates", ["year": period("2026")], "category", "role", "amount", "source")
        #expect(
            shown == [
                ["k7", "speaker", "600000", "state"], ["k7", "participant", "7000000", "state"],
                ["k7", "drinks", "1500000", "state"], ["k12", "", "2200000", "state"],
            ])
        let again = try take(table, session, files, ["unit": .text("LE-CHAN")])
        #expect(again.blocks.words(.english).first?.contains("= 0 stored + 4 unchanged") == true)
    }

    @Test func everyRuleOfTheCommandHoldsForTheSheet() throws {
        let files = MemoryFiles()
        let session = try office(files: files)
        let answer = try take(
            """
            unit;category;what;role;people;norm;amount
            LE-CHAN;k7;A;speaker;1;500000;
            LE-CHAN;k7;B;;1;70000;
            LE-CHAN;k12;C;chair;1;70000;
            LE-CHAN;k12;D;;3;70000;200000
            LE-CHAN;k13;E;;1;70000;
            LE-CHAN;k12;F;;0;70000;
            LE-CHAN;k12;G;;1;0;
            LE-CHAN;k12;H;;3;;100
            LE-CHAN;k12;I;;1;;
            LE-CHAN;k12;J;;2;70000;140000
            LE-CHAN;k12;J;;2;70000;
            LE-CHAN;k12;J;;3;70000;
            """, session, files)
        #expect(
            answer.blocks.words(.english).first?
                .contains("12 rows read = 1 stored + 0 unchanged + 10 refused + 1 duplicates") == true)
        #expect(
            answer.blocks.rows("Refused rows").map { $0[0] } == [
                "F2", "B3", "D4", "G5", "B6", "E7", "F8", "F9", "F10", "A13",
            ])
    }
}
