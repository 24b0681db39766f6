import Syntax
import Values

/// One line of a package: a sentence that says what stands at the sender.
enum PackageLine: Hashable {
    /// `record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30`: a figure that somebody recorded.
    case recorded(FigureLine)
    /// `derived figure trainings unit: LE-CHAN period: 2025 total: 3`: one that the sender's records give.
    case derived(FigureLine)
    /// `submit return BC-2025 unit: LE-CHAN on: 2025-11-28`: a return came in at the sender; without a day it comes
    /// with the package.
    case returned(ReturnLine)

    private static let recordedWords = "record figure"
    private static let derivedWords = "derived figure"
    private static let returnedWords = "submit return"

    /// Reads a line in the very form in which ``sentence`` writes it; `nil` for anything else.
    init?(_ sentence: String) {
        guard let words = PackageWords(sentence), words.places.count == 1, let code = words.places.first,
            let unit = words.labels["unit"]
        else { return nil }
        switch words.name {
        case PackageLine.recordedWords:
            guard let line = FigureLine(element: code, unit: unit, words) else { return nil }
            self = .recorded(line)
        case PackageLine.derivedWords:
            guard let line = FigureLine(element: code, unit: unit, words) else { return nil }
            self = .derived(line)
        case PackageLine.returnedWords:
            self = .returned(ReturnLine(round: code, unit: unit, on: words.labels["on"].flatMap { Day(iso: $0) }))
        default: return nil
        }
        guard self.sentence == sentence else { return nil }
    }

    /// The line as it stands in the package.
    var sentence: String {
        switch self {
        case .recorded(let line): "\(PackageLine.recordedWords) \(line.written)"
        case .derived(let line): "\(PackageLine.derivedWords) \(line.written)"
        case .returned(let line):
            "\(PackageLine.returnedWords) \(SourceForm.word(line.round)) unit: \(SourceForm.word(line.unit))"
                + (line.on.map { " on: \($0)" } ?? "")
        }
    }
}

/// A figure in a package.
struct FigureLine: Hashable {
    /// The element's code.
    let element: String
    /// The unit's code.
    let unit: String
    /// The period.
    let period: Period
    /// The numbers, or why there are none.
    let claim: FigureClaim

    init(element: String, unit: String, period: Period, claim: FigureClaim) {
        self.element = element
        self.unit = unit
        self.period = period
        self.claim = claim
    }

    fileprivate init?(element: String, unit: String, _ words: PackageWords) {
        guard let period = words.labels["period"].flatMap({ Period($0) }),
            let state = FigureState(rawValue: words.labels["state"] ?? FigureState.reported.rawValue)
        else { return nil }
        let (total, women) = (words.labels["total"], words.labels["women"])
        self.init(
            element: element, unit: unit, period: period,
            claim: FigureClaim(
                total: total.flatMap { Number($0) }, women: women.flatMap { Number($0) }, state: state))
    }

    /// What the line is about, in short.
    var subject: String { "\(element) \(unit) \(period)" }

    /// The line behind its first words, as `record figure` takes it.
    fileprivate var written: String {
        "\(SourceForm.word(element)) unit: \(SourceForm.word(unit)) period: \(period)"
            + (claim.total.map { " total: \($0)" } ?? "") + (claim.women.map { " women: \($0)" } ?? "")
            + (claim.state == .reported ? "" : " state: \(claim.state.rawValue)")
    }
}

/// The return of a unit in a package.
struct ReturnLine: Hashable {
    /// The round's code.
    let round: String
    /// The unit's code.
    let unit: String
    /// The day on which it came in at the sender.
    let on: Day?
}

/// What a sentence of a package consists of: words, values by place, values by label.
struct PackageWords {
    /// The words in front of the first value: always two.
    let name: String
    /// The values by place.
    private(set) var places: [String] = []
    /// The values by label.
    private(set) var labels: [String: String] = [:]

    /// Takes a sentence apart; `nil` where that cannot be done.
    init?(_ sentence: String) {
        guard let pieces = PackageWords.pieces(of: sentence), pieces.count >= 3 else { return nil }
        name = "\(pieces[0].text) \(pieces[1].text)"
        var label: String?
        for piece in pieces.dropFirst(2) {
            if let key = label {
                guard labels.updateValue(piece.text, forKey: key) == nil else { return nil }
                label = nil
            } else if !piece.isQuoted, piece.text.hasSuffix(":") {
                label = String(piece.text.dropLast())
            } else {
                guard labels.isEmpty else { return nil }
                places.append(piece.text)
            }
        }
        guard label == nil else { return nil }
    }

    /// A word, or a text that stood in quotes.
    private struct Piece {
        let text: String
        let isQuoted: Bool
    }

    private static func pieces(of sentence: String) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = sentence.unicodeScalars[...]
        while let first = rest.first {
            if first == "\"" {
                rest.removeFirst()
                guard let text = quoted(&rest) else { return nil }
                pieces.append(Piece(text: text, isQuoted: true))
            } else {
                let word = rest.prefix { $0 != " " }
                pieces.append(Piece(text: String(word), isQuoted: false))
                rest = rest[word.endIndex...]
            }
            guard let blank = rest.first else { break }
            guard blank == " " else { return nil }
            rest.removeFirst()
        }
        return pieces
    }

    /// Reads a text behind its opening quote as ``SourceForm/text(_:)`` writes it.
    private static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "{", "}":
                guard rest.popFirst() == scalar else { return nil }
                text.append(scalar)
            case "\\":
                guard let read = escape(&rest) else { return nil }
                text.append(read)
            default: text.append(scalar)
            }
        }
        return nil
    }

    private static func escape(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "\"": return "\""
        case "\\": return "\\"
        case "n": return "\n"
        case "t": return "\t"
        case "u":
            guard rest.popFirst() == "{" else { return nil }
            let digits = rest.prefix { $0 != "}" }
            rest = rest[digits.endIndex...].dropFirst()
            return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
        default: return nil
        }
    }
}
