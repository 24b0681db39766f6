public import Commands
import Diagnostics
public import Documents
import Values
import Workbooks

/// A file that a command takes in: its sheet, the columns found by their headings, and the walk over its rows.
public struct SheetImport {
    let session: Session
    let file: ImportFile
    let sheet: ImportSheet
    let headings: FoundHeadings
    let mapping: ImportMapping
    let units: UnitNames
    /// The mapping that the line names; `nil` where it names none.
    let map: FilePath?
    let columns: [ImportColumn]
    private let fixed: [String: String]
    private var styles: [Int: NumberStyle] = [:]
    /// What was found of the forms of numbers, where a cell needed it.
    private(set) var styleRemarks: [Text] = []

    /// What a command that takes a file in is told.
    public struct Request {
        let from: FilePath
        let sheet: String?
        let map: FilePath?
        let fixed: [String: String]

        /// Names the file, the sheet, the mapping, and what stands for every row where the sheet has no such column.
        public init(_ from: FilePath, sheet: String?, map: FilePath?, fixed: [String: String] = [:]) {
            self.from = from
            self.sheet = sheet
            self.map = map
            self.fixed = fixed
        }
    }

    /// Takes the file and its mapping in, keeps both with the journal's entry, and finds the columns.
    public init(_ request: Request, _ columns: [ImportColumn], _ session: Session) throws {
        self.session = session
        self.columns = columns
        let name = request.from.path
        var mapping = ImportMapping()
        if let map = request.map { mapping = try SavedMappings(session).mapping(map) }
        let file = try ImportFile(session.takeIn(name), name: name)
        let fixed = mapping.values.merging(request.fixed) { $1 }
        let known = Set(columns.map(\.name))
        for column in request.fixed.keys.sorted() where !known.contains(column) {
            throw Diagnostic.notTaken(column)
        }
        for column in mapping.names + mapping.values.keys.sorted() where !known.contains(column) {
            throw Diagnostic.mappingOfNothing(column, request.map ?? request.from, columns)
        }
        let choice = SheetChoice(file, HeadingSearch(columns, mapping), columns.filter { fixed[$0.name] == nil })
        (sheet, headings) = try choice.sheet(named: request.sheet ?? mapping.sheet)
        self.file = file
        map = request.map
        self.mapping = mapping
        self.fixed = fixed
        units = try UnitNames(session)
        try choice.check(headings)
        styles = try numberStyles()
    }

    /// Where the values of a column come from.
    public func place(_ name: String) -> ImportPlace {
        let column = headings.places[name]
        return ImportPlace(
            name: name, heading: column.map { headings.texts[$0] } ?? name, column: column,
            fixed: column == nil ? fixed[name] : nil,
            style: column.flatMap { styles[$0] } ?? .unknown, isOwn: column.map { headings.texts[$0] == name } ?? false)
    }

    /// The forms of the columns of numbers, by what all their cells show.
    private mutating func numberStyles() throws -> [Int: NumberStyle] {
        var styles: [Int: NumberStyle] = [:]
        var evidence: [Int: NumberEvidence] = [:]
        var amounts: Set<Int> = []
        for column in columns where column.content != .text {
            guard let place = headings.places[column.name] else { continue }
            let heading = headings.texts[place]
            if column.content == .money { amounts.insert(place) }
            if let style = mapping.numbers[headingKey(heading)] {
                styles[place] = style
            } else {
                evidence[place] = NumberEvidence()
            }
        }
        guard !evidence.isEmpty else { return styles }
        let wanted = evidence.keys.sorted()
        var walk = sheet.walk()
        while try walk.advance() {
            guard walk.line > headings.lines.upperBound else { continue }
            for place in wanted where walk.wholeNumber(place) == nil { evidence[place]?.look(at: place, of: walk) }
        }
        for place in wanted {
            guard let found = evidence[place] else { continue }
            let style = amounts.contains(place) ? found.wholeStyle : found.style
            if let cell = found.ambiguous, style != .unknown {
                styleRemarks.append(.styleFound(style, headings.texts[place], cell, found.witness))
            }
            styles[place] = style
        }
        return styles
    }

    /// Hands over each row that holds a record; gives what became of all of them.
    public func run(_ about: [String], _ take: (ImportRow) throws -> ImportOutcome) throws -> Document {
        try read(about, take).document()
    }

    /// Hands over each row that holds a record; some may be decided later.
    func read(_ about: [String], _ take: (ImportRow) throws -> ImportOutcome) throws -> ImportTally {
        var reading = SheetReading(self, about)
        try reading.read(atMost: .max, take)
        return reading.tally
    }

    /// What stands for every row though the sheet has a column for it.
    var given: [GivenTwice] {
        fixed.keys.sorted().compactMap { name in
            guard let value = fixed[name], headings.places[name] != nil else { return nil }
            return GivenTwice(place: place(name), value: value)
        }
    }
}

extension Text {
    fileprivate static func styleFound(
        _ style: NumberStyle, _ heading: String, _ cell: String, _ witness: String?
    ) -> Text {
        let number = NumberForm(cell)?.number(in: style).map { "\($0)" } ?? cell
        guard let witness else {
            return Text(
                "‘\(heading)’: ‘\(cell)’ is \(number), since đồng have no parts.",
                vi: "‘\(heading)’: ‘\(cell)’ là \(number), vì tiền đồng không có phần lẻ.")
        }
        return Text(
            "‘\(heading)’: ‘\(cell)’ is \(number), since the column also has ‘\(witness)’.",
            vi: "‘\(heading)’: ‘\(cell)’ là \(number), vì cột này còn có ‘\(witness)’.")
    }
}

extension ImportMapping {
    /// The columns that it names, in order.
    fileprivate var names: [String] {
        columns.values.compactMap { meaning in if case .name(let name) = meaning { name } else { nil } }.sorted()
    }
}

extension Diagnostic {
    fileprivate static func notTaken(_ column: String) -> Diagnostic {
        Diagnostic(
            .notTakenHere,
            Text("This file has no use for ‘\(column):’.", vi: "Loại tệp này không dùng đến ‘\(column):’."),
            subject: column,
            notes: [Text("Leave ‘\(column):’ out.", vi: "Hãy bỏ ‘\(column):’.")])
    }

    fileprivate static func mappingOfNothing(
        _ column: String, _ path: FilePath, _ columns: [ImportColumn]
    ) -> Diagnostic {
        let names = columns.map(\.name)
        return Diagnostic(
            .mappingOfNothing,
            Text(
                "‘\(path.path)’ speaks of ‘\(column)’, which is nothing that this import takes.",
                vi: "‘\(path.path)’ nhắc đến ‘\(column)’, lệnh nhập này không có mục đó."),
            subject: "map",
            notes: (nearest(to: column, among: names).map {
                [Text("Did you mean ‘\($0)’?", vi: "Có phải ý bạn là ‘\($0)’?")]
            } ?? []) + [.columnList(columns)])
    }
}

extension Diagnostic.Code {
    /// A mapping to a column that the import does not have.
    static let mappingOfNothing: Self = "mapping-of-nothing"
    /// Something given for every row that no row of such a file has.
    static let notTakenHere: Self = "not-taken-here"
}
