public import Database
import Tables
public import Values

/// How records of a kind are put right, told by the command that records them: it makes `amend training` and
/// `retract training` of `log training`.
///
/// A record is named by its code, or by the parameters that are its key. The rows are read back by columns that are
/// called like the parameters unless ``Kept`` says otherwise.
public struct Correction: Sendable {
    /// The kind in the names of the commands: `training`.
    public let name: String
    /// What a record is called in sentences.
    public let noun: Text
    /// The table of the records.
    public let table: SQL
    /// The command that records one; `nil` where records are only taken back.
    let recording: Command?
    /// The parameters that name a record.
    let key: [ParameterInfo]
    let columns: [String: Kept]
    let carried: [SQL]
    let fixed: SQL?
    let refusal: Refusal?
    /// The commands that it makes.
    public private(set) var commands: [Command] = []

    /// Tells why a record must not be taken back, by its code and the id of its row; throws what is said.
    public typealias Refusal = @Sendable (Session, _ code: String, _ id: Int64) throws -> Void

    /// How a parameter's value stands in a row.
    public struct Kept: Sendable, ExpressibleByStringLiteral {
        let column: String
        let change: @Sendable (Value) -> Value

        /// Names the column that holds the value.
        public init(stringLiteral column: String) {
            self.init(column) { $0 }
        }

        /// Names the column from whose value the parameter's is worked out.
        public init(_ column: String, _ change: @escaping @Sendable (Value) -> Value) {
            self.column = column
            self.change = change
        }
    }

    /// Declares how records are amended and taken back.
    ///
    /// Without a `key` they are named by their codes, those of the record kind of this name. `carrying` are columns
    /// that other commands set and an amendment leaves as they are; `only` limits them to some of
    /// the rows of the table.
    public init(
        _ name: String, _ noun: Text, in table: SQL, recordedBy recording: Command, key: [String] = [],
        columns: [String: Kept] = [:], carrying carried: [SQL] = [], only fixed: SQL? = nil,
        unless refusal: Refusal? = nil,
        @ExampleBuilder amending: () -> [Example], @ExampleBuilder retracting: () -> [Example]
    ) {
        self.name = name
        self.noun = noun
        self.table = table
        self.recording = recording
        self.key =
            key.isEmpty
            ? [Correction.code(name, noun)]
            : recording.parameters.filter { key.contains($0.name) }.map(Correction.named)
        self.columns = columns
        self.carried = carried
        self.refusal = refusal
        self.fixed = fixed
        commands = [self.amending(recording, amending()), self.retracting(retracting())]
    }

    /// Declares how records are taken back that nobody amends; what is part of one goes with it.
    public init(
        _ name: String, _ noun: Text, in table: SQL, unless refusal: Refusal? = nil,
        @ExampleBuilder retracting: () -> [Example]
    ) {
        self.name = name
        self.noun = noun
        self.table = table
        recording = nil
        key = [Correction.code(name, noun)]
        columns = [:]
        carried = []
        fixed = nil
        self.refusal = refusal
        commands = [self.retracting(retracting())]
    }

    /// “an estimate”, “a unit”.
    var nounWithArticle: String {
        let isSounded = noun.english.first.map { "aeio".contains($0) } ?? false
        return (isSounded ? "an " : "a ") + noun.english
    }

    /// The parameter that names a record by its code.
    private static func code(_ name: String, _ noun: Text) -> ParameterInfo {
        ParameterInfo(
            name: name, way: .place, type: .code(name), isRequired: true,
            help: Text("The \(noun.english).", vi: "Mã \(noun.vietnamese)."), standard: nil, isSecret: false)
    }

    /// A parameter of the recording command that names a record: it must be given, unless records do without it.
    private static func named(_ parameter: ParameterInfo) -> ParameterInfo {
        ParameterInfo(
            name: parameter.name, way: parameter.way, type: parameter.type,
            isRequired: parameter.isRequired || parameter.standard != nil, help: parameter.help, standard: nil,
            isSecret: false)
    }

    static let reason = ParameterInfo(
        name: "reason", way: .label, type: .text, isRequired: true, help: Text("Why.", vi: "Lý do."), standard: nil,
        isSecret: false)
}

extension Correction {
    /// Whether its records are named by their codes.
    var isCoded: Bool { key.count == 1 && key[0].type == .code(name) }

    /// The columns in which no two records that readers see are the same, as far as the declaration tells.
    public var keyColumns: [Identifier] {
        key.compactMap { column(of: $0) }
    }

    /// The column that holds a parameter's value.
    func column(of parameter: ParameterInfo) -> Identifier? {
        if isCoded, parameter.name == name { return Identifier("code") }
        return Identifier(columns[parameter.name]?.column ?? String(parameter.name.map { $0 == "-" ? "_" : $0 }))
    }
}
