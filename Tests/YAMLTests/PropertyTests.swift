import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite("Whatever is written is read back")
struct PropertyTests {
    @Test(
        "two thousand random trees, written in random styles, are read as they were meant",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func roundTrips(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for round in 0..<500 {
            let meant = TreeMaker.tree(&random)
            var emitter = Emitter(random: random)
            let text = emitter.document(meant)
            random = emitter.random
            let (document, diagnostics) = parse(text)
            let read = try #require(document, "seed \(seed), round \(round): \(diagnostics.map(brief))\n\(text)")
            #expect(Tree(read.root) == meant, "seed \(seed), round \(round):\n\(text)")
        }
    }
}

/// Makes random trees.
enum TreeMaker {
    private static let pieces = [
        "a", "B", "no", "1.10", "~", "true", " ", "  ", "-", ":", ": ", " #", "#", ",", "[", "]", "{", "}", "&", "*",
        "!", "|", ">",
        "'", "\"", "%", "@", "`", "\\", "\n", "\t", "Ýaş", "мир", "研", "👍", "e\u{301}", "\u{A0}", "<<", "? ", "---",
        "...", "=", "\u{7}",
    ]

    static func tree(_ random: inout SplitMix64, depth: Int = 0) -> Tree {
        switch Int.random(in: 0..<(depth < 4 ? 5 : 1), using: &random) {
        case 1, 2:
            return .sequence((0..<Int.random(in: 0...4, using: &random)).map { _ in tree(&random, depth: depth + 1) })
        case 3, 4:
            var keys: Set<String> = []
            let entries = (0..<Int.random(in: 0...5, using: &random))
                .compactMap { _ -> Tree.Entry? in
                    let key = text(&random)
                    // A merge key is no key; what is written in quotes would be, but the emitter may choose plain style.
                    guard key != "<<", keys.insert(key).inserted else { return nil }
                    return Tree.Entry(key: key, value: tree(&random, depth: depth + 1))
                }
            return .mapping(entries)
        default: return .scalar(text(&random))
        }
    }

    static func text(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

/// Writes trees as YAML in styles that are chosen at random.
struct Emitter {
    var random: SplitMix64

    mutating func document(_ tree: Tree) -> String {
        let start = random.chance(1, in: 4) ? "# a remark\n--- \n" : ""
        switch tree {
        case .scalar(let text): return start + scalar(text, isKey: false, inFlow: false, indent: 0) + "\n"
        default: return start + (random.chance(1, in: 3) ? flow(tree) + "\n" : block(tree, indent: 0))
        }
    }

    private mutating func block(_ tree: Tree, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        switch tree {
        case .sequence(let elements) where !elements.isEmpty:
            return elements.map { margin + "-" + value($0, indent: indent) + remark() + "\n" }.joined().dedoubled()
        case .mapping(let entries) where !entries.isEmpty:
            return
                entries.map { entry in
                    margin + scalar(entry.key, isKey: true, inFlow: false, indent: 0) + ":"
                        + value(entry.value, indent: indent) + remark()
                        + "\n"
                }
                .joined().dedoubled()
        default: return margin + flow(tree) + "\n"
        }
    }

    /// Empty lines and remarks between entries change nothing.
    private mutating func remark() -> String {
        random.chance(1, in: 8) ? "\n" : ""
    }

    /// What stands behind `-` or `:`, up to the end of its last line.
    private mutating func value(_ tree: Tree, indent: Int) -> String {
        let inner = indent + 1 + Int.random(in: 0...3, using: &random)
        switch tree {
        case .scalar(let text): return " " + scalar(text, isKey: false, inFlow: false, indent: inner)
        case .sequence(let elements) where !elements.isEmpty && random.chance(2, in: 3):
            return "\n" + String(block(tree, indent: inner).dropLast())
        case .mapping(let entries) where !entries.isEmpty && random.chance(2, in: 3):
            return "\n" + String(block(tree, indent: inner).dropLast())
        default: return " " + flow(tree)
        }
    }

    private mutating func flow(_ tree: Tree) -> String {
        switch tree {
        case .scalar(let text): return scalar(text, isKey: false, inFlow: true, indent: 0)
        case .sequence(let elements): return "[" + elements.map { flow($0) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            return "{"
                + entries.map { scalar($0.key, isKey: true, inFlow: true, indent: 0) + ": " + flow($0.value) }
                .joined(separator: ", ") + "}"
        }
    }

    private mutating func scalar(_ text: String, isKey: Bool, inFlow: Bool, indent: Int) -> String {
        let styles: [String?] = [
            isPlainSafe(text) ? text : nil, singleQuoted(text),
            isKey || inFlow || indent == 0 ? nil : literal(text, indent: indent), doubleQuoted(text),
        ]
        let possible = styles.compactMap(\.self)
        return possible.randomElement(using: &random) ?? doubleQuoted(text)
    }

    private func isPlainSafe(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "."
        }
    }

    private func singleQuoted(_ text: String) -> String? {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    private func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20: result += "\\x0\(scalar.value)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A block of lines, kept as they are; only for texts whose lines it can hold.
    private func literal(_ text: String, indent: Int) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.hasSuffix("\n"), lines.count > 1, lines.dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
        guard lines.allSatisfy({ line in line.first.map { $0 != " " && $0 != "\t" } ?? true }) else { return nil }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) else { return nil }
        let margin = String(repeating: " ", count: indent)
        return "|\n" + lines.dropLast().map { margin + $0 }.joined(separator: "\n")
    }
}

extension String {
    /// Without empty lines at the end.
    fileprivate func dedoubled() -> String {
        var text = self
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }
}
