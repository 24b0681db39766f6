import Documents
import Tables
import Values
import Workbooks

/// Writes values into cells that keep their look.
struct CellWriting {
    let language: DisplayLanguage
    let countsFrom1904: Bool
    /// The looks that show a number as it is, in which a day would be a number.
    private let plainLooks: Set<Int>

    /// The most letters that a cell holds.
    static let mostLetters = 32_767

    init(_ language: DisplayLanguage, styles: XMLTokens?, countsFrom1904: Bool) {
        (self.language, self.countsFrom1904) = (language, countsFrom1904)
        guard let styles, let list = styles.elements("cellXfs").first else {
            plainLooks = [0]
            return
        }
        let looks = styles.children(of: list).filter { styles.tokens[$0].name == "xf" }
        let plain = looks.enumerated().filter { _, token in
            ["0", "49", nil].contains(styles.attributes(token)["numFmtId"])
        }
        plainLooks = Set(plain.map(\.offset))
    }

    /// The cell at an address with the look of an old one.
    func cell(_ content: TemplateValues.Content, at address: CellAddress, like old: XMLAttributeList?, _ prefix: Markup)
        -> Markup
    {
        let look = old?["s"]
        let style: Markup = look.map { " s=\"\($0)\"" } ?? ""
        let start: Markup = "<\(prefix)c r=\"\("\(address)" as String)\"\(style)"
        if let number = number(content, look) {
            return "\(start)><\(prefix)v>\(number)</\(prefix)v></\(prefix)c>"
        }
        let text = String(content.written(nil, in: language).prefix(CellWriting.mostLetters))
        guard !text.isEmpty else { return "\(start)/>" }
        let words = TextMarkup(lineEnd: "\n", tab: "\t").markup(text)
        return """
            \(start) t="inlineStr"><\(prefix)is><\(prefix)t xml:space="preserve">\(words)</\(prefix)t></\(prefix)is>\
            </\(prefix)c>
            """
    }

    private func number(_ content: TemplateValues.Content, _ look: String?) -> String? {
        guard case .value(let value, _) = content else { return nil }
        switch value {
        case .number(let number), .percent(let number): return number.description
        case .money(let amount): return String(amount)
        case .date(let day):
            guard !plainLooks.contains(look.flatMap { Int($0) } ?? 0) else { return nil }
            // Days since 30 December 1899; from March 1900 on that is how sheets count.
            let serial = Int(day.number) + 25_569 - (countsFrom1904 ? 1462 : 0)
            return serial > 60 ? String(serial) : nil
        default: return nil
        }
    }
}
