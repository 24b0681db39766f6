import Commands
import Database
import Values

/// The table of trainings.
let trainingTables = Migration(
    pack: "programme", number: 2,
    [
        """
        CREATE TABLE training (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id), topic TEXT NOT NULL,
            day TEXT NOT NULL, hours TEXT NOT NULL, women INTEGER NOT NULL, men INTEGER NOT NULL, audience TEXT,
            trainers INTEGER, cost INTEGER, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX training_code ON training (code) WHERE retired IS NULL",
        "CREATE INDEX training_unit ON training (unit, day, topic)",
        "CREATE INDEX training_day ON training (day)",
    ])

/// Trainings are found by unit, day and topic; those of a stretch of days by reading all, which costs no more than
/// fetching a large part of them one by one, and each training one index less.
let trainingIndexes = Migration(pack: "programme", number: 18, ["DROP INDEX training_day"])

/// Trainings as a record kind.
let trainingKind = RecordKind(
    "training", Text("training", vi: "lớp tập huấn"), table: "training",
    exists: { session, code in try Trainings(session).exists(code) },
    codes: { session, prefix, limit in try Trainings(session).codes(prefix: prefix, limit: limit) })
