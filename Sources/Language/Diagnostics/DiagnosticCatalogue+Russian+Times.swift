/// When something happened, as diagnostics say it.
extension DiagnosticCatalogue {
    static let russianTimes: [String: String] = [
        "{1}\u{A0}{2}\u{A0}{3}": "{1}\u{A0}{2}\u{A0}{3}\u{A0}г.",
        "{1}, {2} UTC": "{1}, {2} UTC",
        "January": "января",
        "February": "февраля",
        "March": "марта",
        "April": "апреля",
        "May": "мая",
        "June": "июня",
        "July": "июля",
        "August": "августа",
        "September": "сентября",
        "October": "октября",
        "November": "ноября",
        "December": "декабря",
    ]
}
