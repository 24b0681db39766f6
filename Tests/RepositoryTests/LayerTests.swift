import Testing

/// A room imports only what stands below it. This table is the architecture; Sources/README.md tells it in words.
@Suite struct LayerTests {
    static let language = [
        "Values", "Diagnostics", "Syntax", "Tables", "Documents", "Database", "Journal", "Commands",
    ]
    static let system = ["Glibc", "Musl", "Synchronization", "Swift", "FoundationEssentials"]

    /// What each room may import beside the system.
    static let table: [String: [String]] = [
        "Values": [],
        "Diagnostics": ["Values"],
        "Syntax": ["Values", "Diagnostics"],
        "Tables": ["Values", "Diagnostics", "Syntax"],
        "Statistics": [],
        "JSON": [],
        "Workbooks": ["Values", "Diagnostics", "CZip", "CXml2"],
        "Documents": ["Values", "Diagnostics", "Tables"],
        "Database": ["Values", "Diagnostics"],
        "Journal": ["Values", "Diagnostics", "Database", "CDeflate", "Crypto"],
        "Commands": ["Values", "Diagnostics", "Syntax", "Tables", "Documents", "Database", "Journal", "CPackRecords"],
        "Manual": ["Values", "Documents", "Commands"],
        "Language": language + ["Manual"],
        "Keeping": language + ["Language"],
        "Reading": ["Values", "Diagnostics", "Tables"],
        "Papers": ["Values", "Diagnostics", "Tables", "Documents", "CZip", "CCairo"],
        "Programme": language + ["Statistics", "Papers", "Reading", "Workbooks", "Crypto", "CryptoExtras"],
        "Rendering": ["Values", "Diagnostics", "Tables", "Documents"],
        "Packs": language + ["JSON", "Language", "Rendering", "CProcess"],
        "LanguageServer": language + ["JSON", "Language", "Manual", "Rendering"],
        "Prompt": ["Values", "Diagnostics", "CEditline"],
        "DatabasePostgres": ["Values", "Diagnostics", "Database", "CPostgres"],
        "DatabaseSQLite": ["Values", "Diagnostics", "Database", "CSQLite"],
        "sen": language + [
            "Language", "Keeping", "Papers", "Reading", "Programme", "Rendering", "Packs", "LanguageServer",
            "Prompt",
            "DatabaseSQLite", "DatabasePostgres",
        ],
    ]

    @Test(arguments: Checkout.sources)
    func importsStayBelow(_ path: String) throws {
        let parts = path.split(separator: "/")
        let room = String(parts[1])
        let allowed: [String]
        if parts[0] == "Plugins" {
            allowed = Self.language + ["Programme", "Papers", "Reading", "Workbooks"]
        } else {
            allowed = try #require(Self.table[room], "no layer is written down for \(room)")
        }
        for line in Checkout.lines(path) {
            let words = line.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isBeforeImport) else {
                continue
            }
            let kinds = ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"]
            let rest = words[(place + 1)...].filter { !kinds.contains($0) }
            let module = String((rest.first ?? "").split(separator: ".")[0])
            #expect(
                allowed.contains(module) || Self.system.contains(module),
                "\(path) imports \(module), which does not stand below \(room)")
        }
    }

    private static func isBeforeImport(_ word: String) -> Bool {
        ["public", "internal", "package", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
    }

    @Test func everyRoomIsInTheTable() {
        let rooms = Set(
            Checkout.sources.filter { $0.hasPrefix("Sources/") }.map { String($0.split(separator: "/")[1]) })
        #expect(rooms == Set(Self.table.keys), "rooms without a layer, or layers without a room")
    }
}
