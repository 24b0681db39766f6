import Diagnostics
import Values

/// Words, numbers, dates and variables.
///
/// A run is as many letters, digits and underlines as follow each other, joined by single `-` or `.`; its shape decides
/// what it is. So `2025-03-14` is a date, `2025-Q3` a period, `4h` a duration, and `2282-B`, `15-17`, `NQ28-1.1` are
/// words.
extension Lexer {
    /// A run and what its letters say about its shape.
    private struct Run {
        let start: Int
        var end: Int
        var hasLetter = false
        var hyphens = 0
        var points = 0
    }

    private func run(from start: Int) -> Run {
        var run = Run(start: start, end: start)
        while run.end < bytes.count {
            let byte = bytes[run.end]
            if byte == Byte.hyphen || byte == Byte.point {
                guard bytes.wordLength(at: run.end + 1) > 0 else { break }
                if byte == Byte.hyphen { run.hyphens += 1 } else { run.points += 1 }
                run.end += 1
            }
            let length = bytes.wordLength(at: run.end)
            guard length > 0 else { break }
            if !Byte.isDigit(bytes[run.end]), bytes[run.end] != Byte.underline { run.hasLetter = true }
            run.end += length
        }
        return run
    }

    mutating func readRun() {
        let start = position
        guard Byte.isDigit(bytes[start]) else {
            position = run(from: start).end
            return finishWord(from: start)
        }
        if let end = slashDateEnd(from: start) {
            position = end
            return finishDate(from: start)
        }
        let run = run(from: start)
        position = run.end
        if run.hasLetter { return finishLettered(run) }
        switch (run.hyphens, run.points) {
        case (0, 0...1): finishNumber(from: start)
        case (0, _):
            let text = bytes.string(start, position)
            findings.add(.malformedNumber(text), at: SourceSpan(start, position))
            append(.unknown, from: start)
        case (2, 0) where Shape.isDay(bytes, start, position): finishDate(from: start)
        case (1, 0) where Shape.period(bytes, start, position) != nil: append(.period, from: start)
        default: finishWord(from: start)
        }
    }

    /// A word with a colon behind it is a label, except where a colon begins a format.
    private mutating func finishWord(from start: Int) {
        guard isLabelColon(position) else { return append(.word, from: start) }
        position += 1
        append(.label, from: start)
    }

    /// Whether a colon that makes a label of the word before it stands at a place.
    private func isLabelColon(_ place: Int) -> Bool { bytes.byte(at: place) == Byte.colon && !isAtFormat }

    private mutating func finishLettered(_ run: Run) {
        if run.hyphens == 1, run.points == 0, Shape.period(bytes, run.start, run.end) != nil {
            return append(.period, from: run.start)
        }
        let digits = Shape.numberEnd(bytes, run.start, run.end)
        guard run.hyphens == 0, run.points <= 1, Byte.isDigit(bytes[digits - 1]), let kind = unit(digits, run.end),
            !isLabelColon(run.end)
        else { return finishWord(from: run.start) }
        append(kind, from: run.start)
    }

    private mutating func finishDate(from start: Int) {
        guard Shape.day(bytes, start, position) == nil else { return append(.date, from: start) }
        findings.add(.noSuchDay(bytes.string(start, position)), at: SourceSpan(start, position))
        append(.unknown, from: start)
    }

    /// A number may have a percent sign or a unit behind it.
    private mutating func finishNumber(from start: Int) {
        let next = bytes.skippingBlanks(from: position)
        if bytes.byte(at: next) == Byte.percent {
            if next > position {
                let written = bytes.string(start, position) + "%"
                findings.add(.spaceBeforePercent(written), at: SourceSpan(start, next + 1))
            }
            position = next + 1
            return append(.percent, from: start)
        }
        guard next > position, bytes.wordLength(at: next) > 0 else { return append(.number, from: start) }
        let word = run(from: next).end
        if let kind = unit(next, word), !isLabelColon(word) {
            position = word
            return append(kind, from: start)
        }
        if let end = workingDaysEnd(next, word) {
            position = end
            return append(.duration, from: start)
        }
        append(.number, from: start)
    }

