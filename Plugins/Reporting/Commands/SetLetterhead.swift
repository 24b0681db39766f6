import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `set letterhead` says what stands at the head and foot of a unit's papers.
let setLetterhead = Command(
    "set letterhead",
    Text(
        "Says what stands at the head and foot of a unit's papers.",
        vi: "Đặt phần đầu và phần cuối văn bản của một đơn vị."),
    effect: .writes, run: set
) {
    Argument<UnitCode>("unit", Text("The unit that issues papers.", vi: "Đơn vị ban hành."))
    Label<String>("symbol", Text("The abbreviation behind the number.", vi: "Ký hiệu cơ quan, ví dụ SGDĐT."))
    Label<String>("place", Text("The place in front of the date.", vi: "Địa danh."))
    Label<String?>("superior", Text("The body above it.", vi: "Cơ quan chủ quản."))
    Label<String?>("signatory", Text("The post that signs.", vi: "Chức vụ người ký."))
    Label<[String]?>("recipients", Text("Who receives the papers.", vi: "Nơi nhận."))
    Label<String?>("mandate", Text("For whom the signer signs.", vi: "Thẩm quyền ký: TM., KT., TL., TUQ. hoặc Q."))
    Label<String?>("signer", Text("The name of who signs.", vi: "Họ và tên người ký."))
    Label<[String]?>("addressees", Text("Whom the papers speak to.", vi: "Kính gửi."))
    Label<[String]?>("bases", Text("What the papers rest on.", vi: "Căn cứ ban hành."))
} examples: {
    Example(
        "set letterhead SGD-HP symbol: \"SGDĐT\" place: \"Hải Phòng\" superior: \"UBND THÀNH PHỐ HẢI PHÒNG\" "
            + "signatory: \"GIÁM ĐỐC\" recipients: [\"Bộ GDĐT (để báo cáo)\", \"Lưu: VT\"]"
    ).prints("Papers of SGD-HP")
    Example(
        "set letterhead SGD-HP symbol: \"SGDĐT\" place: \"Hải Phòng\" mandate: \"KT. GIÁM ĐỐC\" "
            + "signatory: \"PHÓ GIÁM ĐỐC\" signer: \"Bùi Thị Hoa\" addressees: [\"Bộ Giáo dục và Đào tạo\"]"
    ).prints("Papers of SGD-HP")
    Example("set letterhead SGD-HP symbol: \"SGDĐT\" place: \"Hải Phòng\" mandate: \"PHÓ GIÁM ĐỐC\"")
        .reports(.unknownMandate)
    Example("set letterhead SGD-HP symbol: \"SGDĐT\"").reports("missing-argument")
    Example("set letterhead SGD-HP symbol: \"…\" place: \"Hải Phòng\"").reports(.noWords)
}

private func set(
    session: Session, unit: UnitCode, symbol: String, place: String, superior: String?, signatory: String?,
    recipients: [String]?, mandate: String?, signer: String?, addressees: [String]?, bases: [String]?
) throws -> Document {
    try requireWords(symbol, "symbol")
    try requireWords(place, "place")
    try requireMandate(mandate)
    let lines = { (list: [String]?) in (list ?? []).joined(separator: "\n") }
    let id = try Units(session).id(of: unit)
    try session.database.execute(
        "UPDATE reporting_letterhead SET retired = \(session.entry) WHERE unit = \(id) AND retired IS NULL")
    try session.database.execute(
        """
        INSERT INTO reporting_letterhead (unit, superior, symbol, place, signatory, recipients, mandate, signer,
            addressees, bases, recorded)
        VALUES (\(id), \(superior), \(symbol), \(place), \(signatory), \(lines(recipients)), \(mandate), \(signer),
            \(lines(addressees)), \(lines(bases)), \(session.entry))
        """)
    return .done(Text("Papers of \(unit.code) carry this head.", vi: "Văn bản của \(unit.code) mang phần đầu này."))
}
