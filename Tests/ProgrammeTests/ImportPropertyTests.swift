import Diagnostics
import TestSupport
import Testing

/// Whatever a sheet holds, each of its lines is told of once: as a row that was stored, unchanged, refused or a
/// duplicate, or as a line without a record.
@Suite struct ImportPropertyTests {
    private static let names = [
        "A", "B", "C", "THPT Thái Phiên", "trường thpt thái phiên", "THPT Thai Phiem", "", "Tổng cộng", "Q",
    ]
    private static let numbers: [PlainBook.Cell] = [
        5, 12, 0, -3, 1.5, "1.234", "1.234,5", "1,250.5", "12 345", "-", "x", .error("#N/A"), .day(45_000), .empty,
        .empty,
    ]

    private func office() throws -> Office {
        let office = try Office()
        try office.say(
            """
            register unit A "THPT Thái Phiên" kind: thpt under: SGD
            register unit B "THPT Hòa Bình" kind: thpt under: SGD
            register unit C "THPT Cát Bà" kind: thpt under: SGD
            define element gv "Teachers at school" vi: "Giáo viên" type: people over-time: last over-units: sum
            """)
        return office
    }

    private func row(_ dice: inout Dice) -> [PlainBook.Cell] {
        switch dice.below(12) {
        case 0: return []
        case 1: return ["", "Tổng cộng", 17, 9]
        case 2: return ["STT", "Đơn vị", "Giáo viên / Tổng số", "Giáo viên / Nữ", "Kỳ"]
        default:
            let name = dice.pick(Self.names)
            return [
                .number("\(dice.below(99))"), .text(name), dice.pick(Self.numbers), dice.pick(Self.numbers),
                .text(dice.pick(["2024", "2023", "Năm 2022", "2024-10", "?"])),
            ].map { if case .text("") = $0 { .empty } else { $0 } }
        }
    }

    @Test(arguments: 1...30)
    func everyLineIsToldOfOnce(_ seed: Int) throws {
        var dice = Dice(seed)
        let titles = dice.below(4)
        var rows: [[PlainBook.Cell]] = (0..<titles).map { _ in ["BÁO CÁO"] }
        rows.append(["STT", "Đơn vị", "Giáo viên / Tổng số", "Giáo viên / Nữ", "Kỳ"])
        let count = 1 + dice.below(60)
        for _ in 0..<count { rows.append(row(&dice)) }
        let office = try office()
        var book = PlainBook()
        book.add("Biểu", rows, hidden: [titles + 2])
        office.files.contents["a.xlsx"] = book.bytes
        office.files.contents["a.csv"] = Array(Self.csv(rows).utf8)
        for file in ["a.xlsx", "a.csv"] {
            let before = try office.table("list figures").rowCount
            let answer = try office.text("import figures from: \"\(file)\"")
            let entry = try office.session.journal.lastNumber()
            let told = Told(answer)
            #expect(told.read == told.stored + told.unchanged + told.refused + told.duplicates, "\(answer)")
            let blank = rows.dropFirst(titles + 1).count { $0.isEmpty }
            // A workbook does not hold rows without cells.
            #expect(told.read + told.passed + (file == "a.xlsx" ? blank : 0) == count, "\(answer)")
            #expect(try office.refusedRows("plan import figures from: \"\(file)\"").rowCount >= told.refused)
            #expect(try office.table("list figures").rowCount == before + told.stored)
            let again = Told(try office.text("import figures from: \"\(file)\""))
            #expect(again.stored == 0 && again.refused == told.refused && again.duplicates == told.duplicates)
            #expect(again.unchanged == told.stored + told.unchanged)
            try office.say("undo entry: \(entry)")
            #expect(try office.table("list figures").rowCount == before)
        }
    }

    private static func csv(_ rows: [[PlainBook.Cell]]) -> String {
        rows.map { row in
            let cells = (row + Array(repeating: .empty, count: max(0, 5 - row.count))).map { cell in
                switch cell {
                case .text(let text), .number(let text), .error(let text): text
                case .day(let serial): "\(serial)"
                case .empty: ""
                }
            }
            return cells.joined(separator: ";")
        }.joined(separator: "\n")
    }

    /// The numbers of an answer.
    private struct Told {
        var (read, stored, unchanged, refused, duplicates, passed) = (0, 0, 0, 0, 0, 0)

        init(_ answer: String) {
            let lines = answer.split(separator: "\n")
            let equation = lines.first?.split(separator: "’").last ?? ""
            let numbers = equation.split { !$0.isNumber }.compactMap { Int($0) }
            if numbers.count >= 5 {
                (read, stored, unchanged, refused) = (numbers[0], numbers[1], numbers[2], numbers[3])
                duplicates = numbers[4]
            }
            for part in lines.first(where: { $0.hasPrefix("Lines without") })?.split(separator: ";") ?? [] {
                guard !part.contains("titles"), let list = part.split(separator: ":").last else { continue }
                passed += list.split(separator: ",").reduce(0) { sum, run in
                    let ends = run.split { !$0.isNumber }.compactMap { Int($0) }
                    return sum + (ends.count == 2 ? ends[1] - ends[0] + 1 : ends.count)
                }
            }
        }
    }
}
