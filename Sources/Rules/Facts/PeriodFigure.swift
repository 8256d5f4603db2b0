import ActionPlan

/// What the parts of several agencies give together.
///
/// A sum exists only where every expected part is there; a nil part adds nothing; what is missing is never 0.
struct PeriodFigure {
    var state: ValueState
    var actual: Double?
    var value: ReportedValue?
    var cells: [ReportContent.Cell] = []

    /// - Parameters:
    ///   - parts: the parts that count.
    ///   - missing: the state where one of them is not there.
    ///   - levels: of an ordinal measure, from lowest to highest.
    init(of parts: [ReportedPart], missing: ValueState, levels: [Dimension.Category]) {
        guard !parts.isEmpty, parts.allSatisfy(\.isReceived) else {
            state = missing
            return
        }
        let values = parts.compactMap { part -> ReportedValue? in
            if case .value(let value)? = part.body { value } else { nil }
        }
        guard !values.isEmpty else {
            state = parts.allSatisfy { $0.state == .notApplicable } ? .notApplicable : .nilReport
            return
        }
        value = Self.together(values, levels: levels)
        actual = value?.number
        state = actual == 0 ? .zero : .value
        cells = Self.cells(of: parts)
    }

    /// Leaves no figure for all together: each stands for itself.
    mutating func standApart() {
        value = nil
        actual = nil
        cells = []
        if state == .zero { state = .value }
    }

    private static func together(_ values: [ReportedValue], levels: [Dimension.Category]) -> ReportedValue {
        guard values.count > 1 else { return values[0] }
        switch values[0] {
        case .number: return .number(values.reduce(0) { $0 + ($1.number ?? 0) })
        case .ratio:
            var sums = (numerator: 0.0, denominator: 0.0)
            for case .ratio(let numerator, let denominator) in values {
                sums.numerator += numerator
                sums.denominator += denominator
            }
            return .ratio(numerator: sums.numerator, denominator: sums.denominator)
        case .milestone: return milestone(values)
        case .level: return lowestLevel(values, levels) ?? values[0]
        case .category, .text, .implementation: return values[0]
        }
    }

    /// Achieved when all say so, on the last of their days.
    private static func milestone(_ values: [ReportedValue]) -> ReportedValue {
        var last: Day?
        for case .milestone(let achieved, let day) in values {
            guard achieved else { return .milestone(achieved: false, on: nil) }
            last = [last, day].compactMap(\.self).max()
        }
        return .milestone(achieved: true, on: last)
    }

    private static func lowestLevel(_ values: [ReportedValue], _ levels: [Dimension.Category]) -> ReportedValue? {
        let named = values.compactMap { if case .level(let id) = $0 { id } else { nil } }
        return levels.first { named.contains($0.id) }.map { .level($0.id) }
    }

    private static func cells(of parts: [ReportedPart]) -> [ReportContent.Cell] {
        var cells: [ReportContent.Cell] = []
        var positions: [[ReportContent.CellCategory]: Int] = [:]
        for part in parts {
            guard let record = part.record, let position = record.effectivePosition else { continue }
            for cell in record.versions[position].content.cells {
                if let position = positions[cell.categories] {
                    cells[position].value += cell.value
                } else {
                    positions[cell.categories] = cells.count
                    cells.append(cell)
                }
            }
        }
        return cells
    }
}
