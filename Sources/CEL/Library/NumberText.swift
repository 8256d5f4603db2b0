/// How numbers are written.
enum NumberText {
    /// The shortest decimal digits that give the same double, without `.0`: 1, 0.1, 1e+21.
    static func shortest(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
