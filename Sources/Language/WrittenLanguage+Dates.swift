extension WrittenLanguage {
    /// The names of the months as they stand in a date.
    private var months: [String] {
        switch self {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        case .russian:
            [
                "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
                "ноября", "декабря",
            ]
        case .turkmen:
            [
                "ýanwar", "fewral", "mart", "aprel", "maý", "iýun", "iýul", "awgust", "sentýabr", "oktýabr", "noýabr",
                "dekabr",
            ]
        }
    }

    /// The names of the months on their own.
    private var standaloneMonths: [String] {
        switch self {
        case .english: months
        case .russian:
            [
                "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
                "декабрь",
            ]
        case .turkmen: months
        }
    }

    /// A date in figures: 29.04.2021, in English 29 Apr 2021.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - month: 1 to 12.
    ///   - day: from 1.
    /// - Returns: the date.
    package func shortDate(year: Int, month: Int, day: Int) -> String {
        switch self {
        case .english: "\(day)\u{A0}\(months[month - 1].prefix(3))\u{A0}\(year)"
        case .russian, .turkmen: "\(Self.padded(day)).\(Self.padded(month)).\(year)"
        }
    }

    /// A date in words: 29 April 2021, 29 апреля 2021 г., 29 aprel 2021.
    package func longDate(year: Int, month: Int, day: Int) -> String {
        "\(day) \(months[month - 1]) \(year)" + (self == .russian ? "\u{A0}г." : "")
    }

    /// A month with its year: April 2021, апрель 2021 г.
    package func month(year: Int, month: Int) -> String {
        "\(standaloneMonths[month - 1]) \(year)" + (self == .russian ? "\u{A0}г." : "")
    }

    /// A quarter: Q1 2021; in Russian `1-й кв. 2021 г.`; in Turkmen `2021, 1-nji çärýek`.
    package func quarter(year: Int, number: Int) -> String {
        switch self {
        case .english: "Q\(number) \(year)"
        case .russian: "\(number)-й кв. \(year)\u{A0}г."
        case .turkmen: "\(year), \(ordinal(number)) çärýek"
        }
    }

    /// A half of a year: first half of 2021, 1-е полугодие 2021 г., 2021, 1-nji ýarymýyllyk.
    package func halfYear(year: Int, number: Int) -> String {
        switch self {
        case .english: "\(number == 1 ? "first" : "second") half of \(year)"
        case .russian: "\(number)-е полугодие \(year)\u{A0}г."
        case .turkmen: "\(year), \(ordinal(number)) ýarymýyllyk"
        }
    }

    /// A half of a year in few letters: H1 2021, 1 п/г 2021, 1 ý/ý 2021.
    package func shortHalfYear(year: Int, number: Int) -> String {
        switch self {
        case .english: "H\(number) \(year)"
        case .russian: "\(number) п/г \(year)"
        case .turkmen: "\(number) ý/ý \(year)"
        }
    }

    /// A quarter in few letters, such as `Q1 2021`.
    package func shortQuarter(year: Int, number: Int) -> String {
        switch self {
        case .english: "Q\(number) \(year)"
        case .russian: "\(number) кв. \(year)"
        case .turkmen: "\(number) çär. \(year)"
        }
    }

    /// A month with its year in few letters: Apr 2021, in the others 04.2021.
    package func shortMonth(year: Int, month: Int) -> String {
        switch self {
        case .english: "\(months[month - 1].prefix(3)) \(year)"
        case .russian, .turkmen: "\(Self.padded(month)).\(year)"
        }
    }

    /// A year: 2021, 2021 г., 2021-nji ýyl.
    package func year(_ year: Int) -> String {
        switch self {
        case .english: String(year)
        case .russian: "\(year)\u{A0}г."
        case .turkmen: "\(ordinal(year)) ýyl"
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
