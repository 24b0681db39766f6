public import Diagnostics
import Syntax
public import Values

// Verbs that choose, make or name columns.
extension VerbCompilation {
    func keep(_ words: [Word]) -> Verb {
        guard let places = places(words) else { return Verb(opened(words) ?? .anyTable) }
        return .table(schema?.selecting(places)) { table, _ in table.selecting(places) }
    }

    /// The type of chosen columns of which a pivot makes some.
    private func opened(_ words: [Word]) -> ValueType? {
        guard let schema, let further = schema.further else { return nil }
        return .table(Schema(words.map { schema[$0.text] ?? ColumnInfo($0.text, further.value) }))
    }

    func drop(_ words: [Word]) -> Verb {
        guard let schema, let dropped = places(words) else { return Verb(.anyTable) }
        let places = schema.columns.indices.filter { !dropped.contains($0) }
        return .table(schema.selecting(places, further: schema.further)) { table, _ in table.selecting(places) }
    }

    /// Each assignment sees those before it; one that has the name of a column takes its place.
    func add(_ assignments: [Assignment]) -> Verb {
        var schema = schema
        var steps: [(node: Node, place: Int)] = []
        for assignment in assignments {
            let node = compilation.value(assignment.value)
            guard let type = node.type, let known = schema else {
                schema = nil
                compilation.columns = .unknown
                continue
            }
            let place = known.index(of: assignment.name.text) ?? known.columns.count
            let changed = known.setting(ColumnInfo(assignment.name.text, type), at: place)
            steps.append((node, place))
            schema = changed
            compilation.columns = .known(changed)
        }
        let (result, ready) = (schema, steps)
        return .table(result) { table, frame in
            for step in ready {
                frame.set(try step.node.cells(frame, count: table.rowCount), at: step.place)
            }
            return Table(result ?? table.schema, rowCount: table.rowCount, stored: frame.stored)
        }
    }

    func rename(_ renamings: [Renaming]) -> Verb {
        guard let schema, places(renamings.map(\.old)) != nil else { return Verb(.anyTable) }
        let names = Dictionary(renamings.map { ($0.old.text, $0.new.text) }) { first, _ in first }
        let columns = schema.columns.map { column in names[column.name].map { column.renamed($0) } ?? column }
        var taken = Set(schema.names).subtracting(names.keys)
        for renaming in renamings where !taken.insert(renaming.new.text).inserted {
            compilation.report(.columnTaken(renaming.new.text), at: renaming.new.span)
        }
        let result = Schema(columns, further: schema.further)
        return .table(result) { table, _ in Table(result, rowCount: table.rowCount, stored: table.stored) }
    }

    /// Makes a row of each of several columns, or of all: its name in one column, its value in another.
    func unpivot(_ named: [Word], _ span: SourceSpan) -> Verb {
        let words = named.isEmpty ? (schema?.names ?? []).map { Word($0, span) } : named
        guard let schema, schema.further == nil, let places = places(words), let type = commonType(words, schema) else {
            return Verb(.anyTable)
        }
        let rest = schema.columns.indices.filter { !places.contains($0) }
        let moved = places.map { schema.columns[$0] }
        let names = Choices("column", moved.map { Choice($0.name, $0.heading) })
        var columns = rest.map { schema.columns[$0] }
        columns.append(ColumnInfo(Schema(columns).free("name"), .choice(names), Text("Name", vi: "Tên")))
        columns.append(ColumnInfo(Schema(columns).free("value"), type, Text("Value", vi: "Giá trị")))
        let result = Schema(columns)
        return .table(result) { table, _ in
            let (rows, width) = (table.rowCount, places.count)
            guard rows * width < Int(Int32.max) else { throw Diagnostic.tooManyRows }
            let repeated = Selection((0..<rows * width).map { Int32($0 / width) })
            let named = Column(
                .texts((0..<rows * width).map { Int32($0 % width) }, TextPool(distinct: moved.map(\.name))))
            let values = Column.joined(places.map { table.column($0) })
            let crossed = values.gather((0..<rows * width).map { Int32($0 % width * rows + $0 / width) })
            let kept = table.selecting(rest).stored.gathered(repeated, of: rows)
            return Table(
                result, rowCount: rows * width, stored: kept + [StoredColumn(named), StoredColumn(crossed)])
        }
    }

