import Commands
import Diagnostics
import Syntax
import Values

extension Exchange {
    /// Opens a package that this office may take: whole, of this form, signed by an office that is trusted, made for
    /// this office, and made after those that came before. Gives the sender's lasting id too.
    func open(_ file: [UInt8], name: String) throws -> (package: Package, sender: Int64) {
        let package = try Package(file, name: name)
        let head = package.head
        let office = try key().office
        guard let sender = try Units(session).id(of: head.from), let trusted = try trustedKey(of: sender) else {
            throw Diagnostic.senderNotTrusted(head)
        }
        guard trusted == head.key else { throw Diagnostic.senderKeyDiffers(head, trusted) }
        guard head.addressee == office else { throw Diagnostic.packageForAnother(head, office) }
        guard head.from != office else { throw Diagnostic.ownOffice(office, "from") }
        guard head.made.day <= session.today else { throw Diagnostic.packageFromFuture(head, session.today) }
        return (package, sender)
    }

    /// Refuses a package when a later one about the same has come before.
    func refuseOutdated(_ package: Package, sender: Int64) throws {
        let head = package.head
        let later = try received(from: sender).first { earlier in
            earlier.period == head.period && earlier.round == head.round
                && !earlier.isOlder(than: head.made, head.number)
        }
        if let later { throw Diagnostic.packageOutdated(head, later) }
    }
}

extension Diagnostic {
    fileprivate static func senderNotTrusted(_ head: PackageHead) -> Diagnostic {
        Diagnostic(
            .senderNotTrusted,
            Text(
                "The package says that it comes from \(head.from), whose packages are not accepted here.",
                vi: "Gói ghi là của \(head.from), nhưng ở đây chưa chấp nhận gói của cơ quan này."),
            subject: "from",
            notes: [
                Text(
                    "Ask \(head.from) by telephone for its fingerprint. Only if it is \(head.key.fingerprint), type:",
                    vi:
                        "Hãy gọi điện hỏi dấu nhận dạng của \(head.from). "
                        + "Chỉ khi đúng là \(head.key.fingerprint) mới gõ:"
                )
            ],
            suggestion: trusting(head))
    }

    fileprivate static func senderKeyDiffers(_ head: PackageHead, _ trusted: OfficeKey) -> Diagnostic {
        Diagnostic(
            .senderKeyDiffers,
            Text(
                "The package was signed with another key (\(head.key.fingerprint)) than that of \(head.from).",
                vi: "Gói được ký bằng khóa khác (\(head.key.fingerprint)), không phải khóa của \(head.from)."),
            subject: "from",
            notes: [
                Text(
                    "Trusted is \(trusted.fingerprint). Ask \(head.from) by telephone whether it has made a new key.",
                    vi: "Khóa được tin là \(trusted.fingerprint). Hãy gọi điện hỏi \(head.from) có tạo khóa mới không.")
            ])
    }

    private static func trusting(_ head: PackageHead) -> String {
        "trust office \(SourceForm.word(head.from)) key: \(SourceForm.text(head.key.text))"
    }

    fileprivate static func packageForAnother(_ head: PackageHead, _ office: String) -> Diagnostic {
        Diagnostic(
            .packageForAnother,
            Text(
                "The package is made for \(head.addressee); this office is \(office).",
                vi: "Gói gửi cho \(head.addressee); cơ quan này là \(office)."),
            subject: "from")
    }

    fileprivate static func packageFromFuture(_ head: PackageHead, _ today: Day) -> Diagnostic {
        Diagnostic(
            .packageFromFuture,
            Text(
                "The package was made on \(head.made.day); today is \(today).",
                vi:
                    "Gói ghi ngày lập \(head.made.day.formatted(in: .vietnamese)); "
                    + "hôm nay là \(today.formatted(in: .vietnamese))."
            ),
            subject: "from",
            notes: [
                Text(
                    "One of the two computers has a wrong clock; it must be set right first.",
                    vi: "Một trong hai máy sai ngày giờ; cần chỉnh lại trước.")
            ])
    }

    fileprivate static func packageOutdated(_ head: PackageHead, _ later: ReceivedPackage) -> Diagnostic {
        Diagnostic(
            .packageOutdated,
            Text(
                "A later package of \(head.from) about the same came before (entry \(later.entry)).",
                vi: "Đã nhận gói lập sau của \(head.from) về cùng nội dung (mục \(later.entry))."),
            subject: "from",
            notes: [
                Text(
                    "This one is number \(head.number), made on \(head.made.day); that one is number \(later.number).",
                    vi: "Gói này số \(head.number), lập ngày \(head.made.day); gói kia số \(later.number).")
            ])
    }
}

extension Diagnostic.Code {
    /// A package of an office whose packages are not accepted.
    static let senderNotTrusted: Self = "sender-not-trusted"
    /// A package signed with another key than its office's.
    static let senderKeyDiffers: Self = "sender-key-differs"
    /// A package made for another office.
    static let packageForAnother: Self = "package-for-another"
    /// A package made after today.
    static let packageFromFuture: Self = "package-from-future"
    /// A package behind which a later one has come already.
    static let packageOutdated: Self = "package-outdated"
}
