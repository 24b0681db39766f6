import Values

/// One case as it is typed and as it is opened again. No name, no narrative.
struct CaseReferral: Hashable {
    var unit: String
    var kind: ViolenceKind
    var sex: SurvivorSex
    var age: AgeBand
    var to: ReferralRole
    var consent: Consent
    /// Why it is referred without consent.
    var ground: String?
    var context: [CaseContext] = []
    var acts: [DomesticAct] = []
    /// Whether the survivor is in serious danger.
    var danger = false
    /// The day of receipt.
    var received: Day
    /// When it was recorded.
    var recorded: Instant
    var channel: ReportChannel?
    var survivor: SurvivorRole?
}

extension CaseReferral {
    /// The fields in their order, as they are sealed.
    var fields: [(name: String, value: String)] {
        var list = [
            ("unit", unit), ("kind", kind.rawValue), ("sex", sex.rawValue), ("age", age.rawValue), ("to", to.rawValue),
            ("consent", consent.rawValue), ("received", received.description), ("recorded", recorded.description),
        ]
        if let ground { list.append(("consent-ground", ground)) }
        if !context.isEmpty { list.append(("context", context.map(\.rawValue).joined(separator: ","))) }
        if !acts.isEmpty { list.append(("acts", acts.map(\.rawValue).joined(separator: ","))) }
        if danger { list.append(("danger", "yes")) }
        if let channel { list.append(("channel", channel.rawValue)) }
        if let survivor { list.append(("survivor", survivor.rawValue)) }
        return list
    }

    /// Reads fields back; `nil` when one is missing or is none that Sen writes.
    init?(fields: [String: String]) {
        func word<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
            fields[name].flatMap(Choice.init(rawValue:))
        }
        func words<Choice: RawRepresentable<String>>(_ name: String) -> [Choice] {
            (fields[name] ?? "").split(separator: ",").compactMap { Choice(rawValue: String($0)) }
        }
        guard let unit = fields["unit"], let kind: ViolenceKind = word("kind"), let sex: SurvivorSex = word("sex"),
            let age: AgeBand = word("age"), let to: ReferralRole = word("to"), let consent: Consent = word("consent"),
            let received = fields["received"].flatMap({ Day(iso: $0) }),
            let recorded = fields["recorded"].flatMap({ Instant($0) })
        else { return nil }
        self.init(
            unit: unit, kind: kind, sex: sex, age: age, to: to, consent: consent, ground: fields["consent-ground"],
            context: words("context"), acts: words("acts"), danger: fields["danger"] == "yes", received: received,
            recorded: recorded, channel: word("channel"), survivor: word("survivor"))
    }
}
