import Database

/// Figures and trainings know the cell of the file that they come from.
let importTables = Migration(
    pack: "programme", number: 7,
    ["ALTER TABLE figure ADD COLUMN cell TEXT", "ALTER TABLE training ADD COLUMN cell TEXT"])
