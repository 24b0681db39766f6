import Testing
import Values

@testable import Workbooks

@Suite struct EncodingTests {
    /// Phrases as official papers of the years before Unicode hold them, each byte as a Latin-1 character.
    static let phrases: [(encoding: TextEncoding, typed: String, text: String)] = [
        (.tcvn3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (.tcvn3, "§¡NG Ký KINH DOANH", "ĐĂNG KÝ KINH DOANH"),
        (.tcvn3, "¤ng TrÇn Du", "Ông Trần Du"),
        (.vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (.vni, "quyeát ñònh naøy coù hieäu löïc", "quyết định này có hiệu lực"),
        (.vni, "UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
    ]

    @Test(arguments: phrases) func phrase(_ encoding: TextEncoding, _ typed: String, _ text: String) {
        let bytes = typed.unicodeScalars.map { UInt8($0.value) }
        #expect(encoding.decode(bytes) == text)
        #expect(TextEncoding.detected(in: bytes) == encoding)
        #expect(TextEncoding.typed(in: [typed]) == encoding)
        #expect(encoding.decode(typed: typed) == text)
    }

    /// The end of a line is no part of its last cell: `D.A.` alone is too little to make the cell one of capitals.
    @Test func aCellAtTheEndOfALineIsReadLikeOneWithin() {
        let row = "C¬ quan;Sè D.A.;Sè D.A.\r\n".unicodeScalars.map { UInt8($0.value) }
        #expect(TextEncoding.tcvn3.decode(row) == "Cơ quan;Số D.A.;Số D.A.\r\n")
    }

    @Test func unicodeIsNotTakenForOld() {
        #expect(TextEncoding.detected(in: Array("Sở Giáo dục và Đào tạo".utf8)) == .utf8)
        #expect(TextEncoding.typed(in: ["Sở Giáo dục", "Hải Phòng"]) == nil)
        #expect(TextEncoding.typed(in: ["Total", "2025"]) == nil)
        #expect(TextEncoding.typed(in: ["Bình Thành", "Tân Hòa"]) == nil)
    }

    @Test func marksAndWideLetters() {
        let text = "Đơn vị;Nữ\nTHPT Lê Chân;12\n"
        let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for (bytes, encoding) in [
            ([0xEF, 0xBB, 0xBF] + Array(text.utf8), TextEncoding.utf8), ([0xFF, 0xFE] + little, .utf16LittleEndian),
            ([0xFE, 0xFF] + big, .utf16BigEndian),
        ] {
            #expect(TextEncoding.detected(in: bytes) == encoding)
            #expect(encoding.decode(bytes) == text)
        }
        #expect(
            TextEncoding.detected(in: Array(repeating: [0x41, 0x00], count: 50).flatMap { $0 }) == .utf16LittleEndian)
        #expect(TextEncoding.utf16LittleEndian.decode([0x41]) == nil)
    }

    @Test func windows1258() {
        // “Đại học” with its tones behind the letters.
        let bytes: [UInt8] = [0xD0, 0x61, 0xF2, 0x69, 0x20, 0x68, 0x6F, 0xF2, 0x63]
        #expect(TextEncoding.windows1258.decode(bytes) == "Đại học")
        #expect(TextEncoding.detected(in: bytes) == .windows1258)
    }

    @Test(arguments: ["nghiêng", "Quyết", "giếng", "khuya", "ườm", "ĐƯỜNG", "Hoà", "Hòa", "gì", "Lê"])
    func syllables(_ word: String) { #expect(VietnameseSyllable.isOne(word)) }

    @Test(arguments: ["ViÖt", "HOÄI", "strength", "ñoäc", "Käse"])
    func noSyllables(_ word: String) { #expect(!VietnameseSyllable.isOne(word)) }
}
