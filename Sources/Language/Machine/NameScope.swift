import Tables
import Values

/// Where running code keeps what a name stands for, counted from the beginning of its window.
struct Binding {
    let home: Home
    /// The type that the checker knows; `nil` where it shows only when the code runs.
    let type: ValueType?

    enum Home: Equatable {
        case slot(Int, SlotKind)
        case datum(Int)
        /// A row of the table in a datum; its number stands in a slot. A record is made only when it is asked for.
        case row(table: Int, number: Int)
        /// A datum that was taken out of another: a record of its table, where it is one.
        case element(Int, of: Int)
    }
}

/// The names that are known at a place of the code, innermost block first.
final class NameScope {
    let parent: NameScope?
    private(set) var bindings: [String: Binding] = [:]

    init(inside parent: NameScope? = nil) {
        self.parent = parent
    }

    subscript(name: String) -> Binding? {
        var scope: NameScope? = self
        while let current = scope {
            if let binding = current.bindings[name] { return binding }
            scope = current.parent
        }
        return nil
    }

    func bind(_ name: String, _ binding: Binding) {
        bindings[name] = binding
    }

    /// All names, each once, in order.
    var names: [String] {
        var all: Set<String> = []
        var scope: NameScope? = self
        while let current = scope {
            all.formUnion(current.bindings.keys)
            scope = current.parent
        }
        return all.sorted()
    }
}