    /// What a unit between two offsets makes of the number before it.
    private func unit(_ start: Int, _ end: Int) -> Token.Kind? {
        guard end > start, end - start <= 3 else { return nil }
        switch bytes.string(start, end) {
        case "s", "min", "h", "d", "w": return .duration
        case "đ", "VND": return .money
        default: return nil
        }
    }

    private func workingDaysEnd(_ start: Int, _ end: Int) -> Int? {
        guard end - start == 7, bytes.string(start, end) == "working" else { return nil }
        let days = bytes.skippingBlanks(from: end)
        let last = run(from: days).end
        guard last - days == 4, bytes.string(days, last) == "days", !isLabelColon(last) else {
            return nil
        }
        return last
    }

    /// `14/3/2025` is a date everywhere and never a division.
    private func slashDateEnd(from start: Int) -> Int? {
        var place = start
        for most in [2, 2, 4] {
            let first = place
            while place - first < most, Byte.isDigit(bytes.byte(at: place)) { place += 1 }
            guard place > first else { return nil }
            if most == 4 { return place - first == 4 && bytes.wordLength(at: place) == 0 ? place : nil }
            guard bytes.byte(at: place) == Byte.slash else { return nil }
            place += 1
        }
        return nil
    }

    mutating func readVariable() {
        let start = position
        position += 1
        guard isNameStart(position) else {
            findings.add(.variableWithoutName, at: SourceSpan(start, position))
            return append(.unknown, from: start)
        }
        while true {
            let length = bytes.wordLength(at: position)
            if length > 0 {
                position += length
            } else if bytes.byte(at: position) == Byte.hyphen, bytes.wordLength(at: position + 1) > 0 {
                position += 1
            } else if bytes.byte(at: position) == Byte.point, isNameStart(position + 1) {
                position += 1
            } else {
                break
            }
        }
        append(.variable, from: start)
    }

    private func isNameStart(_ place: Int) -> Bool {
        bytes.wordLength(at: place) > 0 && !Byte.isDigit(bytes[place])
    }

    /// Characters without a meaning, as many as follow each other; pasted round quotes are named as such.
    mutating func readStray() {
        let start = position
        let (scalar, length) = bytes.scalar(at: position)
        position += length
        if scalar.properties.isWhitespace, !Lexer.isForbidden(scalar) { return }
        if Lexer.isRoundQuote(scalar) { return readRoundQuotes(from: start) }
        if scalar == "{" {
            skipBraces()
        } else {
            while position < bytes.count, isStray(position) { position += bytes.scalar(at: position).length }
        }
        let finding: Diagnostic =
            SourceForm.isHidden(scalar)
            ? .forbiddenCharacter(scalar) : .unexpectedCharacter(bytes.excerpt(start, position))
        findings.add(finding, at: SourceSpan(start, position))
        append(.unknown, from: start)
    }

    /// Braces belong into texts; elsewhere they are one mistake with what they hold.
    private mutating func skipBraces() {
        let rest = bytes[position...]
        let end = rest.firstIndex { $0 == Byte.closeBrace || $0 == Byte.lineFeed } ?? bytes.count
        position = bytes.byte(at: end) == Byte.closeBrace ? end + 1 : end
    }

    private func isStray(_ place: Int) -> Bool {
        let byte = bytes[place]
        if byte < 0x80 { return "@&^~`;\\?{%.".utf8.contains(byte) }
        let scalar = bytes.scalar(at: place).scalar
        return bytes.wordLength(at: place) == 0 && !scalar.properties.isWhitespace && !Lexer.isRoundQuote(scalar)
    }

    private static func isRoundQuote(_ scalar: Unicode.Scalar) -> Bool {
        (0x201C...0x201F).contains(scalar.value)
    }

    private mutating func readRoundQuotes(from start: Int) {
        let text = position
        while position < bytes.count, bytes[position] != Byte.lineFeed {
            let (scalar, length) = bytes.scalar(at: position)
            position += length
            guard Lexer.isRoundQuote(scalar) else { continue }
            let meant = SourceForm.text(bytes.string(text, position - length))
            findings.add(.roundQuotes(meant), at: SourceSpan(start, position))
            return append(.unknown, from: start)
        }
        findings.add(.roundQuotes(nil), at: SourceSpan(start, position))
        append(.unknown, from: start)
    }
}
