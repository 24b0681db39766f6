import Commands
import Diagnostics
import Documents
import Values

/// `make package` writes the figures that another office asks for into a signed file.
let makePackage = Command(
    "make package",
    Text(
        "Writes the figures that another office asks for into a signed file.",
        vi: "Lập gói số liệu có ký để gửi cơ quan khác."),
    effect: .composes, run: make
) {
    Label<UnitCode>("for", Text("The office that it is made for.", vi: "Cơ quan nhận."))
    Label<RoundName?>("round", Text("The round that asks for it.", vi: "Đợt báo cáo yêu cầu."))
    Label<Period?>("period", Text("The period, when no round says it.", vi: "Kỳ số liệu, nếu không theo đợt báo cáo."))
    Label<[ElementCode]?>(
        "elements", Text("The elements, when no round says them.", vi: "Các loại số liệu, nếu đợt báo cáo không nêu."))
    Label<FilePath>("to", Text("The file, such as “staff.senpkg”.", vi: "Tệp kết quả, ví dụ “nhan-su.senpkg”."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("make package for: SGD-HP period: 2024 elements: [masters] to: \"x.senpkg\"").reports(.noExchangeKey)
    Example(ExampleOffice.keyLine)
    Example("make package for: SGD-HP period: 2024 elements: [masters, trainings] to: \"x.senpkg\"").prints("1 line")
    Example("make package for: SGD-HP elements: [masters] to: \"x.senpkg\"").reports(.packageUnclear)
    Example("make package for: SGD-HP period: 2023 elements: [masters] to: \"x.senpkg\"").reports(.packageEmpty)
    Example("make package for: NGO-QUYEN period: 2024 elements: [masters] to: \"x.senpkg\"").reports(.ownOffice)
}

private func make(
    session: Session, addressee: UnitCode, round: RoundName?, period: Period?, elements: [ElementCode]?, to: FilePath
) throws -> Document {
    let exchange = Exchange(session)
    let key = try exchange.key()
    guard addressee.code != key.office else { throw Diagnostic.ownOffice(key.office, "for") }
    let content = try content(session, key.office, round, period, elements?.map(\.code))
    guard try !content.lines(of: key.office).isEmpty else { throw Diagnostic.packageEmpty(content.period) }
    var passphrase = try Passphrase.ask(
        Text("Passphrase of the exchange key: ", vi: "Cụm mật khẩu của khóa trao đổi: "), session)
    defer { wipe(&passphrase) }
    let signer = try key.open(passphrase)
    return try content.make(for: addressee.code, by: key.office, signer, to: to.path)
}

private func content(
    _ session: Session, _ office: String, _ round: RoundName?, _ period: Period?, _ elements: [String]?
) throws -> PackageContent {
    if let round {
        return try PackageContent(session, office: office, round: round.code, elements: elements, period: period)
    }
    guard let period, let elements, !elements.isEmpty else {
        throw Diagnostic(
            .packageUnclear,
            Text(
                "Say what to send: a round, or a period and elements.",
                vi: "Hãy nêu nội dung cần gửi: một đợt báo cáo, hoặc kỳ và các loại số liệu."),
            notes: [
                Text(
                    "For example period: \(session.today.year) elements: [staff, trainings].",
                    vi: "Ví dụ period: \(session.today.year) elements: [staff, trainings].")
            ])
    }
    return try PackageContent(session, office: office, elements: elements, period: period)
}

/// The code of a round, whichever pack has rounds.
struct RoundName: CodeType {
    static let kind = "round"
    let code: String
}

extension Diagnostic {
    fileprivate static func packageEmpty(_ period: Period) -> Diagnostic {
        Diagnostic(
            .packageEmpty,
            Text(
                "There is nothing to send: none of these elements has a figure in \(period).",
                vi: "Không có gì để gửi: chưa có số liệu nào trong \(period)."),
            notes: [
                Text(
                    "‘list figures period: \(period)’ shows what is recorded.",
                    vi: "Gõ ‘list figures period: \(period)’ để xem số liệu đã ghi.")
            ])
    }
}

extension Diagnostic.Code {
    /// A package without any line.
    static let packageEmpty: Self = "package-empty"
}
