public import Database

extension Journal {
    /// The steps that make the journal's tables.
    ///
    /// `AUTOINCREMENT` makes SQLite remember the highest number ever given, so that entries taken from the end are
    /// missed. Files are kept once for each content; deflated ones with the number of bytes that they stand for.
    public static let migrations = [
        Migration(
            pack: "journal", number: 1,
            [
                """
                CREATE TABLE entry (
                    seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, actor TEXT NOT NULL, origin TEXT NOT NULL,
                    sentence TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL
                ) STRICT
                """,
                "CREATE TABLE attachment (sha256 BLOB PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT",
                """
                CREATE TABLE entry_attachment (
                    seq INTEGER NOT NULL REFERENCES entry, name TEXT NOT NULL,
                    sha256 BLOB NOT NULL REFERENCES attachment, PRIMARY KEY (seq, name)
                ) STRICT, WITHOUT ROWID
                """,
            ]),
        Migration(pack: "journal", number: 2, ["ALTER TABLE attachment ADD COLUMN size INTEGER"]),
    ]
}
