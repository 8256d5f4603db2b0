/// The bodies that cells of a plan name, one or several in each.
struct AgencyNames {
    /// In the order in which they are first named.
    private(set) var all: [(id: String, name: String)] = []
    /// Cells without signs between names, which were divided at abbreviations and at names known from other cells: a guess.
    private(set) var guessed: [(cell: String, names: [String])] = []
    /// Names of several words that stand alone in a cell, without any abbreviation; the longest first.
    private let standing: [[String]]
    private var slugs = SlugBook()
    private var ids: [String: String] = [:]

    /// - Parameter cells: all cells that name bodies.
    init(_ cells: [String]) {
        let whole = Set(
            cells.flatMap(Self.parts).map(Self.words)
                .filter { $0.count > 1 && !$0.contains(where: Self.isAbbreviation) }
        )
        standing = whole.sorted { ($0.count, $1.joined()) > ($1.count, $0.joined()) }
    }

    /// The identifiers of the bodies in a cell.
    mutating func ids(in cell: String) -> [String] {
        var ids: [String] = []
        for part in Self.parts(of: cell) {
            let names = divided(Self.words(of: part)[...]).map { Self.trimmed($0.joined(separator: " ")) }
                .filter { !$0.isEmpty }
            if names.count > 1, !guessed.contains(where: { $0.cell == part }) { guessed.append((part, names)) }
            for name in names {
                let id = id(of: name)
                if !ids.contains(id) { ids.append(id) }
            }
        }
        return ids
    }

    private mutating func id(of name: String) -> String {
        let key = ReportColumn.fold(name)
        if let known = ids[key] { return known }
        let id = slugs.id(Slug.make(name))
        ids[key] = id
        all.append((id, name))
        return id
    }

    // MARK: - Dividing

    /// What signs and line ends divide.
    private static func parts(of cell: String) -> [String] {
        var parts: [String] = [""]
        var scalars = Substring(cell).unicodeScalars
        while let scalar = scalars.popFirst() {
            let next = scalars.first { !$0.properties.isWhitespace }
            // A comma inside a name is followed by a small letter: "Ministry of Labour, employment and …".
            let isComma = scalar == "," && !(next?.properties.isLowercase ?? false)
            if isComma || ";\n\r•".unicodeScalars.contains(scalar) {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        return parts.map(trimmed).filter { !$0.isEmpty && !ReportVocabulary.isPlaceholder($0) }
    }

    private static func words(of part: String) -> [String] {
        part.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            .map { String(String.UnicodeScalarView($0)) }
    }

    private static func trimmed(_ text: String) -> String {
        var result = CSVScanner.trimmed(text)
        while let last = result.unicodeScalars.last, ".,;:-–".unicodeScalars.contains(last) {
            result.unicodeScalars.removeLast()
        }
        return CSVScanner.trimmed(result)
    }

    /// `SSES`, `MoH&MIT`: a word of which more than one letter is a capital.
    private static func isAbbreviation(_ word: String) -> Bool {
        word.unicodeScalars.first?.properties.isAlphabetic == true
            && trimmed(word).unicodeScalars.count { $0.properties.isUppercase } > 1
    }

    /// The names in some words.
    private func divided(_ words: ArraySlice<String>) -> [ArraySlice<String>] {
        guard let start = words.indices.first(where: { Self.isAbbreviation(words[$0]) }) else { return known(words) }
        return known(words[..<start]) + [words[start...start]] + divided(words[(start + 1)...])
    }

    /// Words without abbreviation, divided where a name stands in them that stands alone elsewhere.
    private func known(_ words: ArraySlice<String>) -> [ArraySlice<String>] {
        guard !words.isEmpty, !standing.contains(Array(words)) else { return words.isEmpty ? [] : [words] }
        for name in standing where name.count < words.count {
            guard
                let start = words.indices.first(where: { words[$0...].starts(with: name) }),
                // A name that only begins another one divides nothing.
                words.index(start, offsetBy: name.count) == words.endIndex
                    || words[start + name.count].unicodeScalars.first?.properties.isUppercase == true
            else { continue }
            let end = start + name.count
            return known(words[..<start]) + [words[start..<end]] + known(words[end...])
        }
        return [words]
    }
}
