import Commands
import Database
import TestSupport
import Values

/// A pack with one table that holds every encoding, and a command that lists it.
enum Things {
    static func session(over engine: Engine = .sqlite) throws -> Session {
        try Session.empty(linkedPacks() + [pack], database: engine.empty())
    }

    /// A session with random rows.
    static func session(rows: Int, _ chance: inout Dice, over engine: Engine = .sqlite) throws -> Session {
        let session = try session(over: engine)
        // Only SQLite keeps a zero byte in a text.
        let topics = engine == .sqlite ? topics : topics.filter { $0?.utf8.contains(0) != true }
        for _ in 0..<rows {
            let (n, m, cost) = (chance.pick(whole), chance.pick(whole), chance.pick(whole))
            let (d, r, day) = (chance.pick(decimals), chance.pick(decimals), chance.pick(days))
            let (month, topic, code) = (chance.pick(periods), chance.pick(topics), chance.pick(codes))
            let (kind, done, why): (String?, Bool?, Int) = (
                chance.pick(["x", "y", "z", nil]), chance.pick([true, false, nil]), 1 + chance.below(5)
            )
            try session.database.execute(
                """
                INSERT INTO thing (code, kind, day, month, n, m, d, r, cost, topic, done, why)
                VALUES (\(code), \(kind), \(day), \(month), \(n), \(m), \(d), \(r), \(cost), \(topic), \(done), \(why))
                """)
        }
        return session
    }

    private static let whole: [Int64?] = [nil, 0, 1, 1, 2, 3, -1, 7, 999_999_999_999_999_999, .max, -.max]
    private static let decimals: [String?] = [
        nil, "0", "1", "4", "3.5", "-0.5", "-4", "-4.25", "2.5", "0.000000000000000001", "100", "9223372036854775807",
        "-9223372036854775807", "922337203685477580.7", "-0.1", "1.25",
    ]
    private static let days: [String?] = [
        nil, "0001-01-01", "9999-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-12-31", "2024-02-29",
    ]
    private static let periods: [String?] = [
        nil, "2025", "2025-Q1", "2025-03", "2024-2025", "2025-H1", "2025-H2", "9998-9999", "0001",
    ]
    private static let topics: [String?] = [
        nil, "", "Đặng", "Đa\u{323}\u{306}ng", "đặng", "an", "An", "ắn", "a\u{306}\u{301}n", "a\u{301}\u{306}n", "%",
        "_", "x'y",
        "a\0b", "🧑🏽‍🏫", "Lồng ghép giới trong giảng dạy ở trường trung học phổ thông",
    ]
    private static let codes = ["A-1", "A-2", "a-1", "Đ-1", "n", "2025"]

    private static let kinds = Choices("kind", ["x", "y", "z"].map { Choice($0, Text(verbatim: $0)) })

    static let schema = Schema([
        ColumnInfo("code", .code("thing")), ColumnInfo("kind", .choice(kinds)), ColumnInfo("on", .date),
        ColumnInfo("month", .period), ColumnInfo("n", .number), ColumnInfo("m", .number), ColumnInfo("d", .number),
        ColumnInfo("r", .number), ColumnInfo("cost", .money), ColumnInfo("topic", .text), ColumnInfo("done", .yesNo),
        ColumnInfo("twice", .number),
    ])

    static let pack = CommandPack(
        "things", version: 1, Text("Things", vi: "Đồ vật"),
        commands: [
            Command("list things", Text("Lists things.", vi: "Liệt kê đồ vật."), lists: schema, by: list) {
                Label<String?>("named", Text("Only this one.", vi: "Chỉ một."))
            }
        ],
        recordKinds: [
            RecordKind("thing", Text("thing", vi: "đồ vật"), exists: { _, _ in true }, codes: { _, _, _ in [] })
        ],
        migrations: [
            Migration(
                pack: "things", number: 1,
                [
                    """
                    CREATE TABLE thing (
                        id INTEGER PRIMARY KEY, code TEXT, kind TEXT, day TEXT, month TEXT, n INTEGER, m INTEGER,
                        d TEXT, r TEXT, cost INTEGER, topic TEXT, done INTEGER, why INTEGER)
                    """
                ])
        ])

    @Sendable private static func list(session: Session, named: String?) throws -> Listing {
        Listing(
            schema,
            [
                .text("t.code"), .text("t.kind"), .date("t.day"), .period("t.month"), .integer("t.n"), .integer("t.m"),
                .decimal("t.d"), .decimal("t.r").missing(because: "t.why"), .money("t.cost"), .text("t.topic"),
                .yesNo("t.done"),
                .computed(["t.m"]) { row in
                    try row.value(0, as: Int64?.self).map { .number(Number($0 / 2)) } ?? .missing
                },
            ],
            from: "thing t", where: "1 = 1", orderedBy: ["t.id"])
    }
}
