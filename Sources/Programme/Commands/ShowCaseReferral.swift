import Commands
import Diagnostics
import Documents
import Values

/// `show case referral` opens one sealed case with the passphrase.
let showCaseReferral = Command(
    "show case referral",
    Text(
        "Opens one sealed case: asks the passphrase, shows its deadlines, and notes the reading in the journal.",
        vi: "Mở một vụ việc niêm phong: hỏi mật khẩu, cho biết các thời hạn và ghi nhận việc mở vào nhật ký."),
    effect: .composes, run: show
) {
    Argument<CaseCode>("case", Text("The case.", vi: "Vụ việc."))
} examples: {
    Example("show case referral \(ExampleCase.code)").prints("physical assault")
    Example("show case referral C-999999").reports(.unknownCode)
}

private func show(session: Session, code: CaseCode) throws -> Document {
    let register = CaseRegister(session)
    guard let sealed = try register.sealedCase(code.code), let key = try register.key(sealed.key) else {
        throw Diagnostic(
            .unknownCode,
            Text("There is no sealed case ‘\(code.code)’.", vi: "Không có vụ việc niêm phong ‘\(code.code)’."),
            subject: "case")
    }
    var passphrase = try Passphrase.ask(for: key, session)
    defer { wipe(&passphrase) }
    let referral = try sealed.open(with: key.open(passphrase))
    let noted = try session.perform("note case reading", ["case": code.value])
    let fields = try facts(of: referral, code, session)
    let clocks = referral.clocks.map { clock in
        Field(clock.duty, .text("\(clock.due(in: language(session))) · \(clock.source)\(doubt(clock, session))"))
    }
    // Fields and no table: what is in a case does not go on through a pipe.
    return Document(
        [.fields(fields)]
            + (clocks.isEmpty ? [] : [.heading(Text("Deadlines", vi: "Thời hạn"), level: 2), .fields(clocks)])
            + referral.clockDoubts.map { .reservation($0) } + noted.blocks)
}

private func facts(of referral: CaseReferral, _ code: CaseCode, _ session: Session) throws -> [Field] {
    let tongue = language(session)
    let units = Units(session)
    let name = try units.id(of: referral.unit).flatMap { try units.unit($0, on: referral.received)?.name }
    func field(_ label: Text, _ meaning: Text?) -> Field? {
        meaning.map { Field(label, .text($0(in: tongue))) }
    }
    func all(_ label: Text, _ meanings: [Text]) -> Field? {
        meanings.isEmpty ? nil : Field(label, .text(meanings.map { $0(in: tongue) }.joined(separator: "; ")))
    }
    return [
        Field(Text("case", vi: "vụ việc"), code.value, .code("case")),
        Field(Text("received", vi: "tiếp nhận"), .date(referral.received), .date),
        Field(Text("unit", vi: "đơn vị"), .text(name.map { "\(referral.unit) \($0)" } ?? referral.unit)),
        field(Text("kind", vi: "hành vi"), referral.kind.meaning),
        all(
            Text("acts, Luật 13/2022 Đ3", vi: "hành vi theo Luật 13/2022 Đ3"),
            referral.acts.map { Text(verbatim: "\($0.rawValue) ") + $0.meaning }),
        all(Text("context", vi: "bối cảnh"), referral.context.map(\.meaning)),
        field(Text("survivor", vi: "người bị bạo lực"), referral.survivor?.meaning),
        field(Text("sex", vi: "giới tính"), referral.sex.meaning),
        field(Text("age", vi: "nhóm tuổi"), referral.age.meaning),
        Field(Text("serious danger", vi: "nguy hiểm nghiêm trọng"), .yesNo(referral.danger), .yesNo),
        field(Text("referred to", vi: "chuyển gửi đến"), referral.to.meaning),
        field(Text("consent", vi: "sự đồng ý"), referral.consent.meaning),
        field(Text("ground", vi: "căn cứ"), referral.ground.map { Text(verbatim: $0) }),
        field(Text("channel", vi: "cách báo tin"), referral.channel?.meaning),
    ].compactMap { $0 }
}

private func doubt(_ clock: StatutoryClock, _ session: Session) -> String {
    clock.confidence.isOfficial ? "" : " (\(clock.confidence.meaning(in: language(session))))"
}

private func language(_ session: Session) -> DisplayLanguage { session.surroundings.language }
