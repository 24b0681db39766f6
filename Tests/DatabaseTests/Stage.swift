import Database
import DatabasePostgres
import DatabaseSQLite
import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

/// One database, opened twice; it is gone when the test ends.
final class Stage {
    let connection: any Connection
    let other: any Connection
    private let path: String?

    /// Opens an empty database of an engine and gives it tables.
    init(_ engine: Engine, _ statements: [SQL] = []) throws {
        let migrator = try Migrator([Migration(pack: "core", number: 1, statements)])
        switch engine {
        case .sqlite:
            let path = NSTemporaryDirectory() + "sen-test-" + UUID().uuidString
            self.path = path
            connection = try SQLiteFile(path + "/sen.db").open(.creating, patience: 0)
            try migrator.run(on: connection)
            other = try SQLiteFile(path + "/sen.db").open(.writing, patience: 0)
        case .postgres:
            path = nil
            let address = try Engine.emptySchema()
            connection = try PostgresConnection(address, patience: 0)
            try migrator.run(on: connection)
            other = try PostgresConnection(address, patience: 0)
        }
    }

    deinit {
        if let path { try? FileManager.default.removeItem(atPath: path) }
    }
}

/// The façade is the same over every engine that these tests can reach.
@Suite struct EngineTests {
    @Test(.enabled(if: Engine.address != nil, "SEN_POSTGRES holds no address: only SQLite was tested"))
    func postgresIsTestedToo() {
        #expect(Engine.all == [.sqlite, .postgres])
    }
}

/// Expects a refusal with a code, words in both languages, and nothing that must stay private.
func refuses<Answer>(
    _ code: Diagnostic.Code, keeping secret: String? = nil, location: SourceLocation = #_sourceLocation,
    _ body: () throws -> Answer
) {
    do {
        _ = try body()
        Issue.record("nothing was refused", sourceLocation: location)
    } catch let refusal as Diagnostic {
        #expect(refusal.code == code, "\(refusal)", sourceLocation: location)
        for text in [refusal.message] + refusal.notes {
            #expect(!text.english.isEmpty && !text.vietnamese.isEmpty, sourceLocation: location)
            if let secret { #expect(!text.english.contains(secret), sourceLocation: location) }
        }
    } catch {
        Issue.record("not a diagnostic: \(error)", sourceLocation: location)
    }
}
