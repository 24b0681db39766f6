import Database

/// The groups and owners of units, the categories of elements and their figures, and what indicators learnt later: on
/// which units they are computed, and how they are brought to a year.
let labelTables = Migration(
    pack: "programme", number: 11,
    [
        """
        CREATE TABLE unit_label (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), trait TEXT NOT NULL,
            label TEXT NOT NULL, since TEXT, until TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX unit_label_unit ON unit_label (unit, trait)",
        "ALTER TABLE element ADD COLUMN categories TEXT",
        """
        CREATE TABLE figure_part (
            id INTEGER PRIMARY KEY, element INTEGER NOT NULL REFERENCES element (id),
            unit INTEGER NOT NULL REFERENCES unit (id), period TEXT NOT NULL, category TEXT NOT NULL, total TEXT,
            women TEXT, state TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX figure_part_current ON figure_part (element, category, period, unit) WHERE retired IS NULL
        """,
        "ALTER TABLE indicator ADD COLUMN among TEXT",
        "ALTER TABLE indicator ADD COLUMN annualised TEXT",
    ])
