import Database

/// The tables of the exchange between offices: this office's signing key, whose packages are accepted, the packages
/// made and received, the counts that others worked out from their records, and what a package says otherwise.
///
/// A figure that a package brought carries the package's entry in `recorded`; no other mark is needed.
let exchangeTables = Migration(
    pack: "programme", number: 9,
    [
        """
        CREATE TABLE exchange_key (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), public_key BLOB NOT NULL,
            sealed_key BLOB NOT NULL, salt BLOB NOT NULL, work TEXT NOT NULL, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        """
        CREATE TABLE trusted_office (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), public_key BLOB NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX trusted_office_unit ON trusted_office (unit) WHERE retired IS NULL",
        """
        CREATE TABLE exchange_package (
            id INTEGER PRIMARY KEY, direction TEXT NOT NULL, partner INTEGER NOT NULL REFERENCES unit (id),
            sha256 BLOB NOT NULL, number INTEGER NOT NULL, made TEXT NOT NULL, period TEXT NOT NULL, round TEXT,
            lines INTEGER NOT NULL, stored INTEGER, unchanged INTEGER, conflicts INTEGER, refused INTEGER,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX exchange_package_content ON exchange_package (direction, sha256) WHERE retired IS NULL
        """,
        "CREATE INDEX exchange_package_entry ON exchange_package (recorded)",
        """
        CREATE TABLE exchange_count (
            id INTEGER PRIMARY KEY, element TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            period TEXT NOT NULL, total TEXT NOT NULL, women TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX exchange_count_current ON exchange_count (element, period, unit) WHERE retired IS NULL",
        """
        CREATE TABLE exchange_conflict (
            id INTEGER PRIMARY KEY, package INTEGER NOT NULL REFERENCES exchange_package (id),
            partner INTEGER NOT NULL REFERENCES unit (id), element TEXT NOT NULL,
            unit INTEGER NOT NULL REFERENCES unit (id), period TEXT NOT NULL, total TEXT, women TEXT,
            state TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX exchange_conflict_current ON exchange_conflict (partner, element, period, unit)
        WHERE retired IS NULL
        """,
    ])
