// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let web: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: strict
    )
}

let package = Package(
    name: "nap",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CEL", targets: ["CEL"]),
        .library(name: "Rules", targets: ["Rules", "CEL", "Diagnostics"]),
        .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
        .executable(name: "nap", targets: ["nap"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        library("Diagnostics"),
        library("YAML", ["CLibYAML", "Diagnostics"]),
        library("Language"),
        library("LinearRegex"),
        library("XMLReading", ["Diagnostics"]),
        library("JSONReading"),
        library("Spreadsheet", ["CZip", "CXlsxWriter", "Diagnostics"]),
        library("CEL", ["Diagnostics", "LinearRegex"]),
        library("ActionPlan", ["YAML", "Diagnostics"]),
        library("Rules", ["CEL", "ActionPlan", "Language", "YAML", "Diagnostics"]),
        library("TransparencyLog", [crypto]),
        library("Ledger", ["ActionPlan", "TransparencyLog", "Diagnostics", crypto, grdb]),
        library("Disclosure", ["Rules", "ActionPlan"]),
        library("Markup"),
        library("Charts", ["Markup"]),
        library("StatusPages", ["Rules", "Disclosure", "ActionPlan", "Language", "Markup", "Charts", "Feeds"]),
        library(
            "Exchange",
            ["Spreadsheet", "Rules", "Disclosure", "ActionPlan", "Language", "YAML", "Diagnostics"]
        ),
        library(
            "IATI",
            ["XMLReading", "Markup", "Rules", "ActionPlan", "Language", "Diagnostics"]
        ),
        library(
            "OpenData",
            ["Exchange", "JSONReading", "Rules", "ActionPlan", "Language", "YAML", "Diagnostics"]
        ),
        library("Feeds", ["Rules", "ActionPlan", "Language", "Markup"]),
        library(
            "Tracker",
            [
                "Ledger", "Rules", "Disclosure", "Exchange", "ActionPlan", "YAML", "Diagnostics", "TransparencyLog",
                crypto,
            ]
        ),
        library("Accounts", ["Tracker", "Ledger", "ActionPlan", "Diagnostics", crypto, cryptoExtras]),
        library("Mail"),
        library(
            "Reminders",
            ["Mail", "Accounts", "Tracker", "Ledger", "Rules", "ActionPlan", "Language", crypto]
        ),
        library(
            "OpenIDConnect",
            [
                crypto,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        library(
            "Portal",
            [
                "CMalloc", "OpenIDConnect", "Reminders", "Mail", "Accounts", "Tracker", "StatusPages", "Exchange",
                "Spreadsheet",
                "Ledger", "Rules", "ActionPlan", "Language", "Markup", "LinearRegex", "JSONReading", "Feeds",
                "Diagnostics", "TransparencyLog", crypto,
            ] + web
        ),
        program(
            "nap",
            [
                "Portal", "OpenIDConnect", "Reminders", "Mail", "Accounts", "Tracker", "StatusPages", "Disclosure",
                "Exchange", "OpenData", "Feeds", "Spreadsheet", "IATI", "XMLReading", "Ledger", "Rules", "ActionPlan",
                "Language", "YAML", "Diagnostics", "TransparencyLog",
                argumentParser,
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        program("cel-conformance", ["CEL", "Diagnostics"]),
        .target(name: "CAllocations", path: "Benchmarks/CAllocations"),
        program(
            "cel-bench",
            ["CEL", "LinearRegex", "Diagnostics", "CAllocations"],
            path: "Benchmarks/CELBenchmark"
        ),
        program("ledger-writer", ["Ledger", "ActionPlan", "Diagnostics"], path: "Tests/LedgerWriter"),
        program(
            "LedgerBenchmark",
            ["Ledger", "ActionPlan", "TransparencyLog", grdb],
            path: "Benchmarks/LedgerBenchmark"
        ),
        program(
            "PagesBenchmark",
            ["StatusPages", "Rules", "ActionPlan", "Diagnostics"],
            path: "Benchmarks/PagesBenchmark"
        ),
        program(
            "RulesBenchmark",
            ["Rules", "Disclosure", "ActionPlan", "Diagnostics"],
            path: "Benchmarks/RulesBenchmark"
        ),
        program(
            "ExchangeBenchmark",
            ["Exchange", "Spreadsheet", "CXlsxWriter", "Rules", "ActionPlan", "Diagnostics"],
            path: "Benchmarks/ExchangeBenchmark"
        ),
        program("YAMLBenchmark", ["YAML", "CLibYAML", "Diagnostics", "ActionPlan"], path: "Benchmarks/YAMLBenchmark"),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("YAMLTests", ["YAML", "Diagnostics", "TestSupport"]),
        tests("LanguageTests", ["Language"]),
        tests("LinearRegexTests", ["LinearRegex", "TestSupport"]),
        tests("XMLReadingTests", ["XMLReading", "Diagnostics"]),
        tests("SpreadsheetTests", ["Spreadsheet", "CZip", "Diagnostics", "TestSupport"]),
        tests("CELTests", ["CEL", "Diagnostics", "TestSupport"]),
        tests("ActionPlanTests", ["ActionPlan", "YAML", "Diagnostics"]),
        tests("RulesTests", ["Rules", "CEL", "ActionPlan", "Diagnostics", "TestSupport"], exclude: ["Fixtures"]),
        // Another package's view: it sees what is public, and no more.
        .testTarget(
            name: "RulesExtensionTests",
            dependencies: ["Rules", "CEL", "Diagnostics"],
            exclude: ["Packs"],
            packageAccess: false,
            swiftSettings: strict
        ),
        tests("TransparencyLogTests", ["TransparencyLog", "TestSupport", crypto]),
        tests("LedgerTests", ["Ledger", "ActionPlan", "TransparencyLog", "Diagnostics", grdb, "ledger-writer"]),
        tests("DisclosureTests", ["Disclosure", "Rules", "ActionPlan", "Diagnostics", "TestSupport"]),
        tests("MarkupTests", ["Markup"]),
        tests("ChartsTests", ["Charts", "Markup"], exclude: ["Snapshots"]),
        tests(
            "StatusPagesTests",
            ["StatusPages", "Rules", "ActionPlan", "Language", "Markup", "Diagnostics"],
            exclude: ["Snapshots"]
        ),
        tests(
            "ExchangeTests",
            ["Exchange", "Spreadsheet", "Rules", "ActionPlan", "YAML", "Diagnostics", "TestSupport"]
        ),
        tests(
            "OpenDataTests",
            [
                "OpenData", "Exchange", "JSONReading", "Rules", "Disclosure", "ActionPlan", "YAML", "Diagnostics",
                "TestSupport",
            ]
        ),
        tests("FeedsTests", ["Feeds", "Rules", "ActionPlan", "Language", "XMLReading", "Diagnostics"]),
        tests("IATITests", ["IATI", "XMLReading", "Rules", "ActionPlan", "YAML", "Diagnostics", "TestSupport"]),
        tests("TrackerTests", ["Tracker", "Ledger", "Rules", "ActionPlan", "Diagnostics"]),
        tests("AccountsTests", ["Accounts"]),
        tests("MailTests", ["Mail"]),
        tests(
            "RemindersTests",
            ["Reminders", "Mail", "Accounts", "Tracker", "Ledger", "ActionPlan", "Rules", "Diagnostics", "Language"]
        ),
        tests(
            "PortalTests",
            [
                "Portal", "OpenIDConnect", "Accounts", "Tracker", "Ledger", "ActionPlan", "Language", "JSONReading",
                "Diagnostics", "TransparencyLog", "Spreadsheet", "TestSupport", crypto,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + web
        ),
        tests("CommandTests", []),
    ],
    swiftLanguageModes: [.v6]
)
