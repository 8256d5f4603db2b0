import Foundation

/// The sentences in the project's own sources.
enum SourceSentences {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// What each target says, by the target's name.
    static func all() throws -> [String: [String]] {
        let files = try files()
        let positions = MessagePositions(files.map(\.source))
        return Dictionary(grouping: files, by: \.target)
            .mapValues { $0.flatMap { positions.sentences(in: $0.source) } }
    }

    /// All string literals of some targets.
    static func literals(of targets: [String]) throws -> [String] {
        try files().filter { targets.contains($0.target) }.flatMap(\.source.literals)
    }

    private static func files() throws -> [(target: String, source: SwiftSource)] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map { path in
                let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
                return (String(path.prefix { $0 != "/" }), SwiftSource(text))
            }
    }
}
