import Database

/// Rounds whose due day is said in either way (`eve` is the last day of “before …”, `due` that of “by …”), the kinds
/// of units that they ask, the steps of returns, extensions, closings, and the addresses of units.
let roundSteps = Migration(
    pack: "reporting", number: 4,
    [
        "DROP INDEX reporting_round_code",
        "DROP INDEX reporting_return_unit",
        "ALTER TABLE reporting_return RENAME TO earlier_return",
        "ALTER TABLE reporting_round RENAME TO earlier_round",
        """
        CREATE TABLE reporting_round (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, period TEXT NOT NULL,
            top INTEGER NOT NULL REFERENCES unit (id), eve TEXT, due TEXT, source TEXT, elements TEXT, kinds TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_round_code ON reporting_round (code) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_return (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id),
            unit INTEGER NOT NULL REFERENCES unit (id), received TEXT NOT NULL, note TEXT, state TEXT NOT NULL,
            again TEXT, decided TEXT, comments TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_return_unit ON reporting_return (round, unit) WHERE retired IS NULL",
        """
        INSERT INTO reporting_round (id, code, name, period, top, eve, source, elements, recorded, retired)
        SELECT id, code, name, period, top, last_day, source, elements, recorded, retired FROM earlier_round
        """,
        """
        INSERT INTO reporting_return (id, round, unit, received, note, state, recorded, retired)
        SELECT id, round, unit, received, note, 'received', recorded, retired FROM earlier_return
        """,
        "DROP TABLE earlier_return",
        "DROP TABLE earlier_round",
        """
        CREATE TABLE reporting_extension (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id), until TEXT NOT NULL,
            reason TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX reporting_extension_round ON reporting_extension (round)",
        """
        CREATE TABLE reporting_unit_extension (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id),
            unit INTEGER NOT NULL REFERENCES unit (id), until TEXT NOT NULL, reason TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX reporting_unit_extension_round ON reporting_unit_extension (round, unit)",
        """
        CREATE TABLE reporting_closing (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id), closed TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_closing_round ON reporting_closing (round) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_contact (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), email TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_contact_unit ON reporting_contact (unit) WHERE retired IS NULL",
    ])
