import Diagnostics
import YAML

/// What keys such as `global_targets.1-1-title` stand for, by language: the files `translations/LANGUAGE/GROUP.yml`.
struct OpenSDGTranslations {
    private var texts: [String: [String: String]] = [:]

    /// The languages, in the order of their tags.
    var languages: [String] { texts.keys.sorted() }

    mutating func read(_ source: SourceText, language: String, group: String, _ notes: inout Notes) {
        let (document, problems) = Document.parse(source)
        notes.add(problems)
        guard let document, !problems.hasErrors else { return }
        add(document.root, group, language)
    }

    /// Keys within keys are joined by points.
    private mutating func add(_ node: Node, _ path: String, _ language: String) {
        switch node.kind {
        case .scalar: texts[language, default: [:]][path] = node.text
        case .mapping:
            for position in 0..<node.count {
                add(node.value(position), "\(path).\(node.key(position).text)", language)
            }
        case .sequence: break
        }
    }

    /// What a text says in a language: of a key what it stands for there.
    subscript(_ text: String, _ language: String) -> String? { texts[language]?[text] }

    /// Whether a text looks like a key: words and points, no space.
    static func isKey(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count >= 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                    }
            } && parts[0].utf8.contains { (65...122).contains($0) }
    }
}
