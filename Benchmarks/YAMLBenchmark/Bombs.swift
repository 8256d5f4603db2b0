import Diagnostics
import YAML

/// Small files that stand for very much: each must end in a diagnostic, soon and in little memory.
enum Bombs {
    /// A name and a text each.
    static let all: [(name: String, text: String)] = [
        ("billion laughs, lists", laughs { level, names in "a\(level): &a\(level) [\(names)]" }),
        (
            "billion laughs, merges",
            laughs { level, names in "a\(level): &a\(level) {k\(level): 1, l: [\(names)], <<: [\(names)]}" }
        ),
        (
            "one long text, many times",
            "a: &a \"" + String(repeating: "x", count: 1_000_000) + "\"\nb: ["
                + String(repeating: "*a,", count: 1_000_000) + "]"
        ),
        (
            "one large mapping, merged many times",
            "a: &a {" + (0..<10_000).map { "k\($0): 1" }.joined(separator: ", ") + "}\nb:\n"
                + (0..<50_000).map { "  m\($0): {<<: *a}" }.joined(separator: "\n")
        ),
        ("a hundred thousand brackets", String(repeating: "[", count: 100_000)),
        ("a hundred thousand lists in lists", String(repeating: "- ", count: 100_000)),
    ]

    private static func laughs(_ line: (Int, String) -> String) -> String {
        var lines = ["a0: &a0 {z: lol}"]
        for level in 1...12 {
            lines.append(line(level, Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What reading a text ended in.
    static func read(_ text: String) -> String {
        Document.parse(SourceText(name: "bomb.yaml", text: text)).diagnostics.first?.identifier ?? "taken"
    }
}
