extension Catalogue {
    /// A catalogue from a table with one sentence to a line: the English pattern, `=>`, the pattern of the language.
    package init(_ language: WrittenLanguage, table: String) {
        var patterns: [String: String] = [:]
        for line in table.split(separator: "\n") {
            guard let arrow = line.firstRange(of: " => ") else { continue }
            patterns[String(line[..<arrow.lowerBound])] = String(line[arrow.upperBound...])
        }
        self.init(language, patterns: patterns)
    }
}
