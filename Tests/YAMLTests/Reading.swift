import Diagnostics

@testable import YAML

/// Reads a text as YAML.
func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) -> (document: Document?, diagnostics: [Diagnostic]) {
    parse(Array(text.utf8), limits: limits)
}

/// Reads bytes as YAML.
func parse(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> (document: Document?, diagnostics: [Diagnostic]) {
    Document.parse(SourceText(name: "test.yaml", bytes: bytes), limits: limits)
}

/// The first problem of a text with its place: `duplicate-key 2:1`.
func problem(_ text: String, limits: YAMLLimits = YAMLLimits()) -> String {
    parse(text, limits: limits).diagnostics.first.map(brief) ?? "none"
}

/// Name and place of a diagnostic.
func brief(_ diagnostic: Diagnostic) -> String {
    diagnostic.identifier + (diagnostic.span.map { " \($0.start.line):\($0.start.column)" } ?? "")
}

/// A document without places and styles, to compare what was read with what was meant.
indirect enum Tree: Hashable, CustomStringConvertible {
    case scalar(String)
    case sequence([Tree])
    case mapping([Entry])

    struct Entry: Hashable {
        var key: String
        var value: Tree
    }

    init(_ node: Node) {
        switch node.kind {
        case .scalar: self = .scalar(node.text)
        case .sequence: self = .sequence(node.elements.map(Tree.init))
        case .mapping:
            self = .mapping((0..<node.count).map { Entry(key: node.key($0).text, value: Tree(node.value($0))) })
        }
    }

    var description: String {
        switch self {
        case .scalar(let text): "\"\(text)\""
        case .sequence(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .mapping(let entries):
            "{\(entries.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}"
        }
    }
}

/// What a text without mistakes says, written in one line.
func tree(_ text: String) -> String {
    let (document, diagnostics) = parse(text)
    return document.map { Tree($0.root).description } ?? diagnostics.map(brief).joined(separator: ", ")
}
