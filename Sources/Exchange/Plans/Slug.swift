/// Identifiers made of titles.
package enum Slug {
    private static let letters: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "ä": "a", "ç": "ch", "ž": "zh", "ň": "n", "ö": "o", "ş": "sh", "ü": "u", "ý": "y", "é": "e",
        "è": "e",
        "á": "a", "í": "i", "ó": "o", "ú": "u", "ñ": "n",
    ]

    /// At most so many small Latin letters and digits, with hyphens between words; nothing where a text has none.
    package static func make(_ text: String, limit: Int = 32) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
            default:
                if let latin = letters[scalar] {
                    result += latin
                } else if !result.isEmpty, !result.hasSuffix("-") {
                    result += "-"
                }
            }
        }
        result = String(result.prefix(limit))
        while result.hasSuffix("-") { result.removeLast() }
        return result
    }
}

/// Gives out identifiers, no two the same.
package struct SlugBook {
    private var taken: Set<String> = []

    package init() {}

    /// The identifier that is nearest to a wish.
    package mutating func id(_ wish: String) -> String {
        let wish = wish.isEmpty ? "x" : wish
        if taken.insert(wish).inserted { return wish }
        var number = 2
        while !taken.insert("\(wish)-\(number)").inserted { number += 1 }
        return "\(wish)-\(number)"
    }
}
