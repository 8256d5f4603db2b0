import ActionPlan
import Language

/// A sentence with its values, which can be said in every language of the pack that it comes from.
package struct Sentence: Sendable {
    let template: SentenceTemplate
    let values: [SentenceValue]

    /// A sentence.
    init(_ template: SentenceTemplate, _ values: [SentenceValue]) {
        self.template = template
        self.values = values
    }

    /// The sentence in a language, in the first it exists in where it does not exist in that one.
    package func text(_ language: String) -> String {
        guard let entry = template.languages.first(where: { $0.language == language }) ?? template.languages.first
        else {
            return ""
        }
        let writing = WrittenLanguage(tag: entry.language)
        return entry.parts
            .map { part in
                switch part {
                case .text(let text): text
                case .value(let index, let format): values[index].written(as: format, writing, entry.language)
                }
            }
            .joined()
    }

    /// The languages that it exists in, in the order of the pack.
    package var languages: [String] { template.languages.map(\.language) }

    /// The same sentence with its figures taken out, for readers who must not see them.
    package func replaced(by words: [(language: String, text: String)]) -> Sentence {
        Sentence(SentenceTemplate(words: words), [])
    }
}

extension Sentence: Equatable {
    /// Whether two sentences read the same in every language.
    package static func == (left: Sentence, right: Sentence) -> Bool {
        left.template.languages == right.template.languages && left.values == right.values
    }
}

/// A value in a sentence, apart from any language.
enum SentenceValue: Hashable, Sendable {
    case number(Double, decimals: Int)
    case integer(Int64)
    case day(Day)
    case text(String)
    case names([LocalizedText])
    case absent

    func written(as format: SentenceFormat, _ writing: WrittenLanguage, _ language: String) -> String {
        switch (self, format) {
        case (.number(let value, _), .percent(let decimals)): writing.percent(value, decimals: decimals)
        case (.number(let value, _), .exact): writing.number(value, decimals: 0...6)
        case (.number(let value, _), .integer): writing.number(value, decimals: 0...0)
        case (.number(let value, _), .forms(let forms)): writing.form(value, of: forms)
        case (.number(let value, let decimals), _): writing.number(value, decimals: 0...decimals)
        case (.integer(let value), .forms(let forms)): writing.form(Double(value), of: forms)
        case (.integer(let value), .percent(let decimals)): writing.percent(Double(value), decimals: decimals)
        case (.integer(let value), _): writing.number(Int(value))
        case (.day(let day), _): writing.shortDate(day)
        case (.text(let text), _): text
        case (.names(let names), _): writing.list(names.map { $0.best(for: language).text })
        case (.absent, _): "–"
        }
    }
}
