import Commands
import Diagnostics
import Testing
import Values

@Suite struct UnitImportTests {
    /// The unit above must be open on every day on which the unit is, as far as the sheet tells.
    @Test func theUnitAboveMustBeOpen() throws {
        let office = try Office()
        try office.say(
            """
            register unit OLD "Phòng GDĐT" kind: so under: SGD opened: 1990-01-01
            close unit OLD on: 2025-07-01
            """)
        office.files.contents["u.csv"] = Array(
            """
            code;name;kind;under;opened
            X;Xã A;vhxh;SGD;2025-07-01
            A;TH A;th;X;1995-09-05
            B;TH B;th;X;2025-09-05
            C;TH C;th;OLD;1995-09-05
            D;TH D;th;OLD;
            E;TH E;th;X;
            """.utf8)
        let refused = try office.refusedRows("import units from: \"u.csv\"")
        #expect(refused.cells(of: "place")?.map(\.plain) == ["D3", "D5", "D6"])
        #expect(refused.cells(of: "reason")?.first?.plain.contains("opens only on 2025-07-01") == true)
        #expect(
            office.refusals("register unit F \"TH F\" kind: th under: X opened: 2001-01-01") == ["manager-not-open"])
        #expect(office.refusals("register unit F \"TH F\" kind: th under: OLD") == ["manager-not-open"])
        #expect(office.refusals("register unit F \"TH F\" kind: th under: X opened: 2025-07-01") == [])
    }

    private let file = """
        mã;tên;loại;trực thuộc;ngày thành lập;địa bàn
        HP-1;THPT Cát Hải;thpt;SGD;5/9/1975;Huyện Cát Hải
        HP-2;THPT Cát Hải;thpt;SGD;;Huyện Cát Hải
        HP-3;THPT Marie Curie;thpt;SGD;;Quận Ngô Quyền
        HD-3;THPT Marie Curie;thpt;SGD;;Thành phố Hải Dương
        HP-800;Học ở nước ngoài 03;thpt;SGD;;Sở
        HP-900;Quân nhân, Công an tại ngũ 03;thpt;SGD;;Sở
        HD-27;THPT Kinh Môn (trước 28/4/2017);thpt;SGD;;Huyện Kinh Môn
        HP-1;THPT Cát Bà;thpt;SGD;;Huyện Cát Hải
        HP-5;;thpt;SGD;;
        ;THPT X;thpt;SGD;;
        HP-6;THPT Y;thtp;SGD;;
        HP-7;THPT Z;thpt;NOI-KHAC;;
        XA-1;Phòng VHXH xã An Lão;vhxh;SGD;;
        MN-1;MN Hoa Sen;mn;XA-1;;
        HP-8;THPT W;thpt;SGD;2026-01-01;
        HP-9;THPT V;thpt;SGD;31/2/2020;
        HP-10;THPT
        SGD;Sở khác;so;;;
        """

    private func equation(_ office: Office) throws -> String {
        try office.text("import units from: \"units.csv\"").split(separator: "\n").first.map(String.init) ?? ""
    }

    @Test func storesWhatItCanAndNamesEveryOtherRow() throws {
        let office = try Office()
        office.files.contents["units.csv"] = Array(file.utf8)
        let refused = try office.refusedRows("import units from: \"units.csv\"")
        let lines = refused.cells(of: "line")?.map(\.plain)
        #expect(lines == ["3", "6", "7", "8", "9", "10", "11", "12", "13", "16", "17", "18", "19"])
        let reasons = refused.cells(of: "reason")?.map(\.plain) ?? []
        #expect(reasons[0].contains("under two codes"))
        #expect(reasons[1].contains("Not an institution") && reasons[2].contains("Not an institution"))
        #expect(reasons[3].contains("before 28/4/2017"))
        #expect(reasons[4].contains("THPT Cát Hải") && reasons[4].contains("THPT Cát Bà"))
        #expect(reasons[7].contains("did you mean ‘thpt’"))
        #expect(reasons[12].contains("The register has SGD as ‘Sở GDĐT’"))
        let units = try office.column("unit", "list units under: SGD").filter { $0 != "SGD" }
        #expect(units == ["HD-3", "HP-1", "HP-3", "XA-1", "MN-1"])
        #expect(try office.session.journal.entries(limit: 9).last?.attachments.map(\.name) == ["units.csv"])
    }

    @Test func takenInTwiceChangesNothing() throws {
        let office = try Office()
        office.files.contents["units.csv"] = Array(file.utf8)
        #expect(try equation(office).contains("18 rows read = 5 stored + 0 unchanged + 13 refused + 0 duplicates"))
        let before = try office.table("list units")
        #expect(try equation(office).contains("18 rows read = 0 stored + 5 unchanged + 13 refused + 0 duplicates"))
        #expect(try office.table("list units") == before)
    }

    @Test func refusesAFileWithOtherColumns() throws {
        let office = try Office()
        office.files.contents["units.csv"] = Array("code,nmae,kind,kind\n".utf8)
        #expect(
            office.refusals("import units from: \"units.csv\"") == [
                "unknown-heading", "doubled-heading", "missing-heading",
            ])
        #expect(office.refusals("import units from: \"none.csv\"") == ["file-unreadable"])
    }
}
