import Tables
import Values

/// A table as an array of JSON objects, one a line, with the columns' names.
enum JSONTable {
    static func bytes(_ table: Table) -> [UInt8] {
        var bytes: [UInt8] = []
        let names = table.schema.columns.map { column in
            var name: [UInt8] = []
            JSONText.append(column.name, to: &name)
            return name + [UInt8(ascii: ":")]
        }
        let columns = names.indices.map(table.cells)
        bytes.append(UInt8(ascii: "["))
        for row in 0..<table.rowCount {
            bytes += Array((row > 0 ? ",\n{" : "\n{").utf8)
            for index in names.indices {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += names[index]
                JSONText.append(columns[index][row], to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += Array("\n]\n".utf8)
        return bytes
    }
}
