import Language

/// The words of the tracker and what they mean, the only list of them.
///
/// The glossary page shows it, and the table in the folder of documents is the same list.
struct Glossary: Sendable {
    var sections: [Section]

    struct Section: Sendable {
        var title: Text
        var terms: [Term]
    }

    struct Term: Sendable {
        var name: Text
        var meaning: Text
    }

    /// Something in the three languages.
    struct Text: Hashable, Sendable {
        var english: String
        var russian: String
        var turkmen: String

        func callAsFunction(_ language: WrittenLanguage) -> String {
            switch language {
            case .english: english
            case .russian: russian
            case .turkmen: turkmen
            }
        }
    }

    /// All words.
    static let all = Glossary(table)

    /// Reads lines as ``table`` has them; one that is not whole is left out.
    init(_ table: String) {
        sections = []
        for line in table.split(separator: "\n") {
            let isTitle = line.hasPrefix("# ")
            let fields = (isTitle ? line.dropFirst(2) : line).components(between: " | ")
            if isTitle, fields.count == 3 {
                sections.append(Section(title: Text(fields), terms: []))
            } else if fields.count == 6, !sections.isEmpty {
                let term = Term(name: Text(fields), meaning: Text(Array(fields.suffix(3))))
                sections[sections.count - 1].terms.append(term)
            }
        }
    }

    /// What a word means, by its English name.
    func meaning(of name: String, in language: WrittenLanguage) -> String? {
        for section in sections {
            if let term = section.terms.first(where: { $0.name.english == name }) { return term.meaning(language) }
        }
        return nil
    }

    /// The table of docs/glossary.md.
    var markdown: String {
        var lines = ["| English | Русский | Türkmençe | What it is |", "|---|---|---|---|"]
        for section in sections {
            lines.append("| **\(section.title.english)** | | | |")
            for term in section.terms {
                let name = term.name
                lines.append("| \(name.english) | \(name.russian) | \(name.turkmen) | \(term.meaning.english) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Glossary.Text {
    fileprivate init(_ fields: [String]) { self.init(english: fields[0], russian: fields[1], turkmen: fields[2]) }
}

extension Substring {
    fileprivate func components(between separator: String) -> [String] {
        var parts: [String] = []
        var rest = self
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
