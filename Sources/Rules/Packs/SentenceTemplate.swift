package import CEL
import Language

/// A sentence with values to be filled in, in several languages.
///
/// Very many sentences are made of one: they share it.
package final class SentenceTemplate: Sendable {
    /// The expressions of all languages, each once.
    package let expressions: [Program]
    /// The format of each expression, where it is first used.
    let formats: [SentenceFormat]
    let languages: [Entry]

    struct Entry: Hashable, Sendable {
        var language: String
        var parts: [Part]
    }

    enum Part: Hashable, Sendable {
        case text(String)
        /// The value of an expression, by position.
        case value(Int, SentenceFormat)
    }

    /// A sentence that a language model of no plan is needed for: the same words, without values.
    package init(words: [(language: String, text: String)]) {
        expressions = []
        formats = []
        languages = words.map { Entry(language: $0.language, parts: [.text($0.text)]) }
    }

    init(expressions: [Program], languages: [Entry]) {
        self.expressions = expressions
        self.languages = languages
        formats = expressions.indices.map { Self.format(of: $0, in: languages) }
    }

    private static func format(of expression: Int, in languages: [Entry]) -> SentenceFormat {
        for entry in languages {
            for case .value(expression, let format) in entry.parts {
                if case .forms = format { continue }
                return format
            }
        }
        return .number
    }
}

/// How a value is written in a sentence.
package enum SentenceFormat: Hashable, Sendable {
    case number
    /// With all its digits, whatever the indicator's.
    case exact
    case percent(decimals: Int)
    case integer
    case date
    case text
    case status
    case period
    case item
    case agency
    case items
    case agencies
    /// The forms of a noun, of which the number chooses one.
    case forms(String)

    /// The format of a name, such as `percent`, or nil.
    package init?(_ name: String) {
        switch name {
        case "number": self = .number
        case "percent": self = .percent(decimals: 0)
        case "percent1": self = .percent(decimals: 1)
        case "integer": self = .integer
        case "date": self = .date
        case "text": self = .text
        case "status": self = .status
        case "period": self = .period
        case "item": self = .item
        case "agency": self = .agency
        case "items": self = .items
        case "agencies": self = .agencies
        case "exact": self = .exact
        default:
            guard name.hasPrefix("forms:") else { return nil }
            self = .forms(String(name.dropFirst("forms:".count)))
        }
    }

    /// The names of all formats.
    package static let names = [
        "number", "exact", "percent", "percent1", "integer", "date", "text", "status", "period", "item", "agency",
        "items", "agencies",
        "forms: a / b",
    ]

    /// Whether values of a type can be written so.
    func accepts(_ type: CELType) -> Bool {
        switch (self, type) {
        case (_, .dyn), (.number, .double), (.number, .int), (.exact, .double), (.exact, .int), (.agencies, .list),
            (.percent, .double), (.percent, .int), (.integer, .int),
            (.integer, .double), (.date, .timestamp), (.forms, .int), (.forms, .double), (.items, .list):
            true
        case (.text, .string), (.status, .string), (.period, .string), (.item, .string), (.agency, .string): true
        default: false
        }
    }
}
