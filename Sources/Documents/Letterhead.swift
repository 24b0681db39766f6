public import Values

/// The head and foot of an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). Its number is left for the clerk.
public struct Letterhead: Sendable, Hashable {
    /// The body above the one that issues the paper.
    public var superior: String?
    /// The body that issues it.
    public var issuer: String
    /// The abbreviation behind the number: `BC-SGDĐT`.
    public var symbol: String
    /// The place in front of the date.
    public var place: String
    /// The date.
    public var date: Day
    /// The kind of paper: `BÁO CÁO`.
    public var kind: Text
    /// What it is about.
    public var subject: Text
    /// Whom a letter, or a report to a superior, speaks to: `Kính gửi`.
    public var addressees: [String]
    /// What the paper rests on, one a line: `Căn cứ …`.
    public var bases: [String]
    /// On whose behalf the signer signs: `KT. GIÁM ĐỐC`, `TM. ỦY BAN NHÂN DÂN`.
    public var mandate: String?
    /// The post that signs: `GIÁM ĐỐC`.
    public var signatory: String?
    /// The name of who signs.
    public var signer: String?
    /// Who receives it.
    public var recipients: [String]

    /// Puts a head together.
    public init(
        superior: String? = nil, issuer: String, symbol: String, place: String, date: Day, kind: Text, subject: Text,
        addressees: [String] = [], bases: [String] = [], mandate: String? = nil, signatory: String? = nil,
        signer: String? = nil, recipients: [String] = []
    ) {
        self.superior = superior
        self.issuer = issuer
        self.symbol = symbol
        self.place = place
        self.date = date
        self.kind = kind
        self.subject = subject
        self.addressees = addressees
        self.bases = bases
        self.mandate = mandate
        self.signatory = signatory
        self.signer = signer
        self.recipients = recipients
    }
}
