/// How numbers are written.
enum NumberText {
    /// The shortest decimal digits that give the same double, without `.0`: 1, 0.1, 1e+21.
    static func shortest(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        if abs(number) < 1e15, let whole = Int64(exactly: number), whole != 0 || number.sign == .plus {
            return String(whole)
        }
        let text = number.description
        return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
    }
}
