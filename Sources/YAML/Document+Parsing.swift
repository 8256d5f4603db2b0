package import Diagnostics

extension Document {
    /// Reads a text as one YAML document.
    ///
    /// - Returns: the document, or nil where it cannot be read, and everything that is wrong with it.
    package static func parse(
        _ source: SourceText,
        limits: YAMLLimits = YAMLLimits()
    ) -> (document: Document?, diagnostics: [Diagnostic]) {
        if let problem = EncodingCheck.problem(with: source, limits: limits) { return (nil, [problem]) }
        var composer = Composer(source: source, limits: limits)
        return composer.compose()
    }
}
