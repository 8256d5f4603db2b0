package import Diagnostics
package import YAML

extension LocalizedText {
    /// Whose languages a text may be in.
    package struct Owner: Sendable {
        /// What is said of a language that it does not have.
        package var unknownLanguage: @Sendable (String) -> Message
        package var hint: Message?

        package init(unknownLanguage: @escaping @Sendable (String) -> Message, hint: Message? = nil) {
            self.unknownLanguage = unknownLanguage
            self.hint = hint
        }

        package static let plan = Owner { "\($0) is no language of this plan" }
    }

    /// A text in several languages, `{en: …, ru: …}`, or a plain text in the first.
    ///
    /// - Parameters:
    ///   - node: where it stands.
    ///   - languages: the languages of the owner; none other may be used.
    ///   - mustHaveAll: whether a missing language is worth a warning.
    ///   - decoder: takes the diagnostics.
    ///   - owner: what the text belongs to.
    /// - Returns: the text, or nil after a diagnostic.
    package static func decode(
        _ node: Node,
        languages: [String],
        mustHaveAll: Bool,
        _ decoder: Decoder,
        owner: Owner = .plan
    ) -> LocalizedText? {
        guard node.kind == .mapping else {
            guard let text = decoder.string(node) else { return nil }
            if mustHaveAll, languages.count > 1 {
                decoder.report(
                    "missing-language",
                    "this text is in one language only",
                    severity: .warning,
                    at: node,
                    expected: "{\(languages.map { "\($0): …" }.joined(separator: ", "))}"
                )
            }
            return LocalizedText(text, language: languages.first ?? "en")
        }
        var entries: [Entry] = []
        for position in 0..<node.count {
            let language = node.key(position).text
            guard languages.contains(language) else {
                decoder.report(
                    "unknown-language",
                    owner.unknownLanguage(language),
                    at: node.key(position),
                    expected: "one of: \(languages.joined(separator: ", "))",
                    hint: node.style == .flow && position > 0 && node.value(position).isNull
                        ? "put quotes around a text that contains a comma" : owner.hint
                )
                continue
            }
            guard let text = decoder.string(node.value(position)) else { continue }
            entries.append(Entry(language: language, text: text))
        }
        let missing = languages.filter { language in !entries.contains { $0.language == language } }
        if mustHaveAll, !missing.isEmpty, !entries.isEmpty {
            decoder.report(
                "missing-language",
                "this text is missing in: \(missing.joined(separator: ", "))",
                severity: .warning,
                at: node
            )
        }
        if node.count == 0 { decoder.report("empty-value", "the text is empty", at: node, expected: "a text") }
        return entries.isEmpty ? nil : LocalizedText(entries)
    }
}
