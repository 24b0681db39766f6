import Commands
import Diagnostics
import Documents
import Programme
import Tables
import TestSupport
import Values

@testable import Communications

/// A session on a small office: a department with a division, a commune and a school.
func office(today: String = "2025-12-01", files: MemoryFiles = MemoryFiles()) throws -> Session {
    let packs = [programmePack, communicationsPack]
    let session = try Session.empty(packs, today: today, files: files)
    for (code, name, kind, under) in [
        ("SGD-HP", "Sở GDĐT Hải Phòng", "so", ""), ("NGO-QUYEN", "Phường Ngô Quyền", "vhxh", "SGD-HP"),
        ("LE-CHAN", "THPT Lê Chân", "thpt", "SGD-HP"), ("GDPT", "Phòng Giáo dục phổ thông", "pb", "SGD-HP"),
    ] {
        var values: [String: Value] = ["code": .text(code), "name": .text(name), "kind": .text(kind)]
        if !under.isEmpty { values["under"] = .text(under) }
        if code == "LE-CHAN" { values["opened"] = .date(day("2005-09-05")) }
        _ = try session.perform("register unit", values)
    }
    return session
}

/// A day of the tests.
func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

/// A period of the tests.
func stretch(_ text: String) -> Period { Period(text) ?? Period(.year, containing: Day(number: 0)) }

/// A period of the tests as an argument.
func period(_ text: String) -> Value { .period(stretch(text)) }

/// The codes of a refusal, or none.
func refusal(_ work: () throws -> Document) -> [String] {
    do {
        _ = try work()
        return []
    } catch {
        return Diagnostics.of(error).map(\.code.description)
    }
}

extension Session {
    /// Logs a session.
    @discardableResult
    func log(
        _ unit: String, _ topic: String, _ on: String, women: Int = 10, men: Int = 5, _ more: [String: Value] = [:]
    ) throws -> Document {
        try perform(
            "log session",
            more.merging([
                "unit": .text(unit), "topic": .text(topic), "on": .date(day(on)), "women": .number(Number(women)),
                "men": .number(Number(men)),
            ]) { given, _ in given })
    }

    /// Opens a campaign.
    @discardableResult
    func open(_ code: String, _ from: String, _ to: String, _ more: [String: Value] = [:]) throws -> Document {
        try perform(
            "open campaign",
            more.merging([
                "code": .text(code), "name": .text("Đợt \(code)"), "from": .date(day(from)), "to": .date(day(to)),
            ]) { given, _ in given })
    }

    /// Records a product.
    @discardableResult
    func make(_ title: String, _ on: String, _ more: [String: Value] = [:]) throws -> Document {
        try perform(
            "record product",
            more.merging([
                "unit": .text("LE-CHAN"), "title": .text(title), "kind": .text("poster"), "on": .date(day(on)),
            ]) { given, _ in given })
    }

    /// The cells of some columns of a command's table, in plain form.
    func cells(_ command: String, _ values: [String: Value] = [:], _ columns: String...) throws -> [[String]] {
        guard let table = try perform(command, values).table else { return [] }
        return (0..<table.rowCount).map { row in
            columns.map { column in table.cells(of: column).map { $0[row].plain } ?? "no column \(column)" }
        }
    }
}

extension [Block] {
    /// The sentences of paragraphs, items and captions in a language.
    func words(_ language: DisplayLanguage = .vietnamese) -> [String] {
        flatMap { block -> [String] in
            switch block {
            case .paragraph(let text): [text.runs.map { $0.text(in: language) }.joined()]
            case .items(let items, _): items.map { $0.runs.map { $0.text(in: language) }.joined() }
            case .table(let table): [table.caption, table.remark].compactMap { $0?(in: language) }
            case .reservation(let text): [text(in: language)]
            default: []
            }
        }
    }

    /// The table of a caption that begins with some words, as plain rows.
    func rows(_ caption: String) -> [[String]] {
        for case .table(let block) in self where block.caption?.english.hasPrefix(caption) ?? false {
            return (0..<block.table.rowCount).map { block.table.record($0).values.map(\.plain) }
        }
        return []
    }
}
