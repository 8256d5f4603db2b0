package import ActionPlan

extension Sentence {
    /// The sentence in a language, in the first it exists in where it does not exist in that one, with the language
    /// it is in, so that a page can mark it.
    package func best(for language: String) -> LocalizedText.Entry {
        let found = template.languages.first { $0.language == language } ?? template.languages.first
        return LocalizedText.Entry(language: found?.language ?? language, text: text(language))
    }
}
