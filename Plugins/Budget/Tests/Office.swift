import Commands
import Diagnostics
import Documents
import Programme
import Tables
import TestSupport
import Values

@testable import Budget

/// A session on a small office: a department, a commune and a school.
func office(today: String = "2025-12-01", files: MemoryFiles = MemoryFiles()) throws -> Session {
    let packs = [programmePack, budgetPack]
    let session = try Session.empty(packs, today: today, files: files)
    for (code, name, kind, under) in [
        ("SGD-HP", "Sở GDĐT Hải Phòng", "so", ""), ("NGO-QUYEN", "Phường Ngô Quyền", "vhxh", "SGD-HP"),
        ("LE-CHAN", "THPT Lê Chân", "thpt", "SGD-HP"),
    ] {
        var values: [String: Value] = ["code": .text(code), "name": .text(name), "kind": .text(kind)]
        if !under.isEmpty { values["under"] = .text(under) }
        if code == "LE-CHAN" { values["opened"] = .date(day("2015-09-05")) }
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
    /// Adds a line to the estimate of LE-CHAN for 2025.
    @discardableResult
    func estimate(
        _ what: String, _ category: String, _ norm: Int64, people: Int = 1, _ more: [String: Value] = [:]
    ) throws -> Document {
        try perform(
            "estimate cost",
            more.merging([
                "unit": .text("LE-CHAN"), "what": .text(what), "category": .text(category), "norm": .money(norm),
                "people": .number(Number(people)), "year": period("2025"),
            ]) { given, _ in given })
    }

    /// Allocates an amount for 2025.
    @discardableResult
    func allocate(_ unit: String, _ amount: Int64, _ on: String, _ more: [String: Value] = [:]) throws -> Document {
        try perform(
            "allocate budget",
            more.merging([
                "unit": .text(unit), "amount": .money(amount), "year": period("2025"), "source": .text("state"),
                "on": .date(day(on)),
            ]) { given, _ in given })
    }

    /// Records a payment.
    @discardableResult
    func spend(
        _ unit: String, _ what: String, _ amount: Int64, _ on: String, _ category: String = "k12",
        _ more: [String: Value] = [:]
    ) throws -> Document {
        try perform(
            "record spending",
            more.merging([
                "unit": .text(unit), "what": .text(what), "amount": .money(amount), "on": .date(day(on)),
                "category": .text(category), "source": .text("state"),
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
    /// The words of messages, paragraphs, fields, captions, remarks and reservations in a language.
    func words(_ language: DisplayLanguage = .vietnamese) -> [String] {
        flatMap { block -> [String] in
            switch block {
            case .paragraph(let text), .message(let text, _): [text.runs.map { $0.text(in: language) }.joined()]
            case .fields(let fields): fields.map { $0.value.written(in: language) }
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
