import Database

/// The tables of campaigns, sessions and products.
let communicationTables = Migration(
    pack: "communications", number: 1,
    [
        """
        CREATE TABLE campaign (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL,
            theme TEXT, occasion TEXT, source TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX campaign_code ON campaign (code) WHERE retired IS NULL",
        """
        CREATE TABLE communication_session (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            topic TEXT NOT NULL, held_on TEXT NOT NULL, form TEXT, women INTEGER NOT NULL, men INTEGER NOT NULL,
            campaign INTEGER REFERENCES campaign (id), recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX communication_session_code ON communication_session (code) WHERE retired IS NULL",
        "CREATE INDEX communication_session_unit ON communication_session (unit, held_on, topic)",
        "CREATE INDEX communication_session_day ON communication_session (held_on)",
        "CREATE INDEX communication_session_campaign ON communication_session (campaign)",
        """
        CREATE TABLE communication_product (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            title TEXT NOT NULL, kind TEXT NOT NULL, made_on TEXT NOT NULL, pieces INTEGER NOT NULL, channel TEXT,
            reach INTEGER, women INTEGER, campaign INTEGER REFERENCES campaign (id),
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX communication_product_code ON communication_product (code) WHERE retired IS NULL",
        "CREATE INDEX communication_product_unit ON communication_product (unit, made_on, title)",
        "CREATE INDEX communication_product_day ON communication_product (made_on)",
        "CREATE INDEX communication_product_campaign ON communication_product (campaign)",
    ])

/// Sessions know the cell of the file that they come from.
let sessionCells = Migration(
    pack: "communications", number: 2, ["ALTER TABLE communication_session ADD COLUMN cell TEXT"])

/// Sessions and products tell for whom they were; occasions have days and themes of their year; lessons into which
/// gender content was woven.
let audienceTables = Migration(
    pack: "communications", number: 3,
    [
        "ALTER TABLE communication_session ADD COLUMN audience TEXT",
        "ALTER TABLE communication_product ADD COLUMN audience TEXT",
        """
        CREATE TABLE occasion_year (
            id INTEGER PRIMARY KEY, occasion TEXT NOT NULL, year TEXT NOT NULL, begins TEXT NOT NULL,
            ends TEXT NOT NULL, theme TEXT, source TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX occasion_year_place ON occasion_year (occasion, year) WHERE retired IS NULL",
        """
        CREATE TABLE gender_lesson (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            topic TEXT NOT NULL, subject TEXT NOT NULL, grade INTEGER, taught_on TEXT NOT NULL,
            lessons INTEGER NOT NULL, girls INTEGER NOT NULL, boys INTEGER NOT NULL, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        "CREATE UNIQUE INDEX gender_lesson_code ON gender_lesson (code) WHERE retired IS NULL",
        "CREATE INDEX gender_lesson_unit ON gender_lesson (unit, taught_on, subject)",
        "CREATE INDEX gender_lesson_day ON gender_lesson (taught_on)",
    ])
