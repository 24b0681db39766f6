public import Tables
public import Values

/// A table with what stands around it.
public struct TableBlock: Sendable, Hashable {
    /// The table.
    public let table: Table
    /// The caption above it.
    public let caption: Text?
    /// The remark below it: what was counted, what was left out.
    public let remark: Text?
    /// Headings that stand over several columns.
    public let groups: [ColumnGroup]

    /// Puts a caption and a remark around a table, and headings over columns that belong together.
    public init(_ table: Table, caption: Text? = nil, remark: Text? = nil, groups: [ColumnGroup] = []) {
        self.table = table
        self.caption = caption
        self.remark = remark
        self.groups = groups
    }
}

/// A heading over several columns of a table: `Trong đó nữ` over the number and the share of women.
public struct ColumnGroup: Sendable, Hashable {
    /// The heading.
    public let name: Text
    /// The columns below it.
    public let columns: Range<Int>

    /// Puts a heading over columns.
    public init(_ name: Text, over columns: Range<Int>) {
        self.name = name
        self.columns = columns
    }
}

/// One cell in the head of a table, which may reach over several columns and rows.
public struct HeaderCell: Sendable, Hashable {
    /// Its words.
    public let name: Text
    /// The first column and how many it covers.
    public let columns: Range<Int>
    /// How many rows of the head it covers.
    public let rows: Int
}

extension TableBlock {
    /// The head of the table, row by row: the headings over several columns, then the columns' own. A column without
    /// such a heading has one cell over both rows.
    public var header: [[HeaderCell]] {
        let columns = table.schema.columns.indices
        var top: [HeaderCell] = []
        var below: [HeaderCell] = []
        var place = 0
        while place < columns.count {
            let group = groups.first { $0.columns.lowerBound == place && $0.columns.upperBound <= columns.count }
            let covered = place..<max(place + 1, group?.columns.upperBound ?? 0)
            let own = covered.map { column in
                let words = table.schema.columns[column].heading
                return HeaderCell(name: words, columns: column..<column + 1, rows: group == nil ? 2 : 1)
            }
            if let group {
                top.append(HeaderCell(name: group.name, columns: covered, rows: 1))
                below += own
            } else {
                top += own
            }
            place = covered.upperBound
        }
        guard below.isEmpty else { return [top, below] }
        return [top.map { HeaderCell(name: $0.name, columns: $0.columns, rows: 1) }]
    }
}
