import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record product` records a communication product: a poster, a broadcast, a post.
let recordProduct = Command(
    "record product",
    Text(
        "Records a communication product with its channel and how many people it reached.",
        vi: "Ghi một sản phẩm truyền thông, kênh phát hành và số lượt người tiếp cận."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit that made it.", vi: "Đơn vị thực hiện."))
    Argument<String>("title", Text("What it is called.", vi: "Tên sản phẩm."))
    Label<ProductKind>("kind", Text("What it is.", vi: "Loại sản phẩm."))
    Label<Day>("on", Text("The day it came out.", vi: "Ngày phát hành."))
    Label<Int>(
        "pieces", Text("How many pieces, issues or showings.", vi: "Số lượng bản, số kỳ hoặc số lượt phát."),
        default: .value(.number(1)))
    Label<Channel?>("channel", Text("The way it reaches people.", vi: "Kênh phát hành."))
    Label<Int?>("reach", Text("How many people it reached.", vi: "Số lượt người tiếp cận."))
    Label<Int?>("women", Text("How many of them are women.", vi: "Trong đó số nữ."))
    Label<CampaignCode?>("campaign", Text("The campaign it belongs to.", vi: "Thuộc đợt truyền thông nào."))
    Label<Audience?>("audience", Text("For whom it was.", vi: "Đối tượng."))
    Label<NewCode>(
        "code", Text("The code of the record.", vi: "Mã của bản ghi."), default: numbered("SP", in: productTable))
} examples: {
    Example("record product LE-CHAN \"Bản tin tháng 11\" kind: broadcast on: 2025-11-20 pieces: 4 channel: loudspeaker")
        .prints("Recorded SP-2")
    Example("record product LE-CHAN \"Bản tin tháng 11\" kind: broadcast on: 2025-11-20").reports(.productDoubled)
    Example("record product LE-CHAN \"Video ngắn\" kind: video on: 2025-11-21 reach: 100 women: 120")
        .reports(.womenAboveReach)
    Example("record product LE-CHAN \"Video ngắn\" kind: video on: 2025-11-21 pieces: 0").reports(.countOutOfRange)
    Example("record product LE-CHAN \"Video ngắn\" kind: video on: 2025-12-21").reports("future-day")
}

private func record(
    session: Session, unit: UnitCode, title: String, kind: ProductKind, on: Day, pieces: Int, channel: Channel?,
    reach: Int?, women: Int?, campaign: CampaignCode?, audience: Audience?, code: NewCode
) throws -> Document {
    try requireWords(title, "title")
    try refuseFuture(on, "on", session)
    let id = try Units(session).id(of: unit, openOn: on)
    try requireCount(pieces, from: 1, "pieces")
    if let reach { try requireCount(reach, "reach") }
    if let women { try requireWithin(women, reach) }
    try refuseTaken(code, in: productTable, session)
    let twin = try session.database.first(
        """
        SELECT code FROM communication_product
        WHERE unit = \(id) AND made_on = \(on) AND title = \(title) AND kind = \(kind) AND \(session.visible())
        """)
    if let twin {
        throw Diagnostic(
            .productDoubled,
            Text(
                "\(try twin.text(0)) records this product already.",
                vi: "Sản phẩm này đã được ghi ở \(try twin.text(0))."),
            subject: "title",
            notes: [
                Text("More copies of it stand in ‘pieces:’.", vi: "Số bản của cùng một sản phẩm ghi ở ‘pieces:’.")
            ])
    }
    let campaign = try campaignID(campaign, session)
    try session.database.execute(
        """
        INSERT INTO communication_product (
            code, unit, title, kind, made_on, pieces, channel, reach, women, campaign, audience, recorded)
        VALUES (
            \(code.code), \(id), \(title), \(kind), \(on), \(pieces), \(channel), \(reach), \(women), \(campaign),
            \(audience), \(session.entry))
        """)
    return .done(
        Text("Recorded \(code.code): \(title).", vi: "Đã ghi \(code.code): \(title)."))
}

private func requireWithin(_ women: Int, _ reach: Int?) throws {
    try requireCount(women, "women")
    guard women > reach ?? 0 else { return }
    throw Diagnostic(
        .womenAboveReach,
        Text(
            "\(women.english) women are more than the \((reach ?? 0).english) people reached.",
            vi: "\(women.vietnamese) nữ nhiều hơn \((reach ?? 0).vietnamese) lượt người tiếp cận."),
        subject: "women",
        notes: [
            Text("‘reach:’ counts women and men together.", vi: "‘reach:’ là tổng số lượt người, gồm cả nữ và nam.")
        ])
}

extension Diagnostic.Code {
    /// A product that is on record already.
    static let productDoubled: Self = "product-doubled"
    /// More women than people reached.
    static let womenAboveReach: Self = "women-above-reach"
}
