import Testing

@testable import DatabasePostgres

@Suite struct DialectTests {
    @Test func placesOfValuesAreNumbered() {
        #expect(
            Dialect.translated("SELECT '?', \"a?\" FROM t WHERE a = ? AND b IN (?, ?) AND c IS NOT ?")
                == "SELECT '?', \"a?\" FROM t WHERE a = $1 AND b IN ($2, $3) AND c IS DISTINCT FROM $4")
    }

    @Test func statementsAreToldApart() {
        #expect(Dialect.kind(of: "\n  SELECT 1") == .reads)
        #expect(Dialect.kind(of: "WITH n AS (SELECT 1) SELECT 1") == .reads)
        #expect(Dialect.kind(of: "INSERT INTO a (b) VALUES (1)") == .writes)
        #expect(Dialect.kind(of: "CREATE UNIQUE INDEX a ON b (c)") == .defines)
        #expect(Dialect.insertedTable("INSERT INTO \"unit\" (code) VALUES (1)") == "unit")
        #expect(Dialect.insertedTable("INSERT INTO unit(code) VALUES (1) RETURNING id") == nil)
    }
}

/// Every table has the office in front of its keys, and is made by rules alone.
@Suite struct DefinitionTests {
    let definition = Definition(schema: "public", servers: [])

    private static let training = """
        CREATE TABLE training (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            share TEXT DEFAULT 'a, (b', sealed BLOB UNIQUE, CHECK (id > 0), UNIQUE (code, unit)) STRICT
        """

    @Test func theOfficeIsTheFirstKey() {
        let made = definition.statements(for: Self.training)
        #expect(
            made[1]
                == "CREATE TABLE training (office TEXT COLLATE \"C\" NOT NULL DEFAULT own_office(), "
                + "id BIGINT NOT NULL DEFAULT public.next_training(), code TEXT COLLATE \"C\" NOT NULL, "
                + "unit BIGINT NOT NULL, share TEXT COLLATE \"C\" DEFAULT 'a, (b', sealed BYTEA, "
                + "PRIMARY KEY (office, id), UNIQUE (office, sealed), CHECK (id > 0), UNIQUE (office, code, unit))")
        #expect(made.suffix(3).allSatisfy { $0.contains("ROW LEVEL SECURITY") || $0.hasPrefix("CREATE POLICY") })
        #expect(
            definition.references(of: Self.training).map(\.statement)
                == ["ALTER TABLE training ADD FOREIGN KEY (office, unit) REFERENCES unit (office, id)"])
    }

    @Test func indexesBeginWithTheOffice() {
        #expect(
            definition.statements(for: "CREATE UNIQUE INDEX unit_code ON unit (code) WHERE retired IS NULL")
                == ["CREATE UNIQUE INDEX unit_code ON unit (office, code) WHERE retired IS NULL"])
    }

    @Test func columnsAreAdded() {
        #expect(
            definition.statements(for: "ALTER TABLE a ADD COLUMN b INTEGER NOT NULL DEFAULT 0")
                == ["ALTER TABLE a ADD COLUMN b BIGINT NOT NULL DEFAULT 0"])
        #expect(
            definition.statements(for: "ALTER TABLE a ADD COLUMN b INTEGER REFERENCES unit (id) NOT NULL")
                == [
                    "ALTER TABLE a ADD COLUMN b BIGINT NOT NULL, ADD FOREIGN KEY (office, b) "
                        + "REFERENCES unit (office, id)"
                ])
    }

    @Test func theMigrationsAreEveryOffices() {
        #expect(
            definition.statements(for: "CREATE TABLE IF NOT EXISTS migration (pack TEXT NOT NULL, PRIMARY KEY (pack))")
                == ["CREATE TABLE IF NOT EXISTS migration (pack TEXT COLLATE \"C\" NOT NULL, PRIMARY KEY (pack))"])
    }

    /// Foreign parts of a table allow neither keys nor references; the servers that keep the rows have them.
    @Test func overSeveralServersATableIsInParts() {
        let made = Definition(schema: "public", servers: ["north", "south"]).statements(for: Self.training)
        #expect(made.contains { $0.hasSuffix("PARTITION BY HASH (office)") && !$0.contains("KEY") })
        #expect(made.filter { $0.hasPrefix("CREATE FOREIGN TABLE training_part") }.count == 2)
        #expect(made.contains("COMMENT ON COLUMN training.unit IS 'REFERENCES unit'"))
    }
}

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("postgres://sen:s3cret@host/db", "postgres://sen@host/db", "default"),
        ("postgres://sen@host:5433/db?office=SGD-HP", "postgres://sen@host:5433/db?office=SGD-HP", "SGD-HP"),
        ("postgres://sen:p?s3cret@host/db?office=A%2DB", "postgres://sen@host/db?office=A-B", "A-B"),
        ("postgres://sen:p@s3cret@host/db?sslmode=require", "postgres://sen@host/db", "default"),
        ("postgres://host/db?user=a&password=s3cret@x", "postgres://host/db", "default"),
        ("postgres:///db", "postgres:///db", "default"), ("postgres://", "postgres://", "default"),
    ])
    func passwordsAreNotShown(_ given: String, _ name: String, _ office: String) {
        let address = ServerAddress(given)
        #expect(address.name == name)
        #expect(address.office == office)
        #expect(address.hasOffice)
        #expect(!address.connecting.contains("office="))
        #expect(address.connecting.contains("connect_timeout=10"))
    }

    @Test(arguments: ["", "a b", "'", "đ", "a;b", String(repeating: "a", count: 64)])
    func officesAreSimpleWords(_ office: String) {
        #expect(!ServerAddress("postgres://h/d?office=" + office).hasOffice)
    }
}
