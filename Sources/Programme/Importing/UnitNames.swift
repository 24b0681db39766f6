import Commands
import Database
import Values

/// Finds the unit that a text of a sheet means: by its code, else by its name, today's or an old one.
///
/// What is found for sure is taken and remembered, so that the answer can say it; anything less is a proposal.
final class UnitNames {
    private let session: Session
    private let spans: UnitSpans
    private let ids: [String: Int64]
    private let codes: [Int64: String]
    private lazy var index = NameIndex(versions)
    private var versions: [Version] = []
    private var latest: [Int64: Version] = [:]
    private var found: [Question: Answer] = [:]
    private var proposals = 0
    /// What was taken for a unit though its name is spelled otherwise, in the order in which it first came.
    private(set) var taken: [Match] = []
    /// How many texts are exactly the names of units.
    private(set) var exactCount = 0

    /// The most texts for which the nearest name is looked for.
    private static let mostProposals = 500

    /// What a unit was called in a stretch of time.
    struct Version {
        let unit: Int64
        let name: String
        let manager: Int64?
        let place: String?
        let since: Day?
        let until: Day?
    }

    private struct Question: Hashable {
        let text: String
        let place: String?
        let first: Day
        let last: Day
    }

    /// A text that was taken for a unit.
    struct Match {
        let text: String
        let code: String
        let name: String
        let isOld: Bool
    }

    /// What a text means.
    enum Answer {
        case unit(id: Int64, code: String)
        case unknown(proposal: String?, name: String?)
        case several([String])
    }

    init(_ session: Session) throws {
        self.session = session
        spans = try UnitSpans(session)
        var ids: [String: Int64] = [:]
        var codes: [Int64: String] = [:]
        try session.database.forEach("SELECT id, code FROM unit WHERE \(session.visible())") { row in
            let (id, code): (Int64, String) = (try row.value(0), try row.text(1))
            ids[code] = id
            codes[id] = code
        }
        (self.ids, self.codes) = (ids, codes)
        try session.database.forEach(
            "SELECT unit, name, manager, since, until, place FROM unit_version WHERE \(session.visible()) ORDER BY id"
        ) { row in
            let version = Version(
                unit: try row.value(0), name: try row.text(1), manager: try row.value(2), place: try row.value(5),
                since: try row.value(3), until: try row.value(4))
            versions.append(version)
            if version.until == nil || latest[version.unit] == nil { latest[version.unit] = version }
        }
    }

    /// The id of a unit by its code.
    func id(_ code: String) -> Int64? { ids[code] }

    /// Whether the unit with a code bears a name or bore it.
    func bears(_ code: String, name: String) -> Bool {
        guard let unit = ids[code] else { return false }
        let key = NameKey.of(name)
        return versions.contains { $0.unit == unit && NameKey.of($0.name) == key }
    }

    /// The codes among which the one may be that a text was meant to be; none when too many texts were looked at.
    func nearCodes(to text: String) -> [String] {
        guard proposals <= UnitNames.mostProposals, text.utf8.count <= 40 else { return [] }
        return ids.keys.filter { abs($0.utf8.count - text.utf8.count) <= 3 }.sorted()
    }

    /// Whether a unit was open on some day between two.
    func isOpen(_ unit: Int64, from first: Day, to last: Day) -> Bool { spans.isOpen(unit, from: first, to: last) }

    /// What a text that is no code means for something between two days; `place` says where the unit lies.
    func unit(named text: String, at place: String?, from first: Day, to last: Day) -> Answer {
        let question = Question(text: text, place: place, first: first, last: last)
        if let answer = found[question] { return answer }
        let answer = search(question)
        found[question] = answer
        return answer
    }

    private func search(_ question: Question) -> Answer {
        for names in [index.exactly(question.text), index.folded(question.text)] where !names.isEmpty {
            let inTime = names.filter { isValid(versions[$0], question) }
            var units = Set((inTime.isEmpty ? names : inTime).map { versions[$0].unit })
            if units.count > 1, let place = question.place {
                let there = units.filter { lies($0, at: place) }
                if !there.isEmpty { units = there }
            }
            if units.count == 1, let unit = units.first, let code = codes[unit] {
                note(question.text, code, latest[unit]?.name ?? "", isInTime: !inTime.isEmpty)
                return .unit(id: unit, code: code)
            }
            return .several(units.compactMap { codes[$0] }.sorted())
        }
        proposals += 1
        guard proposals <= UnitNames.mostProposals, let near = index.nearest(to: question.text) else {
            return .unknown(proposal: nil, name: nil)
        }
        return .unknown(proposal: codes[versions[near].unit], name: versions[near].name)
    }

    private func note(_ text: String, _ code: String, _ name: String, isInTime: Bool) {
        if text == name, isInTime {
            exactCount += 1
        } else {
            let isOld = !isInTime || NameKey.of(text) != NameKey.of(name)
            taken.append(Match(text: text, code: code, name: name, isOld: isOld))
        }
    }

