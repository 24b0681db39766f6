import Commands
import Database

/// The tables of rounds, returns, tasks, difficulties and letterheads.
let reportingTables = Migration(
    pack: "reporting", number: 1,
    [
        """
        CREATE TABLE reporting_round (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, period TEXT NOT NULL, top INTEGER NOT NULL,
            last_day TEXT NOT NULL, source TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_round_code ON reporting_round (code) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_return (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id), unit INTEGER NOT NULL,
            received TEXT NOT NULL, note TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_return_unit ON reporting_return (round, unit) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_task (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, owner INTEGER NOT NULL, due TEXT NOT NULL,
            section TEXT, done TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_task_code ON reporting_task (code) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_difficulty (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, words TEXT NOT NULL, noted TEXT NOT NULL, proposal TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE TABLE reporting_letterhead (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, superior TEXT, symbol TEXT NOT NULL, place TEXT NOT NULL,
            signatory TEXT, recipients TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_letterhead_unit ON reporting_letterhead (unit) WHERE retired IS NULL",
    ])

/// The same tables with what their units and rounds refer to, so that corrections know of it.
let reportingReferences = Migration(
    pack: "reporting", number: 2,
    [
        "DROP INDEX reporting_round_code",
        "DROP INDEX reporting_return_unit",
        "DROP INDEX reporting_task_code",
        "DROP INDEX reporting_letterhead_unit",
        "ALTER TABLE reporting_return RENAME TO earlier_return",
        "ALTER TABLE reporting_round RENAME TO earlier_round",
        "ALTER TABLE reporting_task RENAME TO earlier_task",
        "ALTER TABLE reporting_difficulty RENAME TO earlier_difficulty",
        "ALTER TABLE reporting_letterhead RENAME TO earlier_letterhead",
        """
        CREATE TABLE reporting_round (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, period TEXT NOT NULL,
            top INTEGER NOT NULL REFERENCES unit (id), last_day TEXT NOT NULL, source TEXT, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_round_code ON reporting_round (code) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_return (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id),
            unit INTEGER NOT NULL REFERENCES unit (id), received TEXT NOT NULL, note TEXT, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_return_unit ON reporting_return (round, unit) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_task (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL,
            owner INTEGER NOT NULL REFERENCES unit (id), due TEXT NOT NULL, section TEXT, done TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_task_code ON reporting_task (code) WHERE retired IS NULL",
        """
        CREATE TABLE reporting_difficulty (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), words TEXT NOT NULL,
            noted TEXT NOT NULL, proposal TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE TABLE reporting_letterhead (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), superior TEXT, symbol TEXT NOT NULL,
            place TEXT NOT NULL, signatory TEXT, recipients TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_letterhead_unit ON reporting_letterhead (unit) WHERE retired IS NULL",
        "INSERT INTO reporting_round SELECT * FROM earlier_round",
        "INSERT INTO reporting_return SELECT * FROM earlier_return",
        "INSERT INTO reporting_task SELECT * FROM earlier_task",
        "INSERT INTO reporting_difficulty SELECT * FROM earlier_difficulty",
        "INSERT INTO reporting_letterhead SELECT * FROM earlier_letterhead",
        "DROP TABLE earlier_return",
        "DROP TABLE earlier_round",
        "DROP TABLE earlier_task",
        "DROP TABLE earlier_difficulty",
        "DROP TABLE earlier_letterhead",
    ])

/// What rounds ask for: the codes of elements, one a line.
let roundElements = Migration(
    pack: "reporting", number: 3, ["ALTER TABLE reporting_round ADD COLUMN elements TEXT"])

/// What a head says of who signs, whom papers speak to and what they rest on; lists have one line each.
let letterheadNames = Migration(
    pack: "reporting", number: 10,
    [
        "ALTER TABLE reporting_letterhead ADD COLUMN mandate TEXT",
        "ALTER TABLE reporting_letterhead ADD COLUMN signer TEXT",
        "ALTER TABLE reporting_letterhead ADD COLUMN addressees TEXT",
        "ALTER TABLE reporting_letterhead ADD COLUMN bases TEXT",
    ])

/// What tasks say of their beginning and in numbers, the sections of plans, and measures for years to come.
let planTables = Migration(
    pack: "reporting", number: 12,
    [
        "ALTER TABLE reporting_task ADD COLUMN begun TEXT",
        "ALTER TABLE reporting_task ADD COLUMN element TEXT",
        "ALTER TABLE reporting_task ADD COLUMN planned TEXT",
        "ALTER TABLE reporting_task ADD COLUMN indicator TEXT",
        """
        CREATE TABLE reporting_plan_section (
            id INTEGER PRIMARY KEY, year TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, indicators TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX reporting_plan_section_number ON reporting_plan_section (year, number) "
            + "WHERE retired IS NULL",
        """
        CREATE TABLE reporting_measure (
            id INTEGER PRIMARY KEY, year TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            words TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
    ])
