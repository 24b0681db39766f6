/// A piece of a statement's text: one that stands in Sen's own source, the place of a value, or a name.
///
/// Statements that are the same pieces have the same text. A literal is known by its address, which lasts as long as
/// the program and is only compared: a statement is found again without putting its text together.
enum SQLPiece: Sendable {
    case literal(StaticString)
    case value
    case name(String)

    /// The text in the statement.
    var text: String {
        switch self {
        case .literal(let literal): literal.description
        case .value: "?"
        case .name(let name): "\"\(name)\""
        }
    }

    /// A number that equal pieces share.
    var mark: Int {
        switch self {
        case .literal(let literal): literal.address
        case .value: 1
        case .name(let name): name.hashValue
        }
    }
}

extension SQLPiece: Equatable {
    static func == (left: SQLPiece, right: SQLPiece) -> Bool {
        switch (left, right) {
        case (.literal(let a), .literal(let b)):
            a.address == b.address && a.hasPointerRepresentation == b.hasPointerRepresentation && a.length == b.length
        case (.value, .value): true
        case (.name(let a), .name(let b)): a == b
        default: false
        }
    }
}

extension StaticString {
    /// Where the bytes stand; a literal of one letter may be no bytes but that letter.
    fileprivate var address: Int {
        hasPointerRepresentation ? Int(bitPattern: utf8Start) : Int(unicodeScalar.value)
    }

    fileprivate var length: Int { hasPointerRepresentation ? utf8CodeUnitCount : 1 }
}

/// What tells one statement's text from another's, without the text.
public struct StatementKey: Sendable, Hashable {
    let pieces: [SQLPiece]
    let mark: Int

    /// Equal keys stand for equal texts.
    public static func == (left: StatementKey, right: StatementKey) -> Bool {
        left.mark == right.mark && left.pieces == right.pieces
    }

    /// Feeds the mark, which differs where pieces do, nearly always.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(mark)
    }
}
