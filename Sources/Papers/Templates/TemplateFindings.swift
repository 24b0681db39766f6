public import Diagnostics
import Values

extension Diagnostic.Code {
    /// A template that is no Word file and no workbook, or a damaged one.
    public static let templateUnreadable: Self = "template-unreadable"
    /// A placeholder that nobody can read, or a section that does not end where it may.
    public static let templateMalformed: Self = "template-malformed"
    /// Names that a template asks for and nothing offers.
    public static let templateNameMissing: Self = "template-name-missing"
    /// A paper whose ending is not that of its template.
    public static let templateOtherFormat: Self = "template-other-format"
    /// A paper that would become larger than any paper is.
    public static let templateTooLarge: Self = "template-too-large"
    /// A template that would leave out what its report reserves.
    public static let templateHidesReservations: Self = "template-hides-reservations"
}

extension Diagnostic {
    static func templateUnreadable(_ name: String) -> Diagnostic {
        Diagnostic(
            .templateUnreadable,
            Text(
                "‘\(name)’ is no Word file (.docx) and no workbook (.xlsx), or it is damaged.",
                vi: "‘\(name)’ không phải tệp Word (.docx) hay Excel (.xlsx), hoặc tệp đã hỏng."),
            subject: "template",
            notes: [
                Text(
                    "Open it in Word or Excel and save it as .docx or .xlsx, without a password.",
                    vi: "Hãy mở bằng Word hoặc Excel rồi lưu lại dạng .docx hoặc .xlsx, không đặt mật khẩu.")
            ])
    }

    static func templateMalformed(_ name: String, _ place: Text, _ fault: Text, _ note: Text? = nil) -> Diagnostic {
        Diagnostic(
            .templateMalformed,
            Text(
                "‘\(name)’, \(place.english): \(fault.english).",
                vi: "‘\(name)’, \(place.vietnamese): \(fault.vietnamese)."
            ), subject: "template", notes: note.map { [$0] } ?? [])
    }

    static func templateNameMissing(
        _ name: String, _ faults: [TemplateCheck.Fault], offered: [String]
    ) -> Diagnostic {
        let most = 20
        var notes = faults.prefix(most).map { fault -> Text in
            let more =
                fault.times > 1 ? Text(" (\(fault.times) times)", vi: " (\(fault.times) chỗ)") : Text(verbatim: "")
            return Text(
                "\(fault.written), \(fault.place.english)\(more.english): \(fault.reason.english)",
                vi: "\(fault.written), \(fault.place.vietnamese)\(more.vietnamese): \(fault.reason.vietnamese)")
        }
        if faults.count > most {
            let rest = faults.count - most
            notes.append(Text("… and \(rest) more.", vi: "… và \(rest) tên nữa."))
        }
        var seen: Set<String> = []
        let names = offered.filter { seen.insert($0).inserted }
        if !names.isEmpty {
            let list = names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
            notes.append(Text("Offered: \(list).", vi: "Có các tên: \(list)."))
        }
        notes.append(
            Text(
                "{{name?}} may be missing: then nothing stands in its place.",
                vi: "{{tên?}} được phép thiếu: khi đó chỗ ấy để trống."))
        let count = faults.count == 1 ? "1 placeholder" : "\(faults.count) placeholders"
        return Diagnostic(
            .templateNameMissing,
            Text(
                "‘\(name)’ has \(count) that cannot be filled; nothing was written.",
                vi: "‘\(name)’ có \(faults.count) chỗ không điền được; chưa ghi tệp nào."),
            subject: "template", notes: notes)
    }

    /// States that a template gives files of another ending.
    public static func templateOtherFormat(_ name: String, _ ending: String) -> Diagnostic {
        Diagnostic(
            .templateOtherFormat,
            Text(
                "‘\(name)’ gives a file that ends with .\(ending).",
                vi: "Mẫu ‘\(name)’ chỉ cho ra tệp có đuôi .\(ending)."
            ), subject: "to")
    }

    static func templateTooLarge(_ name: String) -> Diagnostic {
        Diagnostic(
            .templateTooLarge,
            Text(
                "‘\(name)’ would become larger than any paper is.", vi: "Điền ‘\(name)’ sẽ ra tệp quá lớn."),
            subject: "template",
            notes: [
                Text(
                    "Sections within sections multiply their rows.",
                    vi: "Các mục lồng nhau làm số dòng nhân lên.")
            ])
    }
}
