/// The sentences of one language, found under their English patterns.
///
/// A pattern has `{1}`, `{2}`, … where values go; forms of a noun are separated by ` / `.
package struct Catalogue: Sendable {
    /// The language of the sentences.
    package let language: WrittenLanguage
    private let patterns: [String: String]

    /// A catalogue.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - patterns: the sentences by their English patterns; English needs none.
    package init(_ language: WrittenLanguage, patterns: [String: String]) {
        self.language = language
        self.patterns = patterns
    }

    /// The pattern in this language; nil where it is missing, and for English.
    package func pattern(_ english: String) -> String? { patterns[english] }

    /// A sentence in this language, in English where it is missing.
    package func callAsFunction(_ english: String, _ values: String...) -> String {
        let pattern = patterns[english] ?? english
        guard !values.isEmpty else { return pattern }
        var result = ""
        var rest = pattern.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let after = rest.index(after: open)
            guard let close = rest[after...].firstIndex(of: UInt8(ascii: "}")),
                let number = Int(Substring(rest[after..<close])), values.indices.contains(number - 1)
            else {
                result += Substring(rest[..<after])
                rest = rest[after...]
                continue
            }
            result += Substring(rest[..<open])
            result += values[number - 1]
            rest = rest[rest.index(after: close)...]
        }
        return result + Substring(rest)
    }

    /// A number and the form of a noun that goes with it: `3 reports`.
    package func count(_ number: Int, _ forms: String) -> String {
        language.number(number) + "\u{A0}" + language.form(Double(number), of: patterns[forms] ?? forms)
    }
}
