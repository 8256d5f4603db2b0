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

    /// The names of as many periods as fit without touching: all of them, in full or short, else every second, third
    /// and so on, the last always among them.
    func labels(baseline: Double) -> [Label] {
        let gap = 6.0
        let extent = (left: left - 24.0, right: right + 10)
        var ends: [Label] = []
        if let before {
            ends.append(edge(before, middleBefore, baseline, extent))
        }
        if let after {
            ends.append(edge(after, middleAfter, baseline, extent))
        }
        for texts in [periods.map(\.full), periods.map { $0.short ?? $0.full }] {
            let placed = texts.enumerated().map { edge($1, middle($0), baseline, extent) }
            if fits(ends + placed, gap) { return ends + placed }
        }
        let texts = periods.map { $0.short ?? $0.full }
        for step in 2...max(2, periods.count + 1) {
            let kept = periods.indices.filter { (periods.count - 1 - $0) % step == 0 }
            let placed = kept.map { edge(texts[$0], middle($0), baseline, extent) }
            if fits(ends + placed, gap) { return ends + placed }
            let clear = placed.filter { label in !ends.contains { touches($0, label, gap) } }
            if clear.count >= 2, fits(clear, gap), fits(ends, gap) { return ends + clear }
        }
        var field = LabelField(bounds: Box(left: extent.left, top: -1e9, right: extent.right, bottom: 1e9))
        let room = extent.right - extent.left
        for label in ends
            + texts.suffix(1)
            .map({ edge(TextMeasure.shortened($0, to: room), middle(periods.count - 1), baseline, extent) })
        {
            field.place(label)
        }
        return field.labels
    }

    /// A label under a column, moved inwards where it would hang over the edge.
    private func edge(_ text: String, _ x: Double, _ baseline: Double, _ extent: (left: Double, right: Double)) -> Label
    {
        let half = TextMeasure.width(of: text) / 2
        let moved = min(max(x, extent.left + half), max(extent.right - half, extent.left + half))
        return Label(text: text, x: moved, baseline: baseline, anchor: .middle, style: "chart-tick")
    }

    private func touches(_ first: Label, _ second: Label, _ gap: Double) -> Bool {
        first.box.left - gap < second.box.right && second.box.left - gap < first.box.right
    }

    private func fits(_ labels: [Label], _ gap: Double) -> Bool {
        let sorted = labels.sorted { $0.x < $1.x }
        guard sorted.allSatisfy({ $0.box.right <= right + 10.5 }) else { return false }
        return zip(sorted, sorted.dropFirst()).allSatisfy { !touches($0, $1, gap) }
    }
}
