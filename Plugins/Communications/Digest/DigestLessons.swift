import Commands
import Documents
import Programme
import Values

extension CommunicationsDigest {
    /// A sentence on the lessons with gender content; nothing where none are on record.
    func lessons() throws -> [Block] {
        let byUnit = try LessonCounts.byUnit(from: period.first, to: day, session)
        let total = units.reduce(into: LessonCounts()) { $0 += byUnit[$1.id] ?? LessonCounts() }
        guard total.lessons > 0 else { return [] }
        let schools = units.count { byUnit[$0.id] != nil }
        let share = Share.written(total.girls, of: total.pupils)
        return [
            .paragraph(
                RichText(
                    Text(
                        "\(schools.counted("unit")) wove gender content into \(total.lessons.counted("lesson")) with "
                            + "\(total.pupils.counted("pupil")), \(total.girls.english) of them girls\(share.english).",
                        vi: "\(schools.vietnamese) đơn vị đã lồng ghép nội dung giới trong "
                            + "\(total.lessons.vietnamese) tiết dạy với \(total.pupils.vietnamese) lượt học sinh, "
                            + "trong đó có \(total.girls.vietnamese) lượt nữ\(share.vietnamese).")))
        ]
    }
}
