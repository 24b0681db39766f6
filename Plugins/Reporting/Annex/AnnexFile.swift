import Commands
import Diagnostics
import Programme
import Syntax
import Values
import Workbooks

/// A filled-in file whose stamp is the round's.
struct AnnexFile {
    let stamp: AnnexStamp
    let owed: UnitReturn
    let reading: AnnexReading

    /// Reads a file as a return of a round; one of another form, office, round, unit or period is refused.
    init(_ bytes: [UInt8], name: String, of round: Round, _ session: Session) throws {
        let book = try XLSXFile.read(bytes, name: name)
        let form = AnnexForm.one
        var isWhole = false
        guard let stamp = AnnexStamp(book, isWhole: &isWhole) else { throw Diagnostic.annexNotStamped(name, round) }
        guard isWhole else { throw Diagnostic.annexStampChanged(name, round, stamp) }
        guard stamp.form == form.code, stamp.version == form.version else {
            throw Diagnostic.annexOfForm(name, stamp, form, round)
        }
        guard stamp.round == round.code else { throw Diagnostic.annexOfRound(name, stamp, round) }
        let office = try Units(session).unit(round.top, on: round.unitsDay)?.code
        guard stamp.office == office, stamp.period == round.period.description else {
            throw Diagnostic.annexOfOffice(name, stamp, round, office ?? "")
        }
        guard let id = try Units(session).id(of: stamp.unit), let owed = try round.unitReturn(of: id, session) else {
            var finding = Diagnostic.returnNotOwed(stamp.unit, round)
            finding.subject = "from"
            throw finding
        }
        self.stamp = stamp
        self.owed = owed
        reading = try AnnexReading(book, AnnexLayout(form), stamp, name: name)
    }
}

extension Diagnostic {
    /// How a unit gets a new file.
    fileprivate static func writing(_ round: Round, _ unit: String? = nil) -> Text {
        let line =
            "write annexes \(SourceForm.word(round.code)) to: \"…\""
            + (unit.map { " unit: \(SourceForm.word($0))" } ?? "")
        return Text("‘\(line)’ writes the file anew.", vi: "Gõ ‘\(line)’ để ghi lại tệp mẫu.")
    }

    fileprivate static func annexNotStamped(_ file: String, _ round: Round) -> Diagnostic {
        Diagnostic(
            .annexNotStamped,
            Text(
                "‘\(file)’ is none of the workbooks that were sent out: it has no stamp.",
                vi: "‘\(file)’ không phải là tệp mẫu đã gửi: không có dấu nhận dạng."),
            subject: "from", notes: [writing(round)])
    }

    fileprivate static func annexStampChanged(_ file: String, _ round: Round, _ stamp: AnnexStamp) -> Diagnostic {
        Diagnostic(
            .annexNotStamped,
            Text(
                "The stamp of ‘\(file)’ was changed: its checksum is wrong.",
                vi: "Dấu nhận dạng của ‘\(file)’ đã bị sửa: sai mã kiểm tra."),
            subject: "from", notes: [writing(round, stamp.unit)])
    }

    fileprivate static func annexOfForm(
        _ file: String, _ stamp: AnnexStamp, _ form: AnnexForm, _ round: Round
    ) -> Diagnostic {
        Diagnostic(
            .annexOfAnother,
            Text(
                "‘\(file)’ is the form \(stamp.form), version \(stamp.version); "
                    + "\(form.code), version \(form.version), is asked.",
                vi:
                    "‘\(file)’ là mẫu \(stamp.form) phiên bản \(stamp.version); "
                    + "cần mẫu \(form.code) phiên bản \(form.version)."
            ),
            subject: "from", notes: [writing(round, stamp.unit)])
    }

    fileprivate static func annexOfRound(_ file: String, _ stamp: AnnexStamp, _ round: Round) -> Diagnostic {
        let line = "receive annex \(SourceForm.word(stamp.round)) from: \(SourceForm.text(file))"
        return Diagnostic(
            .annexOfAnother,
            Text(
                "‘\(file)’ belongs to the round \(stamp.round), not to \(round.code).",
                vi: "‘\(file)’ thuộc đợt \(stamp.round), không phải đợt \(round.code)."),
            subject: "round", notes: [Text("‘\(line)’ takes it there.", vi: "Gõ ‘\(line)’ để nhận vào đúng đợt.")])
    }

    fileprivate static func annexOfOffice(
        _ file: String, _ stamp: AnnexStamp, _ round: Round, _ office: String
    ) -> Diagnostic {
        Diagnostic(
            .annexOfAnother,
            Text(
                "‘\(file)’ was written for \(stamp.office), \(stamp.period); "
                    + "the round is that of \(office), \(round.period).",
                vi: "‘\(file)’ lập cho \(stamp.office), kỳ \(stamp.period); "
                    + "đợt này của \(office), kỳ \(round.period)."),
            subject: "from", notes: [writing(round, stamp.unit)])
    }
}
