public import Values

extension Letterhead {
    /// The national name, which stands at the head of every official paper.
    public static let nation = Text("SOCIALIST REPUBLIC OF VIET NAM", vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    /// The national motto below it.
    public static let motto = Text("Independence - Freedom - Happiness", vi: "Độc lập - Tự do - Hạnh phúc")
    /// The words above the list of those who receive the paper.
    public static let recipientsLabel = Text("To:", vi: "Nơi nhận:")

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
    public var recipientLines: [String] {
        let names = recipients.map { name in
            var name = Substring(name)
            while let last = name.last, last == ";" || last == "." || last == " " { name = name.dropLast() }
            return String(name)
        }
        return names.indices.map { "- \(names[$0])\($0 == names.count - 1 ? "." : ";")" }
    }
}
