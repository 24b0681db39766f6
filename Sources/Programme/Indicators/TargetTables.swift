import Database

/// What targets learnt later: whose values are held against one, how far a value may be from one that is met
/// about, and whether it lasts beyond its year.
let targetTables = Migration(
    pack: "programme", number: 13,
    [
        "ALTER TABLE target ADD COLUMN dimension TEXT",
        "ALTER TABLE target ADD COLUMN tolerance TEXT",
        "ALTER TABLE target ADD COLUMN lasting INTEGER",
    ])
