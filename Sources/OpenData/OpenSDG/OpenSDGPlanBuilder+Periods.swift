import ActionPlan
import Diagnostics

/// Calendars and reports.
extension OpenSDGPlanBuilder {
    /// A calendar for each length of period that occurs: years, or in files of our own parts of years.
    mutating func calendars(_ days: DayRange) -> [ReportingCalendar] {
        var calendars: [ReportingCalendar] = []
        for position in built.indices where !built[position].rows.isEmpty {
            let frequency = frequency(position)
            built[position].indicator.calendar = frequency.rawValue
            guard !calendars.contains(where: { $0.frequency == frequency }) else { continue }
            calendars.append(
                ReportingCalendar(
                    id: frequency.rawValue,
                    frequency: frequency,
                    graceDays: 0,
                    periods: ReportingCalendar.regularPeriods(
                        frequency,
                        within: days,
                        dueDay: 15,
                        dueMonth: 1,
                        graceDays: 0
                    ),
                    provenance: .documented(source: Self.source, note: nil)
                )
            )
        }
        return calendars
    }

    /// Where rows of parts of years are there, those of whole years were made of them and are taken out.
    private mutating func frequency(_ position: Int) -> ReportingCalendar.Frequency {
        let found = built[position].rows.lazy.compactMap(\.period).compactMap(Self.frequency).first
        guard let found else {
            for row in built[position].rows where row.period != nil { notePeriod(row) }
            built[position].rows.removeAll { $0.period != nil }
            return .yearly
        }
        for row in built[position].rows {
            if let period = row.period, Self.frequency(period) != found { notePeriod(row) }
        }
        built[position].rows.removeAll { $0.period.flatMap(Self.frequency) != found }
        return found
    }

    private mutating func notePeriod(_ row: OpenSDGData.Row) {
        notes.add(
            "open-sdg-period",
            "“\(row.period ?? "")” is no part of a year that is known: the row is left behind",
            at: row.span,
            expected: "2021-H1, 2021-Q1 or 2021-01, of one length in a file"
        )
    }

    /// Of which length the period of a name is.
    private static func frequency(_ name: String) -> ReportingCalendar.Frequency? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, Int(parts[0]) != nil else { return nil }
        switch parts[1] {
        case "H1", "H2": return .halfYearly
        case "Q1", "Q2", "Q3", "Q4": return .quarterly
        default: return parts[1].utf8.count == 2 && (1...12).contains(Int(parts[1]) ?? 0) ? .monthly : nil
        }
    }

    // MARK: - Reports

    mutating func reports(_ plan: Plan) -> [ReportEntry] {
        let checker = ReportChecker(PlanIndex(plan), claims: nil, today: now.day(at: .zero))
        var entries: [ReportEntry] = []
        for built in built {
            var order: [PeriodID] = []
            var rows: [PeriodID: [OpenSDGData.Row]] = [:]
            for row in built.rows {
                let period = PeriodID(rawValue: row.period ?? String(row.year))
                if rows[period] == nil { order.append(period) }
                rows[period, default: []].append(row)
            }
            for period in order {
                if let entry = entry(built, period, rows[period] ?? [], checker) { entries.append(entry) }
            }
        }
        return entries
    }

    private mutating func entry(
        _ built: Built,
        _ period: PeriodID,
        _ rows: [OpenSDGData.Row],
        _ checker: ReportChecker
    ) -> ReportEntry? {
        let wholes = rows.filter(\.categories.isEmpty)
        guard let whole = wholes.first, let lead = built.indicator.lead else {
            notes.add(
                "open-sdg-parts-without-whole",
                "\(built.indicator.id), \(period): there are parts, but no row of the whole: both are left behind",
                at: rows.first?.span,
                hint: "parts are not added up: they may overlap"
            )
            return nil
        }
        for other in wholes.dropFirst() {
            notes.add(
                "open-sdg-second-row",
                "a second value of \(built.indicator.id) for \(period) is left behind",
                at: other.span
            )
        }
        func entry(_ cells: [ReportContent.Cell]) -> ReportEntry {
            ReportEntry(
                key: ReportKey(item: built.indicator.id, period: period, agency: lead),
                content: ReportContent(
                    body: .value(.number(whole.value)),
                    cells: cells,
                    provenance: provenance(isIllustrative: built.isIllustrative)
                ),
                submitted: now,
                places: whole.span.map { [.item: $0] } ?? [:]
            )
        }
        var made = entry(cells(rows, of: built.indicator))
        var problems = checker.problems(with: [made]).filter { $0.severity == .error }
        if !problems.isEmpty, !made.content.cells.isEmpty {
            for problem in problems {
                notes.add(problem.identifier, problem.message, at: whole.span, expected: problem.expected)
            }
            made = entry([])
            problems = checker.problems(with: [made]).filter { $0.severity == .error }
        }
        for problem in problems {
            notes.add(problem.identifier, problem.message, at: whole.span, expected: problem.expected)
        }
        return problems.isEmpty ? made : nil
    }

    private func cells(_ rows: [OpenSDGData.Row], of indicator: Indicator) -> [ReportContent.Cell] {
        var seen: Set<[ReportContent.CellCategory]> = []
        return rows.compactMap { row in
            guard !row.categories.isEmpty else { return nil }
            let categories = row.categories.compactMap { part -> ReportContent.CellCategory? in
                guard let dimension = dimensionIDs[part.heading], let id = categoryIDs[dimension]?[part.category] else {
                    return nil
                }
                return .init(dimension: dimension, category: id)
            }
            guard categories.count == row.categories.count, seen.insert(categories).inserted else { return nil }
            return .init(categories: categories, value: row.value)
        }
    }
}
