public import Values

extension Letterhead {
    /// The national name, which stands at the head of every official paper.
    public static let nation = Text("SOCIALIST REPUBLIC OF VIET NAM", vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    /// The national motto below it.
    public static let motto = Text("Independence - Freedom - Happiness", vi: "Độc lập - Tự do - Hạnh phúc")
    /// The words above the list of those who receive the paper.
    public static let recipientsLabel = Text("To:", vi: "Nơi nhận:")

    /// The body that issues the paper, as its head writes it.
    public var issuerLine: String { issuer.uppercased() }

    /// The number and symbol, with a gap that holds its width for the number that the clerk gives after the signature.
    public var numberLine: Text {
        let gap = String(repeating: "\u{A0}", count: 6)
        return Text("No.:\(gap)/\(symbol)", vi: "Số:\(gap)/\(symbol)")
    }

    /// The place and the date: days below 10 and months 1 and 2 have a leading nought in Vietnamese.
    public var placeAndDate: Text {
        let (year, month, day) = date.parts
        let dayDigits = day < 10 ? "0\(day)" : "\(day)"
        let monthDigits = month < 3 ? "0\(month)" : "\(month)"
        return Text(
            "\(place), \(date.formatted(in: .english))",
            vi: "\(place), ngày \(dayDigits) tháng \(monthDigits) năm \(year)")
    }

    /// The recipients as the paper lists them: a dash before, a semicolon after each, a full stop after the last.
    public var recipientLines: [String] { Letterhead.list(recipients) }

    /// The words in front of whom the paper speaks to.
    public static let addresseesLabel = Text("To:", vi: "Kính gửi:")

    /// Whom the paper speaks to: one stands behind the label, several below it like recipients.
    public var addresseeLines: [String] {
        addressees.count > 1 ? Letterhead.list(addressees) : addressees.map(Letterhead.bare)
    }

    /// What the paper rests on: a semicolon after each, a full stop after the last.
    public var basisLines: [String] {
        bases.indices.map { Letterhead.bare(bases[$0]) + ($0 == bases.count - 1 ? "." : ";") }
    }

    /// The mandate and the post that signs, above the signature.
    public var signatureLines: [String] {
        [mandate, signatory].compactMap { $0 }.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
    }

    /// Whether something stands below the text.
    public var hasFoot: Bool { !signatureLines.isEmpty || signer != nil || !recipients.isEmpty }

    /// A paper without a kind is an official letter, whose subject stands below the number.
    public func isLetter(in language: DisplayLanguage) -> Bool { kind(in: language).isEmpty }

    /// What an annex says it comes with.
    public var annexedTo: Text {
        let (english, vietnamese) = (kind.english.lowercased(), kind.vietnamese.lowercased())
        let gap = String(repeating: "\u{A0}", count: 6)
        let (year, month, day) = date.parts
        let days = day < 10 ? "0\(day)" : "\(day)"
        let months = month < 3 ? "0\(month)" : "\(month)"
        let name = english.isEmpty ? "letter" : english
        return Text(
            "(With \(name) No.\(gap)/\(symbol) of \(date.formatted(in: .english)), \(issuer))",
            vi: "(Kèm theo \(vietnamese.isEmpty ? "công văn" : vietnamese) số\(gap)/\(symbol) "
                + "ngày \(days) tháng \(months) năm \(year) của \(issuer))")
    }

    private static func list(_ names: [String]) -> [String] {
        names.indices.map { "- \(bare(names[$0]))\($0 == names.count - 1 ? "." : ";")" }
    }

    /// A name without the mark at its end.
    private static func bare(_ name: String) -> String {
        var name = Substring(name)
        while let last = name.last, last == ";" || last == "." || last == " " { name = name.dropLast() }
        return String(name)
    }
}

extension Document {
    /// The word at the head of each annex, by the place of its block: a Roman number follows where there are several.
    public var annexLabels: [Int: Text] {
        let places = blocks.indices.filter { if case .annex = blocks[$0] { true } else { false } }
        let word = Text("Annex", vi: "Phụ lục")
        guard places.count > 1 else { return Dictionary(uniqueKeysWithValues: places.map { ($0, word) }) }
        let labels = places.indices.map { word + Text(verbatim: " " + Document.roman($0 + 1)) }
        return Dictionary(uniqueKeysWithValues: zip(places, labels))
    }

    /// A number as Roman letters, up to 399.
    public static func roman(_ number: Int) -> String {
        let letters = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        var (rest, text) = (min(max(number, 0), 399), "")
        for (value, letter) in letters {
            while rest >= value {
                text += letter
                rest -= value
            }
        }
        return text
    }
}
