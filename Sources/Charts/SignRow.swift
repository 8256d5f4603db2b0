import Markup

/// The row of signs beneath an axis that says why there is no value; where columns are narrow, neighbours of one kind
/// share a sign.
struct SignRow {
    private let signs: [AbsenceSign?]
    private let columns: ColumnAxis
    private let top: Double

    private static let height = 16.0

    /// The room that the row takes: hardly any where there is nothing in it.
    static func height(for signs: [AbsenceSign?]) -> Double { signs.contains { $0 != nil } ? height : 7 }

    init(_ signs: [AbsenceSign?], _ columns: ColumnAxis, top: Double) {
        self.signs = signs
        self.columns = columns
        self.top = top
    }

    func write(into markup: inout Markup) {
        let middle = top + Self.height / 2 + 1
        var position = 0
        while position < signs.count {
            var end = position
            while end + 1 < signs.count, signs[end + 1] == signs[position] { end += 1 }
            if let sign = signs[position] {
                if columns.width >= 14 {
                    for each in position...end { sign.draw(into: &markup, columns.middle(each), middle, size: 11) }
                } else {
                    write(sign, from: columns.left(of: position), to: columns.left(of: end) + columns.width, &markup)
                }
            }
            position = end + 1
        }
    }

    private func write(_ sign: AbsenceSign, from left: Double, to right: Double, _ markup: inout Markup) {
        let middle = top + Self.height / 2 + 1
        if right - left >= 14 {
            markup.line("chart-sign-run", left + 1, top + 3, right - 1, top + 3)
            sign.draw(into: &markup, (left + right) / 2, middle + 1, size: 10)
        } else {
            sign.draw(into: &markup, (left + right) / 2, middle, size: max(3, right - left))
        }
    }
}
