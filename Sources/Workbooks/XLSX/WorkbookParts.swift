import Diagnostics
import Values

/// What `workbook.xml` says: the sheets in order, and from which year days are counted.
final class WorkbookPart: XMLListener {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var countsFrom1904 = false
    let isDone = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet" {
            sheets.append(
                (
                    attributes["name"]?.composed ?? "", attributes["id"] ?? "",
                    ["hidden", "veryHidden"].contains(attributes["state"])
                ))
        } else if name == "workbookPr" {
            countsFrom1904 = attributes.isYes("date1904")
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// What a part of relations says: where the parts stand that others name by an id.
final class RelationsPart: XMLListener {
    private(set) var targets: [String: (type: String, target: String)] = [:]
    let isDone = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = (attributes["Type"] ?? "", target)
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeRawBufferPointer) {}

    /// The part of a kind, such as `worksheet`, behind an id or the first of its kind.
    func target(_ kind: String, id: String? = nil) -> String? {
        if let id { return targets[id]?.target }
        return targets.sorted { $0.key < $1.key }.first { $0.value.type.hasSuffix("/" + kind) }?.value.target
    }
}

/// The texts that cells share.
final class SharedTexts: XMLListener {
    private(set) var texts: [String] = []
    private var bytes: [UInt8] = []
    private var isText = false
    private var isReading = false
    let isDone = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "si" {
            bytes.removeAll(keepingCapacity: true)
        } else if name == "rPh" {
            isReading = true
        } else if name == "t" {
            isText = !isReading
        }
    }

    func end(_ name: XMLName) {
        if name == "si" {
            texts.append(SheetText.plain(bytes))
        } else if name == "rPh" {
            isReading = false
        } else if name == "t" {
            isText = false
        }
    }

    func text(_ piece: UnsafeRawBufferPointer) {
        if isText { bytes += piece }
    }
}

/// How cells are shown: which styles mean a day, which a percent.
final class Styles: XMLListener {
    /// What the number of a cell means.
    enum Meaning { case number, percent, date }

    private var formats: [Int: String] = [:]
    private var meanings: [Meaning] = []
    private var isCells = false
    let isDone = false

    /// The meaning of a cell's style.
    func meaning(of style: Int) -> Meaning { meanings.indices.contains(style) ? meanings[style] : .number }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes.integer("numFmtId") {
            formats[id] = attributes["formatCode"] ?? ""
        } else if name == "cellXfs" {
            isCells = true
        } else if name == "xf", isCells {
            let id = attributes.integer("numFmtId") ?? 0
            meanings.append(formats[id].map(Styles.meaning) ?? Styles.builtIn(id))
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isCells = false }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {}

    /// The formats that every workbook has (ECMA-376, 18.8.30).
    private static func builtIn(_ id: Int) -> Meaning {
        switch id {
        case 9, 10: .percent
        case 14...17, 22, 27...31, 36, 50...58: .date
        default: .number
        }
    }

    /// Whether a format shows a day: a `y`, or a `d` or month behind what is quoted, escaped or in square brackets.
    static func meaning(_ format: String) -> Meaning {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        var letters: Set<Character> = []
        for letter in format.prefix(while: { $0 != ";" }).lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = letter != "\""
            } else if isBracketed {
                isBracketed = letter != "]"
            } else {
                switch letter {
                case "\\", "_", "*": isEscaped = true
                case "\"": isQuoted = true
                case "[": isBracketed = true
                default: letters.insert(letter)
                }
            }
        }
        if letters.contains("y") || letters.contains("d") { return .date }
        if letters.contains("m"), letters.isDisjoint(with: ["h", "s"]) { return .date }
        return letters.contains("%") ? .percent : .number
    }
}
