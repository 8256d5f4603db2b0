import CEL
import Diagnostics
import Language

extension Sentence {
    /// That a rule could not be evaluated, and why, in every language that the program speaks.
    static func failure(of rule: String, _ error: EvaluationError) -> Sentence {
        let words = WrittenLanguage.allCases.map { language in
            let reason = error.message.text(DiagnosticCatalogue.translation(into: language))
            let say = RulesWords.table.catalogue(language.rawValue)
            return (
                language: language.rawValue,
                text: say("The rule “{1}” could not be evaluated: {2}.", rule, reason)
            )
        }
        return Sentence(SentenceTemplate(words: words), [])
    }
}
