import ActionPlan
import Diagnostics
import Language

extension PageMaker {
    /// What diagnostics say, in whole sentences of the reader's language.
    ///
    /// - Parameters:
    ///   - diagnostics: what is said.
    ///   - keys: reports that may be meant; they are named as people name them, and not by their codes.
    /// - Returns: the sentences, one after the other.
    func sentences(_ diagnostics: [Diagnostic], about keys: [ReportKey] = []) -> String {
        diagnostics.map { sentences($0, about: keys) }.joined(separator: " ")
    }

    /// What a diagnostic says, what it expected and how to mend it.
    ///
    /// - Parameters:
    ///   - diagnostic: what is said.
    ///   - keys: reports that may be meant.
    ///   - typed: what was typed at its place; it is quoted where the sentence begins with it.
    /// - Returns: the sentences.
    func sentences(_ diagnostic: Diagnostic, about keys: [ReportKey] = [], typed: String? = nil) -> String {
        let parts = sentence(diagnostic, about: keys, typed: typed)
        return ([parts.first] + parts.more).joined(separator: " ")
    }

    /// The same in parts: what is wrong, and what is to be done about it.
    func sentence(
        _ diagnostic: Diagnostic,
        about keys: [ReportKey] = [],
        typed: String? = nil
    ) -> (first: String, more: [String]) {
        if diagnostic.identifier == "period-locked" {
            return (
                words("The period is closed: nothing can be sent or judged. The secretariat can open it again."), []
            )
        }
        if let sentence = notEntitled(diagnostic) { return (sentence, []) }
        let translation = DiagnosticCatalogue.translation(into: writing)
        var text = diagnostic.message.text(translation)
        for key in keys {
            text = text.replacing("\(key.item) \(key.period) \(key.agency)", with: name(of: key))
        }
        if let typed, !typed.isEmpty, text.hasPrefix(typed) { text = words.quoted(typed) + text.dropFirst(typed.count) }
        var more: [String] = []
        if let expected = diagnostic.expected { more.append(words("Expected: {1}", expected.text(translation))) }
        if let hint = diagnostic.hint { more.append(hint.text(translation)) }
        return (Self.sentence(text), more.map(Self.sentence))
    }

    /// That an agency does not report on an item, with their names and those who do; nil where that is not said.
    private func notEntitled(_ diagnostic: Diagnostic) -> String? {
        let arguments = diagnostic.message.arguments
        guard diagnostic.identifier == "not-entitled", arguments.count == 2 else { return nil }
        let item = ItemID(rawValue: arguments[1])
        let others = index.entitledReporters(of: item).map { body($0.rawValue) }.joined(separator: "; ")
        let named = (body(arguments[0]), words.quoted(title(of: item)))
        return others.isEmpty
            ? words("{1} does not report on {2}; the plan names nobody who does.", named.0, named.1)
            : words("{1} does not report on {2}. Those who do: {3}.", named.0, named.1, others)
    }

    /// A report as people name it: item, agency, period.
    func name(of key: ReportKey) -> String {
        "\(words.quoted(title(of: key.item))) (\(body(key.agency.rawValue)), \(name(of: key.period, for: key.item)))"
    }

    /// A text with a capital letter and a stop; the name of a file at its beginning stays as it is.
    private static func sentence(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return text }
        let isName = text.prefix { $0 != " " }.dropLast().contains(".")
        let capitalized = isName ? text : String(first).uppercased() + String(text.unicodeScalars.dropFirst())
        return [".", "!", "?"].contains(last) ? capitalized : capitalized + "."
    }
}

extension Catalogue {
    /// A text in the quotation marks of the language.
    func quoted(_ text: String) -> String {
        switch language {
        case .russian: "«\(text)»"
        case .english, .turkmen: "“\(text)”"
        }
    }
}
