import Diagnostics
import Values

/// The text of one paragraph, which Word cuts into runs as it likes: joined, with the way back to each run.
struct WordParagraph {
    /// Its start among the tokens.
    let token: Int
    /// Its number in the part, from 1.
    let number: Int
    /// The texts of its runs and where they stand in the joined bytes.
    private(set) var pieces: [(token: Int, start: Int, range: Range<Int>)] = []
    /// All its text as it stands in the part, references and all.
    private(set) var joined: [UInt8] = []
    /// Its placeholders in order, as places in the joined bytes.
    private(set) var marks: [(tag: TemplateTag, range: Range<Int>)] = []
    /// What is wrong with its placeholders.
    private(set) var faults: [(fault: Text, note: Text?)] = []
    /// Whether it holds something besides text: a picture, a break, the end of a section of pages.
    var holdsMore = false

    init(token: Int, number: Int) { (self.token, self.number) = (token, number) }

    mutating func add(_ token: Int, _ range: Range<Int>, of bytes: [UInt8]) {
        pieces.append((token, joined.count, range))
        joined += bytes[range]
    }

    /// Finds the placeholders in the joined text.
    mutating func close() {
        guard joined.contains(UInt8(ascii: "{")) || joined.contains(UInt8(ascii: "}")) else { return }
        var here = 0
        while here + 1 < joined.count {
            if isPair(here, UInt8(ascii: "}")) {
                faults.append((Text("‘}}’ ends nothing", vi: "‘}}’ không đóng chỗ nào"), WordParagraph.braces))
                here += 2
            } else if isPair(here, UInt8(ascii: "{")) {
                guard let end = (here + 2..<joined.count).first(where: { isPair($0, UInt8(ascii: "}")) }) else {
                    return faults.append(
                        (
                            Text("‘\(excerpt(from: here))’ has no ‘}}’", vi: "‘\(excerpt(from: here))’ thiếu ‘}}’"),
                            WordParagraph.braces
                        ))
                }
                read(here..<end + 2)
                here = end + 2
            } else {
                here += 1
            }
        }
    }

    private mutating func read(_ range: Range<Int>) {
        let inner = XMLText.plain(String(decoding: joined[range.lowerBound + 2..<range.upperBound - 2], as: UTF8.self))
        guard let tag = TemplateTag(inner) else {
            return faults.append(
                (
                    Text("‘{{\(inner.prefix(60))}}’ is no placeholder", vi: "‘{{\(inner.prefix(60))}}’ viết sai"),
                    WordParagraph.forms
                ))
        }
        marks.append((tag, range))
    }

    private func isPair(_ place: Int, _ byte: UInt8) -> Bool {
        place + 1 < joined.count && joined[place] == byte && joined[place + 1] == byte
    }

    /// The pieces of a stretch of the joined text, as places in the part; none is empty.
    func places(of range: Range<Int>) -> [(token: Int, range: Range<Int>)] {
        pieces.compactMap { piece in
            let covered = range.clamped(to: piece.start..<piece.start + piece.range.count)
            guard !covered.isEmpty else { return nil }
            let offset = piece.range.lowerBound - piece.start
            return (piece.token, covered.lowerBound + offset..<covered.upperBound + offset)
        }
    }

    /// Whether nothing but blanks and placeholders that show nothing themselves stands in a stretch of it.
    func isSilent(_ range: Range<Int>) -> Bool {
        var here = range.lowerBound
        for mark in marks where mark.range.overlaps(range) {
            guard mark.tag.isSilent, isBlank(here..<max(here, mark.range.lowerBound)) else { return false }
            here = mark.range.upperBound
        }
        return isBlank(min(here, range.upperBound)..<range.upperBound)
    }

    /// Whether it holds nothing but placeholders that show nothing, at least one.
    var isBare: Bool { !marks.isEmpty && !holdsMore && isSilent(0..<joined.count) }
    /// Whether it holds nothing at all.
    var isEmpty: Bool { !holdsMore && isBlank(0..<joined.count) }

    private func isBlank(_ range: Range<Int>) -> Bool {
        String(decoding: joined[range], as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    /// How it begins, for those who look for it.
    var beginning: String { excerpt(from: 0) }

    private func excerpt(from place: Int) -> String {
        let text = XMLText.plain(String(decoding: joined[place...], as: UTF8.self))
        return text.count > 30 ? text.prefix(30) + "…" : text
    }

    private static let forms: Text = {
        let forms = "{{unit.name}}, {{share:0.0}}, {{day:dd/mm/yyyy}}, {{#rows}}, {{^rows}}, {{/rows}}"
        return Text("For example \(forms).", vi: "Ví dụ \(forms).")
    }()
    private static let braces = Text(
        "A placeholder is written {{name}}, in one paragraph.", vi: "Chỗ điền viết là {{tên}}, trong một đoạn.")
}
