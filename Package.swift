// swift-tools-version: 6.2
import PackageDescription

/// Command packs: a folder in `Plugins/` with its own sources, tests and README. Adding one is adding a word here.
let packs = ["Communications", "Budget", "Personnel", "Reporting"]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let testSettings = Array(settings.prefix(3))

/// A target in `Sources/<name>` that may import what it names; `Tests/RepositoryTests` holds the same table.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: readme(in: "Sources/\(name)"), swiftSettings: settings)
}

/// The tests of one room, in `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: testSettings)
}

/// Rooms that carry a README of their own.
func readme(in path: String) -> [String] {
    let rooms = ["DatabasePostgres", "Keeping", "Language", "Packs", "Programme", "Syntax"]
    return rooms.contains { path == "Sources/\($0)" } ? ["README.md"] : []
}

let language: [Target.Dependency] = [
    "Values", "Diagnostics", "Syntax", "Tables", "Documents", "Database", "Journal", "Commands",
]
let core = language + ["Statistics", "Papers", "Reading", "Workbooks", "Programme"]
let packTargets = packs.map { Target.Dependency(stringLiteral: $0) }
let everything =
    core + ["JSON", "Language", "Keeping", "Rendering", "Packs", "Manual", "DatabaseSQLite", "DatabasePostgres"]
    + packTargets

/// The tests of a pack, in `Plugins/<name>/Tests`.
func packTests(_ name: String) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: core + ["TestSupport", .init(stringLiteral: name)],
        path: "Plugins/\(name)/Tests", swiftSettings: testSettings)
}

/// The fuzzer; its sanitizer needs a build of its own, which `Scripts/fuzz` makes. No other build sees it.
let fuzz: [Target] =
    Context.environment["SEN_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "Fuzz", dependencies: everything + ["TestSupport"], path: "Tests/Fuzz",
            exclude: ["Corpus", "words.dict"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "sen",
    products: [.executable(name: "sen", targets: ["sen"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
    ],
    targets: [
        room("Values"),
        room("Diagnostics", ["Values"]),
        room("Syntax", ["Values", "Diagnostics"]),
        room("Tables", ["Values", "Diagnostics", "Syntax"]),
        room("Statistics"),
        room("JSON"),
        room("Workbooks", ["Values", "Diagnostics", "CZip", "CXml2"]),
        room("Documents", ["Values", "Diagnostics", "Tables"]),
        room("Database", ["Values", "Diagnostics"]),
        room(
            "Journal",
            ["Values", "Diagnostics", "Database", "CDeflate", .product(name: "Crypto", package: "swift-crypto")]),
        room(
            "Commands",
            ["Values", "Diagnostics", "Syntax", "Tables", "Documents", "Database", "Journal", "CPackRecords"]),
        room("Manual", ["Values", "Documents", "Commands"]),
        room("Language", language + ["Manual"]),
        room("Keeping", language + ["Language"]),
        room("Papers", ["Values", "Diagnostics", "Tables", "Documents", "Workbooks", "CDeflate", "CCairo"]),
        room("Reading", ["Values", "Diagnostics", "Tables"]),
        room(
            "Programme",
            language + [
                "Statistics", "Papers", "Reading", "Workbooks", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        room("Rendering", ["Values", "Diagnostics", "Tables", "Documents"]),
        room("Packs", language + ["JSON", "Language", "Rendering", "CProcess"]),
        room("LanguageServer", language + ["JSON", "Language", "Manual", "Rendering"]),
        room("Prompt", ["Values", "Diagnostics", "CEditline"]),
        room("DatabaseSQLite", ["Values", "Diagnostics", "Database", "CSQLite"]),
        room("DatabasePostgres", ["Values", "Diagnostics", "Database", "CPostgres"]),
        .executableTarget(
            name: "sen", dependencies: everything + ["Prompt", "LanguageServer"], swiftSettings: settings),

        .systemLibrary(name: "CPackRecords"),
        .systemLibrary(name: "CSQLite"),
        .target(name: "CPostgres"),
        .target(name: "CProcess"),
        .target(name: "CDeflate"),
        .target(name: "CZip"),
        .target(name: "CCairo"),
        .target(name: "CXml2"),
        .target(name: "CEditline", linkerSettings: [.linkedLibrary("edit"), .linkedLibrary("tinfo")]),
    ]
        + packs.map { name in
            .target(
                name: name, dependencies: core, path: "Plugins/\(name)", exclude: ["README.md", "Tests"],
                swiftSettings: settings)
        }
        + [
            .target(
                name: "TestSupport",
                dependencies: language + ["Language", "Reading", "Rendering", "DatabaseSQLite", "DatabasePostgres"],
                path: "Tests/TestSupport",
                swiftSettings: settings),
            tests("Statistics", ["Statistics", "TestSupport"]),
            tests("Workbooks", ["Workbooks", "Values", "Diagnostics", "TestSupport"]),
            tests("Values", ["Values"]),
            tests("Programme", core + ["Language", "Rendering", "DatabaseSQLite", "TestSupport"]),
            tests("Syntax", ["Values", "Diagnostics", "Syntax", "TestSupport"]),
            tests("Prompt", ["Prompt", "Values", "Diagnostics"]),
            tests("Rendering", ["Values", "Diagnostics", "Tables", "Documents", "Rendering"]),
            tests("Reading", ["Values", "Diagnostics", "Tables", "Documents", "Rendering", "Reading"]),
            tests("Papers", ["Values", "Diagnostics", "Tables", "Documents", "Workbooks", "Papers", "CZip"]),
            tests("Packs", core + ["JSON", "Language", "Packs", "Rendering", "DatabaseSQLite", "TestSupport"]),
            tests("Keeping", core + ["Language", "Keeping", "DatabaseSQLite", "TestSupport"]),
            tests("Language", core + ["Language", "Manual", "Rendering", "TestSupport"]),
            tests("Repository", everything + ["LanguageServer", "TestSupport"]),
            tests("LanguageServer", core + ["JSON", "Language", "LanguageServer", "TestSupport"]),
            tests(
                "Database",
                ["Values", "Diagnostics", "Database", "DatabaseSQLite", "DatabasePostgres", "TestSupport"]),
            tests("DatabaseSQLite", ["Values", "Diagnostics", "Database", "DatabaseSQLite", "TestSupport"]),
            tests("DatabasePostgres", ["Values", "Diagnostics", "Database", "DatabasePostgres", "TestSupport"]),
            tests("Journal", ["Values", "Diagnostics", "Database", "DatabaseSQLite", "Journal", "TestSupport"]),
            tests("Tables", ["Values", "Diagnostics", "Syntax", "Tables", "TestSupport"]),
        ] + packs.map { packTests($0) } + fuzz
)
