/// When something happened, as diagnostics say it.
extension DiagnosticCatalogue {
    static let turkmenTimes: [String: String] = [
        "{1}\u{A0}{2}\u{A0}{3}": "{1}\u{A0}{2}\u{A0}{3}",
        "{1}, {2} UTC": "{1}, {2} UTC",
        "January": "ýanwar",
        "February": "fewral",
        "March": "mart",
        "April": "aprel",
        "May": "maý",
        "June": "iýun",
        "July": "iýul",
        "August": "awgust",
        "September": "sentýabr",
        "October": "oktýabr",
        "November": "noýabr",
        "December": "dekabr",
    ]
}
