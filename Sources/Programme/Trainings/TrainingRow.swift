import Database
import Values

/// What a row of a sheet says of a training.
struct TrainingRow {
    let unit: ImportedUnit
    let topic: String
    let day: Day
    let hours: Number
    let women: Int
    let men: Int
    let audience: Audience?
    let trainers: Int?
    let cost: Int64?
    /// The code that the row gives.
    let given: String?
    /// The line of the sheet.
    let line: Int
    /// The address of its cell with the topic.
    let cell: String

    /// The columns that are inserted.
    static let columns: SQL = """
        training (code, unit, topic, day, hours, women, men, audience, trainers, cost, cell, recorded)
        """
    /// How many columns that are.
    static let width = 12
    /// The table.
    static let table: SQL = "training"

    /// Adds the values of the columns.
    func append(_ code: String, _ entry: Int, to values: inout [SQLValue]) {
        values.append(.text(code))
        values.append(.integer(unit.id))
        values.append(.text(topic))
        values.append(day.sqlValue)
        values.append(hours.sqlValue)
        values.append(.integer(Int64(women)))
        values.append(.integer(Int64(men)))
        values.append(audience.sqlValue)
        values.append(trainers.sqlValue)
        values.append(cost.sqlValue)
        values.append(.text(cell))
        values.append(.integer(Int64(entry)))
    }

    /// A number for its unit, day and topic, which make a training the same.
    var key: Int { TrainingRow.key(unit.id, day, topic) }

    /// A number for a unit, a day and a topic.
    static func key(_ unit: Int64, _ day: Day, _ topic: String) -> Int {
        var hasher = Hasher()
        hasher.combine(unit)
        hasher.combine(day)
        var topic = topic
        topic.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return hasher.finalize()
    }

    /// A number for its details.
    var details: Int { TrainingRow.details(hours, Int64(women), Int64(men), audience, trainers.map(Int64.init), cost) }

    /// A number for the details of a training.
    static func details(
        _ hours: Number, _ women: Int64, _ men: Int64, _ audience: Audience?, _ trainers: Int64?, _ cost: Int64?
    ) -> Int {
        var hasher = Hasher()
        hasher.combine(hours)
        hasher.combine(women)
        hasher.combine(men)
        hasher.combine(audience)
        hasher.combine(trainers)
        hasher.combine(cost)
        return hasher.finalize()
    }
}
