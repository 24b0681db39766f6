import Diagnostics
import Values

extension Diagnostic {
    /// Says that a file is no package.
    static func notAPackage(_ name: String) -> Diagnostic {
        Diagnostic(
            .notAPackage,
            Text("‘\(name)’ is not a package of Sen.", vi: "‘\(name)’ không phải gói số liệu của Sen."),
            subject: "from",
            notes: [
                Text(
                    "A package is made by ‘make package’; its first line is ‘sen package \(Package.version)’.",
                    vi: "Gói do lệnh ‘make package’ lập ra; dòng đầu là ‘sen package \(Package.version)’.")
            ])
    }

    /// Says that a package is of a form that this program does not know.
    static func packageVersion(_ name: String, _ version: String) -> Diagnostic {
        let shown = version.count <= 8 && version.allSatisfy { $0.isASCII && $0.isNumber } ? version : "?"
        return Diagnostic(
            .packageVersion,
            Text(
                "‘\(name)’ is a package of version \(shown); this program reads version \(Package.version).",
                vi: "‘\(name)’ là gói phiên bản \(shown); chương trình này đọc phiên bản \(Package.version)."),
            subject: "from",
            notes: [
                Text(
                    "Install the newer program, or ask for a package made with the older one.",
                    vi: "Hãy cài bản chương trình mới hơn, hoặc đề nghị bên gửi lập gói bằng bản cũ.")
            ])
    }

    /// Says that the end of a package is missing.
    static func packageCutOff(_ name: String) -> Diagnostic {
        Diagnostic(
            .packageCutOff,
            Text("The end of ‘\(name)’ is missing.", vi: "Tệp ‘\(name)’ bị thiếu phần cuối."), subject: "from",
            notes: [askAgain])
    }

    /// Says that a package is not as it was signed.
    static func packageDamaged(_ name: String) -> Diagnostic {
        Diagnostic(
            .packageDamaged,
            Text(
                "‘\(name)’ was changed after it was signed.",
                vi: "‘\(name)’ đã bị thay đổi sau khi ký."),
            subject: "from", notes: [askAgain])
    }

    /// Says that a file is larger than any package.
    static func packageTooLarge(_ name: String) -> Diagnostic {
        Diagnostic(
            .packageTooLarge,
            Text(
                "‘\(name)’ has more than \(Package.largest >> 20) MB, which no package has.",
                vi: "‘\(name)’ lớn hơn \(Package.largest >> 20) MB; không gói nào lớn như vậy."),
            subject: "from")
    }

    private static let askAgain = Text(
        "Ask for the file again, on a USB stick or attached to a letter: text pasted into a letter is changed by it.",
        vi: "Hãy đề nghị gửi lại, qua USB hoặc đính kèm thư: chép nội dung vào thân thư sẽ làm sai gói.")
}

extension Diagnostic.Code {
    /// A file that is no package.
    static let notAPackage: Self = "not-a-package"
    /// A package of a form that this program does not know.
    static let packageVersion: Self = "package-version"
    /// A package whose end is missing.
    static let packageCutOff: Self = "package-cut-off"
    /// A package that is not as it was signed.
    static let packageDamaged: Self = "package-damaged"
    /// A file larger than any package.
    static let packageTooLarge: Self = "package-too-large"
}