    private func commonType(_ words: [Word], _ schema: Schema) -> ValueType? {
        var common: ValueType?
        for word in words {
            guard let type = schema[word.text]?.type else { return nil }
            guard let both = (common ?? type).unified(with: type) else {
                compilation.report(.mixedColumns(word.text, type, common ?? type), at: word.span)
                return nil
            }
            common = both
        }
        return common
    }
}

extension Table {
    /// The columns at the given places, in their order.
    func selecting(_ places: [Int]) -> Table {
        Table(schema.selecting(places), rowCount: rowCount, stored: places.map { stored[$0] })
    }

    /// The columns of the given names, in their order; names that are no columns are left out.
    public func keeping(_ names: [String]) -> Table {
        selecting(names.compactMap { schema.index(of: $0) })
    }

    /// The table with one more column, or with another in place of the one of that name.
    public func adding(_ column: ColumnInfo, _ cells: [Value]) -> Table {
        let place = schema.index(of: column.name) ?? schema.columns.count
        var stored = stored
        let missing: [Value] = Array(repeating: .missing, count: max(0, rowCount - cells.count))
        let fitting = StoredColumn(Column(Array(cells.prefix(rowCount)) + missing))
        if place < stored.count { stored[place] = fitting } else { stored.append(fitting) }
        return Table(schema.setting(column, at: place), rowCount: rowCount, stored: stored)
    }
}

extension Schema {
    func selecting(_ places: [Int], further: FurtherColumns? = nil) -> Schema {
        Schema(places.map { columns[$0] }, further: further)
    }

    func setting(_ column: ColumnInfo, at place: Int) -> Schema {
        Schema(
            place < columns.count
                ? columns.enumerated().map { $0 == place ? column : $1 } : columns + [column], further: further)
    }

    /// A name that no column has: the wanted one, or that with the first free number behind it.
    func free(_ name: String) -> String {
        let taken = Set(names)
        guard taken.contains(name) else { return name }
        return (2...(taken.count + 2)).lazy.map { "\(name)-\($0)" }.first { !taken.contains($0) } ?? name
    }
}

extension ColumnInfo {
    /// The column under another name; a heading of its own stays.
    public func renamed(_ name: String) -> ColumnInfo {
        ColumnInfo(name, type, heading == Text(verbatim: self.name) ? nil : heading)
    }
}

extension Diagnostic.Code {
    /// A new name that another column has.
    public static let columnTaken: Self = "column-taken"
}

extension Diagnostic {
    static func columnTaken(_ name: String) -> Diagnostic {
        Diagnostic(
            .columnTaken, Text("There is a column ‘\(name)’ already.", vi: "Đã có cột ‘\(name)’."), subject: name,
            notes: [
                Text(
                    "Choose another name, or `drop \(name)` first.", vi: "Hãy chọn tên khác, hoặc `drop \(name)` trước."
                )
            ])
    }

    static let tooManyRows = Diagnostic(
        .tooManyColumns,
        Text("The table would have more than two billion rows.", vi: "Bảng sẽ có hơn hai tỷ dòng."),
        notes: [Text("Keep fewer rows first, with `where`.", vi: "Hãy lọc bớt dòng trước bằng `where`.")])

    static func mixedColumns(_ name: String, _ type: ValueType, _ common: ValueType) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(name)’ is \(type.noun.english), the columns before it \(common.noun.english): "
                    + "one column cannot hold both.",
                vi: "‘\(name)’ là \(type.noun.vietnamese), các cột trước là \(common.noun.vietnamese): "
                    + "không gộp vào một cột được."),
            subject: name)
    }
}
