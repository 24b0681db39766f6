import Commands
import Values

/// What a pack says of itself in its `pack.sen`.
struct Manifest: Sendable {
    /// The file of a pack's folder in which it says so.
    static let file = "pack.sen"

    var name = ""
    var version: Number = 1
    var summary = Text(verbatim: "")
    /// The file that is run; `nil` where the commands are scripts.
    var program: String?
    /// How long the program may be silent while it is asked something, in seconds.
    var patience = 10
    /// The commands that it asks to read with.
    var reads: [String] = []
    /// The commands that it asks to record with.
    var performs: [String] = []
    /// The lines after which its examples run.
    var fixture: [String] = []
    var commands: [ManifestCommand] = []

    var kind: CommandPack.Kind { program == nil ? .script : .program }

    /// Whether somebody must agree before it is installed: to what it asks for, and to a program at all.
    var asks: Bool { program != nil || !reads.isEmpty || !performs.isEmpty }
}

/// A command as a manifest declares it.
struct ManifestCommand: Sendable {
    let name: String
    let summary: Text
    /// Whether it records through other commands.
    let performs: Bool
    /// The file with its lines; `nil` where the program knows it.
    let script: String?
    var arguments: [ManifestArgument] = []
    var columns: [ColumnInfo] = []
    var examples: [Example] = []

    /// What a pipeline can go on with.
    var returns: ValueType { columns.isEmpty ? .nothing : .table(Schema(columns)) }
}

/// An argument as a manifest declares it.
struct ManifestArgument: Sendable {
    let name: String
    let help: Text
    let type: ValueType
    /// The word for its type in a script's signature.
    let typeName: String
    let isByName: Bool
    let isOptional: Bool
    /// What it is when it is not given, as it is typed on a command line: `this year`.
    let standard: String?
    /// Whether the program is asked what may stand there.
    let completes: Bool
}
