extension WrittenLanguage {
    /// How many forms a noun has after numbers.
    ///
    /// English: one, other. Russian: one, few, many; a number with a fraction takes the second. Turkmen: nouns stay singular.
    package var pluralForms: Int {
        switch self {
        case .english: 2
        case .russian: 3
        case .turkmen: 1
        }
    }

    /// Which of a noun's forms goes with a number, from 0.
    package func pluralForm(_ number: Double) -> Int {
        let magnitude = abs(number)
        switch self {
        case .turkmen: return 0
        case .english: return magnitude == 1 ? 0 : 1
        case .russian:
            guard magnitude == magnitude.rounded(), magnitude < 1e15 else { return 1 }
            let whole = Int(magnitude)
            if whole % 10 == 1, whole % 100 != 11 { return 0 }
            return (2...4).contains(whole % 10) && !(12...14).contains(whole % 100) ? 1 : 2
        }
    }

    /// The form that goes with a number, of forms separated by ` / `: `report / reports`.
    package func form(_ number: Double, of forms: String) -> String {
        let parts = forms.utf8.split(separator: UInt8(ascii: "/"))
        guard let last = parts.last else { return forms }
        let index = pluralForm(number)
        var form = parts.indices.contains(index) ? parts[index] : last
        while form.first == UInt8(ascii: " ") { form.removeFirst() }
        while form.last == UInt8(ascii: " ") { form.removeLast() }
        return String(Substring(form))
    }

    /// An ordinal number in figures: 1st, 1-й, 1-nji.
    ///
    /// Turkmen: the suffix follows the vowels of the number's last word: -njy after altmyş, kyrk, otuz, on, dokuz, alty,
    /// togsan; -nji after the others (awaits review by a native reader).
    package func ordinal(_ number: Int) -> String {
        switch self {
        case .english:
            let suffix =
                switch (number % 10, number % 100) {
                case (_, 11...13): "th"
                case (1, _): "st"
                case (2, _): "nd"
                case (3, _): "rd"
                default: "th"
                }
            return "\(number)\(suffix)"
        case .russian: return "\(number)-й"
        case .turkmen: return "\(number)-\(Self.hasBackVowels(number) ? "njy" : "nji")"
        }
    }

    /// Whether the last word of a Turkmen number has back vowels: alty 6, dokuz 9, on 10, otuz 30, kyrk 40, altmyş 60,
    /// togsan 90, million.
    private static func hasBackVowels(_ number: Int) -> Bool {
        if number % 10 != 0 { return [6, 9].contains(number % 10) }
        if number % 100 != 0 { return [10, 30, 40, 60, 90].contains(number % 100) }
        return number != 0 && number % 1_000_000 == 0
    }

    /// Several words as a list: A, B and C.
    package func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        let and =
            switch self {
            case .english: " and "
            case .russian: " и "
            case .turkmen: " we "
            }
        return words.dropLast().joined(separator: ", ") + and + last
    }

    /// A key by which texts sort as the language's alphabet has it, letters before their case.
    package func sortingKey(_ text: String) -> [Int] {
        text.lowercased().unicodeScalars
            .map { scalar in
                Self.alphabetPosition[scalar] ?? Int(scalar.value) + 1000
            }
    }

    private static let alphabetPosition: [Unicode.Scalar: Int] = {
        var positions: [Unicode.Scalar: Int] = [:]
        let order = " -.0123456789abcçdeäfghijžklmnňoöpqrsştuüvwxyýz" + "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        for (index, scalar) in order.unicodeScalars.enumerated() { positions[scalar] = index }
        return positions
    }()
}
