import Commands
import Diagnostics
import Documents
import FoundationEssentials
import Values

/// `record case referral` seals a case and keeps it; what was typed stands nowhere else.
let recordCaseReferral = Command(
    "record case referral",
    Text(
        "Seals a case of violence and its referral: no names, and nobody reads it without the passphrase.",
        vi: "Niêm phong một vụ bạo lực và việc chuyển gửi: không ghi tên, không có mật khẩu thì không ai đọc được."),
    effect: .composes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<ViolenceKind>(
        "kind",
        Text("What was done: the first of the list that fits.", vi: "Hành vi: mục đầu tiên phù hợp trong danh mục."),
        secret: true)
    Label<SurvivorSex>("sex", Text("The survivor's sex.", vi: "Giới tính người bị bạo lực."), secret: true)
    Label<AgeBand>("age", Text("The survivor's age band.", vi: "Nhóm tuổi người bị bạo lực."), secret: true)
    Label<ReferralRole>("to", Text("To whom it is referred.", vi: "Chuyển gửi đến."), secret: true)
    Label<Consent>("consent", Text("Whether the survivor agreed.", vi: "Sự đồng ý chuyển gửi."), secret: true)
    Label<String?>(
        "consent-ground",
        Text("Why without consent; no names.", vi: "Căn cứ khi không có sự đồng ý; không ghi tên."), secret: true)
    Label<[CaseContext]?>("context", Text("Where it happened.", vi: "Bối cảnh."), secret: true)
    Label<[DomesticAct]?>(
        "acts",
        Text("Letters of the acts in article 3 of Law 13/2022/QH15.", vi: "Các điểm của Điều 3 Luật 13/2022/QH15."),
        secret: true)
    Label<Bool?>(
        "danger", Text("Whether there is serious danger.", vi: "Có nguy hiểm nghiêm trọng hay không."), secret: true)
    Label<Day>(
        "on", Text("The day of receipt.", vi: "Ngày tiếp nhận."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) }, secret: true)
    Label<ReportChannel?>("channel", Text("How it was reported.", vi: "Cách báo tin."), secret: true)
    Label<SurvivorRole?>("survivor", Text("Who the survivor is.", vi: "Người bị bạo lực là ai."), secret: true)
} examples: {
    Example(
        "record case referral SGD-HP kind: psychological sex: female age: 15-17 to: commune-police consent: guardian "
            + "context: [school, online] survivor: learner"
    ).prints("Sealed case C-")
    Example(
        "record case referral SGD-HP kind: denial sex: male age: 11-14 to: child-hotline-111 consent: no"
    ).reports(.consentGroundMissing)
}

private func record(
    session: Session, unit: UnitCode, kind: ViolenceKind, sex: SurvivorSex, age: AgeBand, to: ReferralRole,
    consent: Consent, ground: String?, context: [CaseContext]?, acts: [DomesticAct]?, danger: Bool?, on: Day,
    channel: ReportChannel?, survivor: SurvivorRole?
) throws -> Document {
    try refuseFuture(on, "on", session)
    try refuseGroundless(consent, ground)
    try refuseAbsent(unit, on: on, session)
    let referral = CaseReferral(
        unit: unit.code, kind: kind, sex: sex, age: age, to: to, consent: consent, ground: ground,
        context: context ?? [], acts: acts ?? [], danger: danger ?? false, received: on, recorded: session.now,
        channel: channel, survivor: survivor)
    let register = CaseRegister(session)
    guard let key = try register.currentKey() else { throw keyMissing }
    let sealed = try SealedCase(
        referral, code: register.newCode(), month: Period(.month, containing: on), to: key)
    var document = try session.perform(
        "keep sealed case",
        [
            "code": .text(sealed.code.code), "month": .period(sealed.month), "key": .text(sealed.key),
            "sealed": .text(Data(sealed.sealed).base64EncodedString()),
        ])
    let code = sealed.code.code
    document.blocks.append(
        .paragraph(
            RichText(
                Text(
                    "Write the code on the paper file. ‘show case referral \(code)’ opens it and shows its deadlines.",
                    vi:
                        "Ghi mã này lên hồ sơ giấy. Gõ ‘show case referral \(code)’ để mở và xem các thời hạn."
                ),
                .muted)))
    return document
}

private func refuseGroundless(_ consent: Consent, _ ground: String?) throws {
    let words = (ground ?? "").split(whereSeparator: \.isWhitespace)
    guard consent.needsGround, words.isEmpty else { return }
    throw Diagnostic(
        .consentGroundMissing,
        Text(
            "Without the survivor's consent a referral needs its ground.",
            vi: "Chuyển gửi khi không có sự đồng ý thì phải nêu căn cứ."),
        subject: "consent",
        notes: [
            Text(
                "Add, for example, consent-ground: \"Luật Trẻ em, Điều 51\".",
                vi: "Hãy thêm căn cứ, ví dụ consent-ground: \"Luật Trẻ em, Điều 51\".")
        ])
}

private func refuseAbsent(_ unit: UnitCode, on day: Day, _ session: Session) throws {
    let units = Units(session)
    guard try units.unit(units.id(of: unit), on: day) == nil else { return }
    throw Diagnostic(
        .caseUnitClosed,
        Text("\(unit.code) was not open on \(day).", vi: "\(unit.code) không hoạt động vào ngày \(day)."),
        subject: "unit",
        notes: [
            Text("‘show unit \(unit.code)’ tells since when.", vi: "Gõ ‘show unit \(unit.code)’ để xem từ ngày nào.")
        ])
}

private let keyMissing = Diagnostic(
    .caseKeyMissing,
    Text("There is no case key yet, so nothing can be sealed.", vi: "Chưa có khóa vụ việc nên chưa niêm phong được."),
    notes: [
        Text(
            "The officer who may read cases makes one at the prompt.",
            vi: "Cán bộ được phép đọc vụ việc tạo khóa tại dấu nhắc.")
    ], suggestion: "create case key")

extension Diagnostic.Code {
    /// A referral without consent and without a ground.
    static let consentGroundMissing: Self = "consent-ground-missing"
    /// A unit that was not open on the day of receipt.
    static let caseUnitClosed: Self = "case-unit-closed"
    /// There is no key to seal a case to.
    static let caseKeyMissing: Self = "case-key-missing"
}
