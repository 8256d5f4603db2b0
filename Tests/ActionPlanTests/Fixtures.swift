import Diagnostics
import Foundation

/// The files under Tests/Fixtures.
///
/// A file with mistakes says in its first lines which must be found in it: `# expect: duplicate-key 12:3`. Where it can
/// hold no comment, a file of its name with `.expect` says so. `NAP_RECORD=1` writes them anew; read them then.
enum Fixtures {
    /// The folder of the project.
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let root = project.appending(path: "Tests/Fixtures")
    private static let mark = "# expect: "

    /// Whether expectations and snapshots are to be written anew.
    static let isRecording = ProcessInfo.processInfo.environment["NAP_RECORD"] == "1"

    /// The YAML files in a folder, by name.
    static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    static func path(_ file: String) -> String { root.appending(path: file).path }

    static func source(_ file: String) throws -> SourceText {
        SourceText(name: file, bytes: Array(try Data(contentsOf: URL(filePath: path(file)))))
    }

    /// The mistakes that a file says are in it.
    static func expectations(of file: String) throws -> [String] {
        if let text = try? String(contentsOfFile: path(file) + ".expect", encoding: .utf8) {
            return text.split(separator: "\n").map(String.init)
        }
        return try String(contentsOfFile: path(file), encoding: .utf8).split(separator: "\n")
            .prefix { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// Writes the mistakes that are in a file into it, when recording.
    static func record(_ diagnostics: [Diagnostic], of file: String) throws {
        guard isRecording, !FileManager.default.fileExists(atPath: path(file) + ".expect") else { return }
        let former = try expectations(of: file).count
        let lines = try String(contentsOfFile: path(file), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(former)
        let shift = diagnostics.count - former
        let expectations = diagnostics.map { mark + $0.brief(shiftedBy: shift) }
        try (expectations + lines.map(String.init)).joined(separator: "\n")
            .write(toFile: path(file), atomically: true, encoding: .utf8)
    }

    /// The text of a snapshot, written anew when recording.
    static func snapshot(_ name: String, recording text: String) throws -> String {
        if isRecording { try text.write(toFile: path(name), atomically: true, encoding: .utf8) }
        return try String(contentsOfFile: path(name), encoding: .utf8)
    }
}

extension Diagnostic {
    /// Name and place, as the expectations of a fixture have them.
    func brief(shiftedBy lines: Int = 0) -> String {
        identifier + (span.map { " \($0.start.line + lines):\($0.start.column)" } ?? "")
    }
}