    private func isValid(_ version: Version, _ question: Question) -> Bool {
        (version.since.map { $0 <= question.last } ?? true) && (version.until.map { $0 > question.first } ?? true)
    }

    /// Whether a unit or one above it bears the name of a place.
    private func lies(_ unit: Int64, at place: String) -> Bool {
        let wanted = NameKey.place(place)
        guard !wanted.isEmpty else { return false }
        var next: Int64? = unit
        for _ in 0..<8 {
            guard let unit = next, let version = latest[unit] else { return false }
            if let place = version.place, NameKey.place(place).hasSuffix(wanted) { return true }
            if NameKey.place(version.name).hasSuffix(wanted) || codes[unit]?.folded == wanted { return true }
            next = version.manager
        }
        return false
    }
}

/// Names by what is left of them when spelling no longer counts.
private struct NameIndex {
    private var exact: [String: [Int]] = [:]
    private var byKey: [String: [Int]] = [:]

    init(_ versions: [UnitNames.Version]) {
        for (place, version) in versions.enumerated() {
            exact[version.name.lowercased(), default: []].append(place)
            byKey[NameKey.of(version.name), default: []].append(place)
        }
    }

    func exactly(_ text: String) -> [Int] { exact[text.composed.lowercased()] ?? [] }

    func folded(_ text: String) -> [Int] { byKey[NameKey.of(text)] ?? [] }

    /// The name that needs the fewest changes, at most a quarter of its letters.
    func nearest(to text: String) -> Int? {
        let wanted = NameKey.of(text)
        guard wanted.utf8.count <= 200 else { return nil }
        let limit = max(1, wanted.count / 4)
        var best: (distance: Int, key: String)?
        for key in byKey.keys where abs(key.utf8.count - wanted.utf8.count) <= limit {
            let distance = editDistance(wanted, key, limit: min(limit, best?.distance ?? limit))
            if distance <= limit, (distance, key) < (best?.distance ?? .max, best?.key ?? "") { best = (distance, key) }
        }
        return best.flatMap { byKey[$0.key]?.last }
    }
}

/// The form of a name in which two ways to write it are one.
enum NameKey {
    /// Without tones, marks and signs; `y` as `i`; the kinds of schools by their abbreviations.
    static func of(_ name: String) -> String {
        var text = " " + letters(name) + " "
        for (long, short) in abbreviations { text = text.replacing(" \(long) ", " \(short) ") }
        let words = text.split(separator: " ").filter { $0 != "truong" && $0 != "va" }
        return words.joined(separator: " ")
    }

    /// A place without the word for its kind.
    static func place(_ name: String) -> String {
        var words = letters(name).split(separator: " ")[...]
        let kinds: Set<Substring> = [
            "xa", "phuong", "quan", "huien", "thi", "tran", "thanh", "pho", "tp", "p", "q", "h",
        ]
        while words.count > 1, let first = words.first, kinds.contains(first) { words = words.dropFirst() }
        return words.joined(separator: " ")
    }

    private static func letters(_ name: String) -> String {
        var text = ""
        for scalar in name.folded.unicodeScalars {
            if scalar == "y" {
                text.unicodeScalars.append("i")
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                text.unicodeScalars.append(scalar)
            } else if text.last != " " {
                text.append(" ")
            }
        }
        return text.trimmed
    }

    /// Longer ones first.
    private static let abbreviations = [
        ("trung tam giao duc nghe nghiep giao duc thuong xuien", "ttgdnn gdtx"), ("trung tam gdnn gdtx", "ttgdnn gdtx"),
        ("trung tam giao duc thuong xuien", "ttgdtx"), ("trung tam gdtx", "ttgdtx"), ("tt gdtx", "ttgdtx"),
        ("tt gdnn gdtx", "ttgdnn gdtx"), ("trung tam hoc tap cong dong", "tthtcd"),
        ("pho thong dan toc noi tru", "ptdtnt"),
        ("pho thong dan toc ban tru", "ptdtbt"), ("trung hoc pho thong", "thpt"), ("trung hoc co so", "thcs"),
        ("ptth", "thpt"), ("ptcs", "thcs"), ("tieu hoc", "th"), ("mam non", "mn"), ("mau giao", "mg"),
        ("pho thong", "pt"), ("van hoa xa hoi", "vhxh"), ("so giao duc dao tao", "so gddt"),
        ("so giao duc va dao tao", "so gddt"), ("so gd dt", "so gddt"), ("thanh pho", "tp"),
    ]
}

extension String {
    /// The text with each place of one text taken by another.
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        guard utf8.count >= old.utf8.count else { return self }
        let (whole, wanted) = (Array(utf8), Array(old.utf8))
        var result: [UInt8] = []
        var place = 0
        while place < whole.count {
            if whole[place] == wanted[0], whole[place...].starts(with: wanted) {
                result += new.utf8
                place += wanted.count
            } else {
                result.append(whole[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
