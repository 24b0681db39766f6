internal import Database
internal import Diagnostics

/// What is asked of the server as a connection begins, in one message.
struct ServerFacts {
    /// The least time to wait for a lock, in milliseconds.
    private static let moment = 200
    /// The schema of the tables, in quotes where it needs them.
    let schema: String
    /// Whether the engine's own tables are there.
    let isPrepared: Bool
    /// The servers over which rows are spread by office.
    let servers: [String]
    /// What the user may do.
    let roles: Set<Role>
    /// The name of the user; `nil` for the owner of the tables.
    let person: String?

    init(_ server: ServerConnection, _ address: ServerAddress, readOnly: Bool, patience: Int) throws {
        // The server's own cleaning lets go of a table within a moment once somebody waits for it.
        let wait = max(ServerFacts.moment, min(patience, 3600) * 1000)
        let answer = try server.run(
            """
            SET client_encoding = 'UTF8'; SET client_min_messages = warning; SET application_name = 'sen';
            SET jit = off; SET lock_timeout = \(wait); SET default_transaction_read_only = \(readOnly ? "on" : "off");
            SELECT set_config('sen.office', \(Dialect.quoted(address.office)), false);
            SELECT rolsuper OR rolbypassrls, quote_ident(current_schema()), to_regclass('office_turn') IS NOT NULL,
                current_setting('sen.servers', true),
                (SELECT string_agg(rolname, ' ') FROM pg_roles AS g
                 WHERE rolname LIKE 'sen\\_%' AND pg_has_role(g.oid, 'USAGE')),
                coalesce((SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('office_turn')),
                    true), session_user
            FROM pg_roles WHERE rolname = current_user
            """)
        // Policies do not bind a user who stands above them.
        guard answer.text(0, 0) == "f" else { throw Diagnostic.serverSuperuser(server.name) }
        schema = answer.text(0, 1) ?? "public"
        isPrepared = answer.text(0, 2) == "t"
        servers = answer.text(0, 3)?.split(separator: " ").map(String.init) ?? []
        if answer.text(0, 5) == "t" {
            roles = Set(Role.allCases)
            person = nil
        } else {
            let groups = answer.text(0, 4)?.split(separator: " ").map(String.init) ?? []
            roles = Set(Role.allCases.filter { groups.contains($0.group) })
            person = answer.text(0, 6)
        }
    }
}

extension Role {
    /// The server's role whose members have this one.
    var group: String { "sen_" + rawValue.replacing("-", with: "_") }
}

/// The tables and functions of the engine itself.
enum EngineTables {
    /// Their names; readers of Sen's tables do not see them.
    static let names = ["database_stamp", "office_turn", "office_member", "table_law"]

    /// Whether they are there now. `to_regclass` would not do: what a connection has once not found there it goes on
    /// not to find within a transaction, also behind a lock for which it has waited.
    static func exist(on server: ServerConnection) throws -> Bool {
        try server.run(
            """
            SELECT EXISTS (
                SELECT FROM pg_class WHERE relname = 'office_turn' AND relnamespace = current_schema()::regnamespace)
            """
        ).text(0, 0) == "t"
    }

    /// Makes those that are missing, in the transaction that is open; who comes second waits and finds them.
    ///
    /// `own_office` gives the office of the connection: to the owner of the tables the one that was asked for, to
    /// anybody else only one of whose members he is.
    ///
    /// The turns of offices stand where their rows stand, so that both are kept together. `table_law` has the laws of
    /// tables over several servers, which can have no indexes.
    static func make(on server: ServerConnection, over servers: [String]) throws {
        try server.run("SELECT pg_advisory_xact_lock(\(lock), hashtext(current_schema()))")
        guard try !exist(on: server) else { return }
        let schema = try server.run("SELECT quote_ident(current_schema())").text(0, 0) ?? "public"
        try server.run(
            """
            CREATE TABLE database_stamp (application BIGINT NOT NULL, format BIGINT NOT NULL);
            CREATE TABLE office_member (
                login TEXT NOT NULL, office TEXT COLLATE "C" NOT NULL, unit TEXT, PRIMARY KEY (login, office));
            CREATE FUNCTION own_office() RETURNS text
            LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
            DECLARE
                wanted text := current_setting('sen.office', true);
            BEGIN
                IF session_user = current_user THEN RETURN wanted; END IF;
                RETURN (SELECT office FROM \(schema).office_member WHERE login = session_user AND office = wanted);
            END $$;
            CREATE FUNCTION highest_number() RETURNS bigint LANGUAGE sql AS 'SELECT NULL::bigint';
            CREATE TABLE table_law (index TEXT PRIMARY KEY, name TEXT NOT NULL, columns TEXT NOT NULL);
            CREATE TABLE office_turn (
                office TEXT COLLATE "C" NOT NULL\(servers.isEmpty ? " PRIMARY KEY" : ""), number BIGINT NOT NULL,
                highest BIGINT)\(servers.isEmpty ? "" : " PARTITION BY HASH (office)");
            \(servers.enumerated().map { part(of: "office_turn", $0.offset, of: servers.count, on: $0.element) + ";" }
                .joined(separator: "\n"))
            ALTER TABLE office_turn ENABLE ROW LEVEL SECURITY;
            CREATE POLICY office ON office_turn USING (office = (SELECT own_office()))
            """)
    }

    /// The part of a table whose rows another server keeps, under the same name and with all rules.
    static func part(of table: String, _ number: Int, of count: Int, on server: String) -> String {
        """
        CREATE FOREIGN TABLE \(table)_part\(number) PARTITION OF \(table)
        FOR VALUES WITH (MODULUS \(count), REMAINDER \(number)) SERVER \(server)
        OPTIONS (schema_name 'public', table_name '\(table)')
        """
    }

    /// The first half of the numbers of Sen's own locks.
    static let lock = 5_333_358
}
