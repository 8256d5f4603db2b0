// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "nap",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CEL", targets: ["CEL"]),
    ],
    dependencies: [],
    targets: [
        .target(name: "Diagnostics", swiftSettings: strict),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strict),
        .target(name: "Language", swiftSettings: strict),
        .target(name: "CEL", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "ActionPlan", dependencies: ["YAML", "Diagnostics"], swiftSettings: strict),
        .target(
            name: "Rules",
            dependencies: ["CEL", "ActionPlan", "Language", "YAML", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(name: "CELTests", dependencies: ["CEL", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(
            name: "RulesTests",
            dependencies: ["Rules", "ActionPlan", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
