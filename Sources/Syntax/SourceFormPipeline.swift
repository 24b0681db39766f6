import Values

extension SourceForm {
    /// Writes what was given for an argument.
    public static func of(_ value: ArgumentValue) -> String? {
        switch value.kind {
        case .word(let word): self.word(word)
        case .relative(let relative): of(relative)
        case .string(let text): of(text)
        case .literal(let value): of(value)
        case .variable(let variable): of(variable)
        case .call(let call): of(call)
        case .group(let pipeline): of(pipeline).map { "(" + $0 + ")" }
        case .list(let values): list(values.map(of))
        }
    }

    private static func of(_ relative: Relative) -> String {
        let step = relative.step < 0 ? "last" : relative.step > 0 ? "next" : "this"
        return step + " " + (relative.kind?.rawValue ?? "day")
    }

    /// Writes a sentence: its words, then its arguments in their order.
    public static func of(_ sentence: Sentence) -> String? {
        let arguments = sentence.arguments.map { argument in
            of(argument.value).map { value in argument.label.map { $0.text + ": " + value } ?? value }
        }
        return joined(sentence.words.map(\.text) + arguments, by: " ")
    }

    /// Writes a pipeline on one line.
    public static func of(_ pipeline: Pipeline) -> String? {
        let origin: String? =
            switch pipeline.origin {
            case .sentence(let sentence): of(sentence)
            case .expression(let expression): of(expression)
            case .group(let inner): of(inner).map { "(" + $0 + ")" }
            }
        return joined([origin] + pipeline.stages.map(of), by: " | ")
    }

    /// Writes one table verb with its clause.
    public static func of(_ stage: Stage) -> String? {
        switch stage.kind {
        case .filter(let condition): of(condition).map { "where " + $0 }
        case .keep(let columns): verb("keep", columns)
        case .drop(let columns): verb("drop", columns)
        case .distinct(let columns): verb("distinct", columns)
        case .unpivot(let columns): verb("unpivot", columns)
        case .fill(let columns): verb("fill", columns)
        case .add(let assignments): of(assignments).map { "add " + $0 }
        case .rename(let pairs): "rename " + pairs.map { $0.old.text + " to " + $0.new.text }.joined(separator: ", ")
        case .sort(let keys):
            joined(keys.map { key in of(key.value).map { $0 + (key.descending ? " desc" : "") } }).map {
                "sort by " + $0
            }
        case .first(let count): "first \(count)"
        case .last(let count): "last \(count)"
        case .count: "count"
        case .group(let keys, let assignments):
            assignments.isEmpty
                ? verb("group by", keys) : of(assignments).map { verb("group by", keys) + " with " + $0 }
        case .join(let table, let keys, let keepsUnmatched):
            of(table).map { verb("join (" + $0 + ") on", keys) + (keepsUnmatched ? " keep unmatched" : "") }
        case .pivot(let rows, let columns, let value):
            of(value).map { "pivot " + rows.text + " by " + columns.text + " with " + $0 }
        case .sentence(let sentence): of(sentence)
        }
    }

    private static func verb(_ verb: String, _ columns: [Word]) -> String {
        columns.isEmpty ? verb : verb + " " + columns.map(\.text).joined(separator: ", ")
    }

    private static func of(_ assignments: [Assignment]) -> String? {
        joined(assignments.map { assignment in of(assignment.value).map { assignment.name.text + " = " + $0 } })
    }
}
