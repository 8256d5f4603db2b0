import Foundation
import Language

/// What is said of a command that is written wrongly, in the language of whoever wrote it.
///
/// The argument parser says it in English; its sentences are known again by their patterns. One that is not known stays as
/// it is: a mistake is told in any case.
struct UsageMistake {
    private let language: WrittenLanguage
    private let patterns: [String: String]

    init(_ language: WrittenLanguage) {
        self.language = language
        patterns = DiagnosticCatalogue.patterns(in: language)
    }

    /// The language asked for with `--language`, else that of the environment, English where that is none of ours.
    static func language(_ arguments: [String], _ environment: [String: String]) -> WrittenLanguage {
        var tag: String?
        for (position, argument) in arguments.enumerated() {
            if argument.hasPrefix("--language=") { tag = String(argument.dropFirst("--language=".count)) }
            if argument == "--language", position + 1 < arguments.count { tag = arguments[position + 1] }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return WrittenLanguage(tag: tag ?? String((locale ?? "").prefix { $0.isLetter }))
    }

    /// The message of the argument parser in the language; help on single options, which is in English, is left out.
    func text(_ message: String) -> String {
        guard language != .english else { return message }
        return message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .filter { !$0.hasPrefix("Help:  ") }
            .map { line in
                for label in Self.labels where line.hasPrefix(label) {
                    return sentence(label) + sentence(String(line.dropFirst(label.count)))
                }
                return sentence(line)
            }
            .joined(separator: "\n")
    }

    private static let labels = ["Error: ", "Usage: "]

    /// The sentences, the more precise ones first.
    private static let sentences = [
        "Missing expected argument '{1}'", "Missing one of: {1}", "Missing value for '{1}'",
        "Missing required subcommand.", "There is no command '{1}'. Did you mean '{2}'?", "There is no command '{1}'.",
        "Unknown option '{1}'. Did you mean '{2}'?", "Unknown option '{1}'",
        "Unexpected argument '{1}'", "{1} unexpected arguments: {2}",
        "The option '{1}' does not take any value, but '{2}' was specified.",
        "The value '{1}' is invalid for '{2}'. Please provide one of {3}.",
        "The value '{1}' is invalid for '{2}'. Please provide one of the following:",
        "The value '{1}' is invalid for '{2}': {3}", "The value '{1}' is invalid for '{2}'",
        "  See '{1}' for more information.",
    ]

    private func sentence(_ text: String) -> String {
        if let whole = patterns[text] { return whole }
        for pattern in Self.sentences {
            guard let values = Self.values(of: pattern, in: text), let translated = patterns[pattern] else { continue }
            var result = translated
            for (position, value) in values.enumerated() {
                result = result.replacing("{\(position + 1)}", with: patterns[value] ?? list(value))
            }
            return result
        }
        return text
    }

    /// An English list of words in quotation marks, without its conjunction.
    private func list(_ text: String) -> String {
        guard text.hasPrefix("'") else { return text }
        return text.replacing("', and '", with: "', '").replacing("', or '", with: "', '")
            .replacing("' and '", with: "', '").replacing("' or '", with: "', '")
    }

    /// What stands for the values of a pattern in a text that has its words; nil where it has not.
    private static func values(of pattern: String, in text: String) -> [String]? {
        var words: [Substring] = []
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            words.append(rest[..<open])
            rest = rest[rest.index(after: close)...]
        }
        guard var remaining = text.hasPrefix(words.first ?? rest) ? text.dropFirst((words.first ?? rest).count) : nil
        else { return nil }
        var values: [String] = []
        for word in words.dropFirst() {
            guard let found = remaining.firstRange(of: word) else { return nil }
            values.append(String(remaining[..<found.lowerBound]))
            remaining = remaining[found.upperBound...]
        }
        guard !words.isEmpty else { return remaining.isEmpty ? [] : nil }
        guard remaining.hasSuffix(rest) else { return nil }
        return values + [String(remaining.dropLast(rest.count))]
    }
}
