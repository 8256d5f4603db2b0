import Diagnostics
import Foundation

/// The files under Tests/Fixtures.
enum Fixtures {
    /// The folder of the project.
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let root = project.appending(path: "Tests/Fixtures")

    /// The YAML files in a folder, by name.
    static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    static func path(_ file: String) -> String { root.appending(path: file).path }

    static func source(_ file: String) throws -> SourceText {
        SourceText(name: file, bytes: Array(try Data(contentsOf: URL(filePath: path(file)))))
    }

    /// What a file says must be found in it: `# expect: duplicate-key 12:3` in its first lines, or, where it can hold no
    /// comment, the same without the mark in a file of its name with `.expect`.
    static func expectations(of file: String) throws -> [String] {
        if let text = try? String(contentsOfFile: path(file) + ".expect", encoding: .utf8) {
            return text.split(separator: "\n").map(String.init)
        }
        let mark = "# expect: "
        return try String(contentsOfFile: path(file), encoding: .utf8).split(separator: "\n")
            .prefix { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }
}

extension Diagnostic {
    /// Name and place, as the expectations of a fixture have them.
    var brief: String { identifier + (span.map { " \($0.start.line):\($0.start.column)" } ?? "") }
}
