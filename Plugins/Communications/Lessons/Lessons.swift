import Commands
import Database
import Programme
import Values

/// The code of lessons: `LG-3`.
struct LessonCode: CodeType {
    static let kind = "lesson"
    let code: String
}

/// The table of lessons.
let lessonTable: SQL = "gender_lesson"

/// Lessons as a record kind: their codes are completed and checked.
let lessonKind = codedKind(
    "lesson", Text("lesson with gender content", vi: "bài dạy lồng ghép giới"), in: lessonTable, shownBy: "topic")

/// How many lessons with gender content there were, and who sat in them.
struct LessonCounts {
    var lessons = 0
    var girls = 0
    var boys = 0

    var pupils: Int { girls + boys }

    static func += (left: inout LessonCounts, right: LessonCounts) {
        left.lessons += right.lessons
        left.girls += right.girls
        left.boys += right.boys
    }

    /// The counts of each unit from one day to another, by the unit's lasting id.
    static func byUnit(from first: Day, to last: Day, _ session: Session) throws -> [Int64: LessonCounts] {
        var counts: [Int64: LessonCounts] = [:]
        try session.database.forEach(
            """
            SELECT unit, sum(lessons), sum(girls), sum(boys) FROM gender_lesson
            WHERE taught_on BETWEEN \(first) AND \(last) AND \(session.visible()) GROUP BY unit
            """
        ) { row in
            counts[try row.value(0)] = LessonCounts(
                lessons: try row.value(1), girls: try row.value(2), boys: try row.value(3))
        }
        return counts
    }
}

/// The elements of lessons. A unit without any on record did not report: lessons are not complete records.
let lessonElements: [any Contribution] = [
    DerivedElement(
        "gender-lessons", Text("lessons with gender content", vi: "số tiết lồng ghép nội dung giới"), overTime: .sum
    ) { session, period in
        try LessonCounts.byUnit(from: period.first, to: period.last, session)
            .mapValues { DerivedFigure(total: Number($0.lessons), women: nil) }
    },
    DerivedElement(
        "gender-lesson-pupils",
        Text("pupils in lessons with gender content", vi: "lượt học sinh học các tiết lồng ghép nội dung giới"),
        overTime: .sum
    ) { session, period in
        try LessonCounts.byUnit(from: period.first, to: period.last, session)
            .mapValues { DerivedFigure(total: Number($0.pupils), women: Number($0.girls)) }
    },
]
