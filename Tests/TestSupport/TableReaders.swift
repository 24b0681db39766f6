public import Commands
import Reading

extension TableReader {
    /// The readers of files of separated values, as the program has them.
    public static let separated = SeparatedFormat.all.map { format in
        TableReader(format.ending, sample: SeparatedTable.guessedBytes) {
            try format.guess($0.bytes, goesOn: $0.goesOn, name: $0.name, separator: $0.separator)
        } table: {
            try format.table(
                $0.bytes, name: $0.name, separator: $0.separator, $1, needed: $2, isStopped: $0.isStopped)
        }
    }
}
