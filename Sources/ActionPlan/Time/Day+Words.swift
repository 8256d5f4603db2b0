package import Diagnostics

// Days and instants as the reader's language writes them, for diagnostics about what happened.

extension Day {
    /// The day in words: 14 July 2020.
    package var words: Message {
        let date = date
        return "\(date.day)\u{A0}\(Self.months[date.month - 1])\u{A0}\(date.year)"
    }

    private static let months: [Message] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Moment {
    /// The instant in words: 14 July 2020, 05:30:00 UTC.
    package var words: Message {
        let day = day(at: .zero)
        let seconds = Int(self.seconds - Int64(day.number) * 86_400)
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        let time = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
        return "\(day.words), \(time) UTC"
    }
}
