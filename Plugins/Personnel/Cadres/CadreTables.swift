import Database

/// Appointments, terms of leaders and cadres who studied: counts, never persons.
let cadreTables = Migration(
    pack: "personnel", number: 4,
    [
        """
        CREATE TABLE leader_appointment (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), post TEXT NOT NULL,
            on_day TEXT NOT NULL, total INTEGER NOT NULL, women INTEGER NOT NULL, decision TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX leader_appointment_place ON leader_appointment (unit, post, on_day) WHERE retired IS NULL
        """,
        "CREATE INDEX leader_appointment_day ON leader_appointment (on_day)",
        """
        CREATE TABLE leader_term (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), post TEXT NOT NULL,
            begins TEXT NOT NULL, ends TEXT NOT NULL, total INTEGER NOT NULL, women INTEGER NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX leader_term_place ON leader_term (unit, post, begins, ends) WHERE retired IS NULL",
        "CREATE INDEX leader_term_end ON leader_term (ends)",
        """
        CREATE TABLE cadre_study (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), cadres TEXT NOT NULL,
            course TEXT NOT NULL, year TEXT NOT NULL, total INTEGER NOT NULL, women INTEGER NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX cadre_study_place ON cadre_study (unit, cadres, course, year) WHERE retired IS NULL",
        "CREATE INDEX cadre_study_year ON cadre_study (year)",
    ])
