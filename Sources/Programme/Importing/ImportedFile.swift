import Diagnostics
import Journal
import Syntax
import Values
import Workbooks

/// The file that an entry of the journal took in.
enum ImportedFile {
    /// Its name, as the line of the entry gives it; `nil` for a line that takes nothing in.
    static func name(of entry: Entry) -> String? {
        let parse = Parser.parse(Source(name: "", text: entry.sentence))
        guard case .sentence(_, let pipeline)? = parse.program.statements.first?.kind,
            case .sentence(let sentence) = pipeline.origin,
            let from = sentence.arguments.first(where: { $0.label?.text == "from" })
        else { return nil }
        switch from.value.kind {
        case .string(let text): return text.plain
        case .word(let word): return word
        default: return nil
        }
    }
}

extension ImportFile {
    /// What stands at an address such as `Sheet1!D7`, as it would be typed; `nil` where nothing does.
    func typed(at address: String) throws -> String? {
        let mark = address.lastIndex(of: "!")
        guard let cell = CellAddress(mark.map { address[address.index(after: $0)...] } ?? address[...]),
            let sheet = sheets.first(where: { $0.address(row: cell.row, column: cell.column) == address })
        else { return nil }
        var walk = sheet.walk()
        while try walk.advance(), walk.line <= cell.row {
            if walk.line == cell.row { return walk.cell(cell.column)?.typed }
        }
        return nil
    }
}
