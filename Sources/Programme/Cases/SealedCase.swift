import Crypto
import Diagnostics
import FoundationEssentials
import Values

/// A case as the database keeps it: nobody reads it without the private half of its key.
struct SealedCase: Hashable {
    /// The code, which is random.
    let code: CaseCode
    /// The month of receipt.
    let month: Period
    /// The code of the key that it is sealed to.
    let key: String
    /// What is sealed, by HPKE (RFC 9180): the encapsulated key, then the ciphertext.
    let sealed: [UInt8]

    /// How many bytes every sealed case has.
    static let length = encapsulatedLength + CasePayload.length + 16
    private static let encapsulatedLength = 32
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let purpose = Data("sen sealed case 1".utf8)

    /// Seals a case to a key; only the public half is needed.
    init(_ referral: CaseReferral, code: CaseCode, month: Period, to key: CaseKey) throws {
        var payload = try CasePayload.bytes(referral.fields)
        defer { wipe(&payload) }
        let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.publicKey)
        var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: SealedCase.suite, info: SealedCase.purpose)
        let text = try sender.seal(payload, authenticating: SealedCase.bound(code, month, key.code))
        self.init(code: code, month: month, key: key.code, sealed: [UInt8](sender.encapsulatedKey) + [UInt8](text))
    }

    /// Holds a case that was sealed before.
    init(code: CaseCode, month: Period, key: String, sealed: [UInt8]) {
        self.code = code
        self.month = month
        self.key = key
        self.sealed = sealed
    }

    /// Opens the case; a diagnostic when anything of it was changed.
    func open(with key: Curve25519.KeyAgreement.PrivateKey) throws -> CaseReferral {
        let encapsulated = Data(sealed.prefix(SealedCase.encapsulatedLength))
        let text = Data(sealed.dropFirst(SealedCase.encapsulatedLength))
        guard
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: SealedCase.suite, info: SealedCase.purpose,
                encapsulatedKey: encapsulated),
            var data = try? recipient.open(text, authenticating: SealedCase.bound(code, month, self.key))
        else { throw damaged }
        var payload = [UInt8](data)
        data.resetBytes(in: 0..<data.count)
        defer { wipe(&payload) }
        guard let referral = CasePayload.fields(payload).flatMap(CaseReferral.init(fields:)) else { throw damaged }
        return referral
    }

    /// What the seal is bound to, so that no case can take the place of another or be moved to another month.
    private static func bound(_ code: CaseCode, _ month: Period, _ key: String) -> [UInt8] {
        Array("\(code.code)\n\(month)\n\(key)".utf8)
    }

    private var damaged: Diagnostic {
        Diagnostic(
            .caseDamaged,
            Text(
                "The sealed case \(code.code) is damaged or was changed: it cannot be opened.",
                vi: "Vụ việc niêm phong \(code.code) bị hỏng hoặc đã bị sửa: không mở được."),
            notes: [
                Text(
                    "‘verify journal’ tells whether the journal still holds what was recorded.",
                    vi: "Gõ ‘verify journal’ để kiểm tra nhật ký có còn nguyên vẹn không.")
            ])
    }
}

extension Diagnostic.Code {
    /// A sealed case that is not as it was sealed.
    static let caseDamaged: Self = "case-damaged"
}
