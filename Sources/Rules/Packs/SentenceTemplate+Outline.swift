import CEL

extension SentenceTemplate {
    /// A stretch of a sentence whose values are not filled in.
    package enum Piece: Hashable, Sendable {
        case words(String)
        /// The expression, as it is written, whose value goes here.
        case expression(String)
        /// The forms of a noun, of which a number chooses one.
        case forms(String)
    }

    /// The sentence before its values are filled in, in a language, or the first it exists in, with that language.
    package func outline(for language: String) -> (language: String, pieces: [Piece]) {
        guard let entry = languages.first(where: { $0.language == language }) ?? languages.first else {
            return (language, [])
        }
        return (
            entry.language,
            entry.parts.map { part in
                switch part {
                case .text(let text): .words(text)
                case .value(_, .forms(let forms)): .forms(forms)
                case .value(let index, _): .expression(expressions[index].text)
                }
            }
        )
    }
}
