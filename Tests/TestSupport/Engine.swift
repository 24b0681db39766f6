public import Database
import DatabasePostgres
import DatabaseSQLite
import Glibc
import Values

/// The engines that a test of the façade runs over.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// Those that can be reached: a PostgreSQL server only where SEN_POSTGRES holds its address.
    public static var all: [Engine] { address == nil ? [.sqlite] : allCases }

    /// The address of the server.
    public static var address: String? { getenv("SEN_POSTGRES").map { String(cString: $0) } }

    /// A second server, over which offices can be spread.
    public static var second: String? { getenv("SEN_POSTGRES_SECOND").map { String(cString: $0) } }

    /// A database in which nothing is yet; of a server, a schema of its own.
    public func empty() throws -> any Connection {
        switch self {
        case .sqlite: try SQLiteConnection.inMemory()
        case .postgres: try PostgresConnection(Engine.emptySchema(), patience: 0)
        }
    }

    /// The address of a schema in which nothing is yet.
    public static func emptySchema(_ office: String? = nil) throws -> String {
        guard let address, let name = Identifier("t\(UInt64.random(in: 0 ... .max))") else { return "" }
        let door = try PostgresConnection(address)
        try door.execute("CREATE SCHEMA \(name)")
        try door.close()
        return address + "?options=-csearch_path%3D\(name.name)" + (office.map { "&office=\($0)" } ?? "")
    }
}
