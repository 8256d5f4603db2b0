/// The horizontal axis of a chart: a column for each period, one before them for the baseline and one after them for
/// a target beyond, each where there is one.
struct ColumnAxis {
    private let before: String?
    private let after: String?
    private let periods: [(full: String, short: String?)]
    private let left: Double
    private let right: Double
    /// The width of a column.
    let width: Double

    init(before: String?, labels: [(full: String, short: String?)], after: String?, left: Double, right: Double) {
        self.before = before
        self.after = after
        self.left = left
        self.right = right
        periods = labels
        let count = labels.count + (before == nil ? 0 : 1) + (after == nil ? 0 : 1)
        width = (right - left) / Double(max(count, 1))
    }

    /// The left edge of a period's column.
    func left(of position: Int) -> Double { left + width * Double(position + (before == nil ? 0 : 1)) }
    /// The middle of a period's column.
    func middle(_ position: Int) -> Double { left(of: position) + width / 2 }
    /// The middle of the baseline's column.
    var middleBefore: Double { left + width / 2 }
    /// The middle of the column after all periods.
    var middleAfter: Double { left(of: periods.count) + width / 2 }

    /// The names of as many periods as fit without touching: all of them, in full, short or shortened, else every
    /// second, third and so on, the last always among them.
    func labels(baseline: Double) -> [Label] {
        let row = Row(baseline: baseline, left: left - 24, right: right + 10)
        let full = periods.map(\.full)
        let short = periods.map { $0.short ?? $0.full }
        let ends = row.labels(at: [(before, middleBefore), (after, middleAfter)])
        for texts in [full, short] {
            let labels = ends + row.labels(at: places(texts))
            if row.fits(labels) { return labels }
        }
        if width >= 48, periods.contains(where: { $0.short == nil }) {
            let cut = (short + [before, after].compactMap(\.self))
                .map { TextMeasure.shortened($0, to: width - Row.gap) }
            let labels =
                row.labels(at: places(Array(cut.prefix(periods.count))))
                + row.labels(
                    at: [(before, middleBefore), (after, middleAfter)]
                        .map { text, x in (text.map { TextMeasure.shortened($0, to: width - Row.gap) }, x) }
                )
            if row.fits(labels) { return labels }
        }
        for step in 2...max(2, periods.count + 1) {
            let kept = places(short).enumerated().filter { (periods.count - 1 - $0.offset) % step == 0 }.map(\.element)
            let labels = row.labels(at: kept)
            if row.fits(ends + labels) { return ends + labels }
            let clear = labels.filter { label in !ends.contains { row.touch($0, label) } }
            if clear.count >= 2, row.fits(clear), row.fits(ends) { return ends + clear }
        }
        var field = LabelField(bounds: Box(left: row.left, top: -1e9, right: row.right, bottom: 1e9))
        let last = short.suffix(1)
            .map { (TextMeasure.shortened($0, to: row.right - row.left), middle(periods.count - 1)) }
        for label in ends + row.labels(at: last) { field.place(label) }
        return field.labels
    }

    private func places(_ texts: [String]) -> [(String?, Double)] {
        texts.enumerated().map { ($1, middle($0)) }
    }

    /// The line on which names stand.
    private struct Row {
        var baseline: Double
        var left: Double
        var right: Double

        static let gap = 6.0

        /// Names under their columns, moved inwards where they would hang over the edge.
        func labels(at places: [(text: String?, x: Double)]) -> [Label] {
            places.compactMap { text, x in
                guard let text else { return nil }
                let half = TextMeasure.width(of: text) / 2
                let moved = min(max(x, left + half), max(right - half, left + half))
                return Label(text: text, x: moved, baseline: baseline, anchor: .middle, style: "chart-tick")
            }
        }

        func touch(_ first: Label, _ second: Label) -> Bool {
            first.box.left - Self.gap < second.box.right && second.box.left - Self.gap < first.box.right
        }

        func fits(_ labels: [Label]) -> Bool {
            let sorted = labels.sorted { $0.x < $1.x }
            return sorted.allSatisfy { $0.box.right <= right + 0.5 }
                && zip(sorted, sorted.dropFirst()).allSatisfy { !touch($0, $1) }
        }
    }
}
