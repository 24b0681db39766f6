import Commands
import Diagnostics
import Documents
import Syntax
import Values

/// `show exchange key` shows this office's public key, for others to trust.
let showExchangeKey = Command(
    "show exchange key",
    Text(
        "Shows this office's public key, for other offices to trust.",
        vi: "Cho xem khóa công khai của cơ quan này để nơi khác tin cậy."),
    effect: .reads, run: show
) {
} examples: {
    Example(ExampleOffice.keyLine)
    Example("show exchange key").prints(ExampleOffice.fingerprint)
    Example("show exchange key unit: NGO-QUYEN").reports("unknown-argument")
}

private func show(session: Session) throws -> Document {
    Document(ShownExchangeKey.blocks(try Exchange(session).key()))
}

/// An office's public key in an answer.
enum ShownExchangeKey {
    /// Whose it is, its fingerprint, and the line that other offices type.
    static func blocks(_ key: ExchangeKey) -> [Block] {
        let line = "trust office \(SourceForm.word(key.office)) key: \(SourceForm.text(key.publicKey.text))"
        return [
            .fields([
                Field(Text("Office", vi: "Cơ quan"), .text(key.office)),
                Field(Text("Fingerprint", vi: "Dấu nhận dạng"), .text(key.publicKey.fingerprint)),
                Field(Text("Others type", vi: "Nơi khác gõ"), .text(line)),
            ]),
            .paragraph(
                RichText(
                    Text(
                        "Read the fingerprint to the other office over the telephone; it must see the same digits.",
                        vi: "Hãy đọc dấu nhận dạng qua điện thoại; nơi kia phải thấy đúng các chữ số đó."), .muted)),
        ]
    }
}
