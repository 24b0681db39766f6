import Commands
import Database
import Diagnostics
import Values

/// The mappings of imports that the database keeps under a name.
struct SavedMappings {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// The lines of a mapping; `nil` where none has the name.
    func lines(of code: String) throws -> [String]? {
        try session.database.first(
            "SELECT says FROM import_mapping WHERE code = \(code) AND \(session.visible())"
        )?.text(0).split(separator: "\n").map(String.init)
    }

    /// Keeps lines under a name, in the place of what was kept under it.
    func keep(_ lines: [String], as code: String) throws {
        try session.database.execute(
            "UPDATE import_mapping SET retired = \(session.entry) WHERE code = \(code) AND \(session.visible())")
        try session.database.execute(
            """
            INSERT INTO import_mapping (code, says, lines, recorded)
            VALUES (\(code), \(lines.joined(separator: "\n")), \(lines.count), \(session.entry))
            """)
    }

    /// The first name `form-1`, `form-2` … that no mapping has.
    func freeName() throws -> String {
        var number = 1
        while try recordID(of: "form-\(number)", in: mappingTable, session) != nil { number += 1 }
        return "form-\(number)"
    }

    /// What `map:` of an import names: a mapping that is kept under this name, else a file, which is taken in.
    func mapping(_ path: FilePath) throws -> ImportMapping {
        if let lines = try lines(of: path.path) {
            return try ImportMapping(Array(lines.joined(separator: "\n").utf8), name: path.path)
        }
        do {
            return try ImportMapping(session.takeIn(path.path), name: path.path)
        } catch var finding as Diagnostic where !path.path.contains("/") && !path.path.contains(".") {
            finding.subject = "map"
            finding.notes.append(
                Text(
                    "No mapping is kept under this name either; ‘list mappings’ shows those there are.",
                    vi: "Cũng không có bảng quy ước nào mang tên này; gõ ‘list mappings’ để xem."))
            throw finding
        }
    }
}

/// The table of the mappings that are kept.
let mappingTable: SQL = "import_mapping"

/// The name of a mapping that is kept.
struct MappingCode: CodeType {
    static let kind = "mapping"
    let code: String
}

/// Mappings as a record kind: their names are completed and checked.
let mappingKind = codedKind(
    "mapping", Text("mapping", vi: "bảng quy ước"), in: mappingTable, shownBy: "CAST(lines AS TEXT)")

/// How a mapping that is kept is taken back.
let mappingCorrection = Correction("mapping", Text("mapping", vi: "bảng quy ước"), in: mappingTable) {
    Example("save mapping form-1 lines: ['text \"-\" -> 0']")
    Example("retract mapping form-1 reason: \"Biểu mẫu đã thay\"").prints("Retracted form-1")
    Example("retract mapping form-9 reason: \"Biểu mẫu đã thay\"").reports("unknown-code")
}

/// The mappings of imports that are kept.
let mappingTables = Migration(
    pack: "programme", number: 16,
    [
        """
        CREATE TABLE import_mapping (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, says TEXT NOT NULL, lines INTEGER NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX import_mapping_code ON import_mapping (code) WHERE retired IS NULL",
    ])
