/// Gives sheets names that every program takes, no two the same.
struct SheetNames {
    private var taken: Set<String> = []

    /// The name that is nearest to a text: at most 31 units of UTF-16, without the signs that names cannot have.
    mutating func name(for text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isForbidden = scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar)
            scalars.append(isForbidden || scalar.properties.isWhitespace ? " " : scalar)
        }
        var cleaned = String(scalars)
        while let last = cleaned.utf8.last, last == 0x20 || last == 0x27 { cleaned.unicodeScalars.removeLast() }
        while let first = cleaned.utf8.first, first == 0x20 || first == 0x27 { cleaned.unicodeScalars.removeFirst() }
        if cleaned.isEmpty { cleaned = "Sheet" }
        // Excel keeps this name for itself.
        if cleaned.lowercased() == "history" { cleaned += "_" }
        var candidate = Self.shortened(cleaned, to: 31)
        var number = 1
        while !taken.insert(candidate.lowercased()).inserted {
            number += 1
            let ending = " (\(number))"
            candidate = Self.shortened(cleaned, to: 31 - ending.utf16.count) + ending
        }
        return candidate
    }

    private static func shortened(_ text: String, to count: Int) -> String {
        guard text.utf16.count > count else { return text }
        var result = text
        while result.utf16.count > count - 1 { result.unicodeScalars.removeLast() }
        while result.utf8.last == 0x20 { result.unicodeScalars.removeLast() }
        return result + "…"
    }
}
