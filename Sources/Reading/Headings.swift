import Diagnostics
import Values

/// The headings of a file and the names that its columns have from them.
public struct Headings: Sendable, Hashable {
    /// The headings as they stand, without blanks around them.
    public let texts: [String]
    /// A word of the language for each column, each once: its heading with `-` where a word has no sign.
    public let names: [String]

    init(_ texts: [String]) {
        self.texts = texts
        var taken: Set<String> = []
        names = texts.enumerated().map { place, text in
            let word = Headings.word(text)
            let wanted = word.isEmpty ? "column-\(place + 1)" : word
            var name = wanted
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(wanted)-\(number)"
                number += 1
            }
            return name
        }
    }

    /// Letters, digits and `_` as they stand, one `-` for whatever stands between them.
    static func word(_ heading: String) -> String {
        heading.split { !($0.isLetter || $0.isNumber || $0 == "_") }.joined(separator: "-")
    }

    /// The place of a column, by its name or its heading; letters may differ in size and marks where only one fits.
    func place(of name: String, in file: String) throws(Diagnostic) -> Int {
        if let place = names.firstIndex(of: name) { return place }
        let folded = name.folded
        let alike = names.indices.filter { names[$0].folded == folded }
        if alike.count == 1 { return alike[0] }
        throw .columnNotInFile(name, file, names)
    }
}
