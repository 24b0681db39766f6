import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `define annex elements` defines what Phụ lục 1 counts and nobody has defined.
let defineAnnexElements = Command(
    "define annex elements",
    Text(
        "Defines what Phụ lục 1 counts and nobody has defined, one entry for each element.",
        vi: "Khai báo các số liệu trong Phụ lục 1 chưa có, mỗi số liệu một mục nhật ký."),
    effect: .composes, run: define
) {
} examples: {
    Example("define annex elements").prints("elements")
    Example("define annex elements").prints("All elements of the form are defined")
    Example("define annex elements unit: LE-CHAN").reports("unknown-argument")
}

private func define(session: Session) throws -> Document {
    let rows = AnnexForm.one.rows
    let unknown = Set(try ReturnedFigures(session, of: rows.compactMap(\.element)).unknown)
    let missing = rows.filter { row in row.element.map(unknown.contains) ?? false }
    guard !missing.isEmpty else {
        return .says(Text("All elements of the form are defined.", vi: "Mọi số liệu trong mẫu đã được khai báo."))
    }
    try session.together {
        for row in missing {
            guard let code = row.element, let definition = row.definition else { continue }
            _ = try session.perform(
                "define element",
                [
                    "code": .text(code), "name": .text(row.name.english), "vi": .text(row.name.vietnamese),
                    "type": .text(definition.type), "over-time": .text(definition.overTime),
                    "over-units": .text(definition.overUnits), "every": .text("year"),
                ])
        }
    }
    let codes = missing.compactMap(\.element).joined(separator: ", ")
    return .done(
        Text(
            "Defined \(missing.count.counted("element")): \(codes).",
            vi: "Đã khai báo \(missing.count.vietnamese) số liệu: \(codes)."))
}
