import Values

/// What cairo cannot tell of a PDF file: its language, that its title is shown, and what its pictures show in words.
///
/// The file goes on behind its end: it says the catalogue and the pictures once more, with what was missing, as the PDF
/// standard lets who changes a file do. A file that does not look as expected stays as it is.
enum PDFFacts {
    static func told(_ file: [UInt8], language: DisplayLanguage, pictures: [String]) -> [UInt8] {
        let tail = String(decoding: file.suffix(512), as: UTF8.self)
        guard let start = number(behind: "startxref\n", tail), let size = number(behind: "/Size ", tail),
            let root = number(behind: "/Root ", tail), let info = number(behind: "/Info ", tail),
            let places = places(in: file, from: start)
        else { return file }
        var told: [(number: Int, words: String)] = []
        guard let catalogue = object(root, places, file) else { return file }
        let facts = """
            /Lang (\(language.rawValue)) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> >>
            """
        told.append((root, closed(catalogue, with: facts)))
        var rest = pictures[...]
        for number in places.indices where !rest.isEmpty {
            guard isPicture(number, places, file), let words = object(number, places, file) else { continue }
            told.append((number, closed(words, with: "/Alt <\(hexadecimal(rest.removeFirst()))> >>")))
        }
        return file + update(told, at: file.count, size: size, root: root, info: info, before: start)
    }

    /// The bytes that follow the file.
    private static func update(
        _ told: [(number: Int, words: String)], at end: Int, size: Int, root: Int, info: Int, before start: Int
    ) -> [UInt8] {
        var text = ""
        var table = "xref\n"
        for (number, words) in told.sorted(by: { $0.number < $1.number }) {
            let place = String(end + text.utf8.count)
            table += "\(number) 1\n\(String(repeating: "0", count: max(0, 10 - place.utf8.count)))\(place) 00000 n \n"
            text += "\(number) 0 obj\n\(words)\nendobj\n"
        }
        let place = end + text.utf8.count
        text += "\(table)trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(start) >>\n"
        return Array((text + "startxref\n\(place)\n%%EOF\n").utf8)
    }

    /// Where each object begins, by the table at the end of the file.
    private static func places(in file: [UInt8], from start: Int) -> [Int]? {
        guard file.indices.contains(start) else { return nil }
        let lines = file[start...].split(separator: 0x0A, maxSplits: 200_000)
        guard lines.count > 2, lines[0].elementsEqual("xref".utf8) else { return nil }
        let counts = lines[1].split(separator: 0x20).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard counts.count == 2, counts[0] == 0, lines.count > counts[1] + 2 else { return nil }
        return lines[2..<counts[1] + 2].map { Int(String(decoding: $0.prefix(10), as: UTF8.self)) ?? 0 }
    }

    /// Whether an object tells of a picture. Most of the many objects do not, so that it looks at their bytes.
    private static func isPicture(_ number: Int, _ places: [Int], _ file: [UInt8]) -> Bool {
        let start = places[number]
        guard start > 0, file.indices.contains(start) else { return false }
        let end = min(start + 160, file.count - picture.count)
        return start < end
            && (start..<end).contains { place in
                file[place] == picture[0] && file[place..<place + picture.count].elementsEqual(picture)
            }
    }

    private static let picture = Array("/S /Figure".utf8)

    /// The words of an object that is a dictionary without a stream.
    private static func object(_ number: Int, _ places: [Int], _ file: [UInt8]) -> Substring? {
        guard places.indices.contains(number), places[number] > 0, file.indices.contains(places[number]) else {
            return nil
        }
        let words = String(decoding: file[places[number]...].prefix(512), as: UTF8.self)
        guard words.hasPrefix("\(number) 0 obj\n"), let end = words.firstRange(of: "\nendobj") else { return nil }
        return words[..<end.lowerBound].dropFirst("\(number) 0 obj\n".count)
    }

    private static func number(behind word: String, _ text: String) -> Int? {
        guard let place = text.ranges(of: word).last else { return nil }
        return Int(text[place.upperBound...].prefix(while: \.isNumber))
    }

    /// A dictionary with more at its end.
    private static func closed(_ words: Substring, with more: String) -> String {
        guard let end = words.ranges(of: ">>").last else { return String(words) }
        return "\(words[..<end.lowerBound]) \(more)"
    }

    private static func hexadecimal(_ words: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return ([0xFEFF] + Array(words.utf16)).map { unit in
            String([12, 8, 4, 0].map { digits[Int(unit >> $0) & 15] })
        }.joined()
    }
}
