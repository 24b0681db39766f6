internal import CPostgres
internal import Database
internal import Diagnostics

/// A statement that the server has prepared for values of certain types.
final class ServerStatement {
    /// What it does.
    let kind: Dialect.Kind
    /// Whether it answers with the numbers of the rows that it inserts.
    let tellsNumbers: Bool
    private let server: ServerConnection
    private let name: String

    /// What a prepared statement is kept under: its text and the types of its values.
    struct Key: Hashable {
        let text: String
        let types: [UInt32]

        init(_ sql: SQL) {
            text = sql.text
            types = sql.values.map(ServerStatement.type)
        }
    }

    /// Prepares a statement; `number` is the column of its table whose numbers are given, where it inserts into one.
    init(_ key: Key, number: String?, named name: String, _ server: ServerConnection) throws {
        self.server = server
        self.name = name
        kind = Dialect.kind(of: key.text)
        tellsNumbers = number != nil
        let text = Dialect.translated(key.text) + (number.map { " RETURNING \($0)" } ?? "")
        guard let result = server.calls.prepare(server.handle, name, text, CInt(clamping: key.types.count), key.types)
        else { throw Diagnostic.serverLost(server.name) }
        _ = try Answer(result, server)
    }

    /// The type of a value as the server is told it; a null takes the type of its place.
    private static func type(_ value: SQLValue) -> UInt32 {
        switch value {
        case .null: 0
        case .integer: 20
        case .text: 25
        case .blob: 17
        }
    }

    /// Runs the statement to its end.
    ///
    /// Numbers and texts are sent as letters and bytes as they are. One block holds all values, so that every pointer
    /// into it stays good during the call.
    func run(_ values: [SQLValue]) throws -> Answer {
        var block: [UInt8] = []
        var places: [(start: Int, length: CInt, format: CInt)] = []
        places.reserveCapacity(values.count)
        for value in values {
            let start = block.count
            var format: CInt = 0
            switch value {
            case .null: break
            case .integer(let number): block += String(number).utf8
            case .text(let text): block += text.utf8
            case .blob(let bytes):
                block += bytes
                format = 1
            }
            if case .text = value, block[start...].contains(0) {
                throw Diagnostic.databaseStatement("a zero byte in a text")
            }
            guard let length = CInt(exactly: block.count - start) else {
                throw Diagnostic.databaseStatement("a value of more than two gigabytes")
            }
            places.append((start, length, format))
            block.append(0)
        }
        let result = block.withUnsafeBytes { bytes in
            let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = zip(values, places).map { value, place -> UnsafePointer<CChar>? in
                value == .null ? nil : base.map { $0 + place.start }
            }
            return server.calls.execPrepared(
                server.handle, name, CInt(clamping: values.count), pointers, places.map(\.length),
                places.map(\.format), 0)
        }
        guard let result else { throw Diagnostic.serverLost(server.name) }
        return try Answer(result, server)
    }
}
