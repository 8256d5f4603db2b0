import ActionPlan
import Language
import Rules

extension IndicatorPage {
    /// The table of periods: value, target, what is expected, and what agency, rules and reviewer say.
    ///
    /// - Returns: the table, and which of its columns are kept back as a whole.
    static func periods(
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ context: PageContext
    ) -> (table: Table, kept: String?)? {
        guard !assessment.periods.isEmpty else { return nil }
        let words = context.words
        let shown = Figures(assessment)
        let kind: Table.Column.Kind =
            switch indicator.measure {
            case .unit, .percentage: .numeric
            case .ordinal, .nominal, .milestone: .level
            case .qualitative: .words
            }
        let figures =
            ([words("Value")] + (shown.hasTarget ? [words("Target")] : [])
            + (shown.hasExpected ? [words("Expected by then")] : []))
            .map { Table.Column($0, kind) }
        let judges = [
            Table.Column(words("The agency claims"), .marked), Table.Column(words("The rules say"), .words),
            Table.Column(words("The reviewer says"), .marked),
        ]
        let opinions = assessment.periods.map { Self.opinions($0, context) }
        let kept = judges.indices
            .filter { judge in shown.isKept && opinions.allSatisfy { $0[judge].isEmpty } }
        let seen = judges.indices.filter { !kept.contains($0) }
        let table = Table(
            caption: words("Periods"),
            columns: [Table.Column(words("Period"), .period)] + figures + seen.map { judges[$0] }
                + [Table.Column(words("Report"), .words)],
            rows: zip(assessment.periods, opinions)
                .map { period, opinions in row(period, seen.map { opinions[$0] }, shown, indicator, context) }
        )
        return (table, keptBack(kept.map { judges[$0].title }, context))
    }

    /// Which columns or breakdowns are kept back as a whole.
    private static func keptBack(_ names: [String], _ context: PageContext) -> String? {
        names.isEmpty ? nil : context.words("Withheld in this edition: {1}.", names.joined(separator: "; "))
    }

    /// What agency, rules and reviewer say of a period, in lines.
    private static func opinions(_ period: PeriodAssessment, _ context: PageContext) -> [[[Inline]]] {
        let verdicts = period.verdicts.flatMap { verdict -> [[Inline]] in
            [[.status(context.mark(verdict.status))], [.phrase(context.phrase(verdict.because))]]
        }
        return [context.claims(period), verdicts, context.reviewerVerdicts(period)]
    }

    /// What the table has besides values: a column of figures in which nothing stands is none.
    private struct Figures {
        let hasTarget: Bool
        let hasExpected: Bool
        /// Whether what agency, rules and reviewer say may be kept back from the public.
        let isKept: Bool

        init(_ assessment: IndicatorAssessment) {
            hasTarget = assessment.periods.contains { $0.target != nil }
            hasExpected = assessment.periods.contains { $0.expected != nil }
            isKept = assessment.hasWithheld
        }
    }

    private static func row(
        _ period: PeriodAssessment,
        _ opinions: [[[Inline]]],
        _ shown: Figures,
        _ indicator: Indicator,
        _ context: PageContext
    ) -> Table.Row {
        let words = context.words
        var heading: [Inline] = [.phrase(context.name(of: period.period, for: indicator.id))]
        if period.isIllustrative { heading.append(.illustrative(words("Illustrative"))) }
        var figures = [Table.Cell(.figure(context.figure(period, of: indicator.measure)))]
        if shown.hasTarget {
            let target = period.target.map { [Inline.phrase(context.target($0, of: indicator.measure))] }
            figures.append(Table.Cell(line: target ?? []))
        }
        if shown.hasExpected {
            let expected = period.expected.map { context.number($0, indicator.measure) }
            figures.append(Table.Cell(line: expected.map { [.text($0)] } ?? []))
        }
        // What is kept back is not said to be missing.
        let isKept = shown.isKept && period.reports.contains { $0.isReceived || $0.state == .withheld }
        let judged = opinions.map { lines in
            Table.Cell(lines: lines.isEmpty && isKept ? [[.note(words("Withheld"))]] : lines)
        }
        return Table.Row(
            id: "period-\(period.period.id)",
            [Table.Cell(line: heading)] + figures + judged
                + [Table.Cell(lines: context.receipts(period, of: indicator.measure))]
        )
    }

    /// One table for each breakdown: its categories down, the periods across.
    ///
    /// - Returns: the tables, and which breakdowns are kept back as a whole.
    static func disaggregation(
        _ indicator: Indicator,
        _ assessment: IndicatorAssessment,
        _ context: PageContext
    ) -> (tables: [Table], kept: String?) {
        let periods = assessment.periods.filter { !$0.cells.isEmpty || !$0.withheldCells.isEmpty }.suffix(6)
        var breakdowns: [[String]] = []
        for categories in periods.flatMap(\.categories) {
            let dimensions = categories.map(\.dimension)
            if !dimensions.isEmpty, !breakdowns.contains(dimensions) { breakdowns.append(dimensions) }
        }
        func title(_ dimensions: [String]) -> String {
            dimensions.map { id in
                context.plan.dimensions.first { $0.id == id }.map { context.phrase($0.title).text } ?? id
            }
            .joined(separator: " × ")
        }
        let shown = breakdowns.filter { dimensions in
            periods.contains { $0.cells.contains { $0.categories.map(\.dimension) == dimensions } }
        }
        let tables = shown.map { dimensions in
            let title = title(dimensions)
            return Table(
                caption: title,
                hidesCaption: false,
                columns: [Table.Column(title)]
                    + periods.map { Table.Column(context.name(of: $0.period, for: indicator.id).text, isNumeric: true) },
                rows: rows(dimensions, Array(periods), indicator, context)
            )
        }
        return (tables, keptBack(breakdowns.filter { !shown.contains($0) }.map(title), context))
    }

    private static func rows(
        _ dimensions: [String],
        _ periods: [PeriodAssessment],
        _ indicator: Indicator,
        _ context: PageContext
    ) -> [Table.Row] {
        var keys: [[ReportContent.CellCategory]] = []
        for categories in periods.flatMap(\.categories)
        where categories.map(\.dimension) == dimensions && !keys.contains(categories) {
            keys.append(categories)
        }
        let rows = keys.map { key -> Table.Row in
            let names = key.map { category in
                context.plan.dimensions.first { $0.id == category.dimension }?.categories
                    .first { $0.id == category.category }.map { context.phrase($0.title).text } ?? category.category
            }
            let cells = periods.map { period -> Table.Cell in
                if period.withheldCells.contains(key) { return Table.Cell(.figure(context.absent(.withheld))) }
                guard let cell = period.cells.first(where: { $0.categories == key }) else {
                    return Table.Cell(.note(context.words("not given")))
                }
                return Table.Cell(.text(context.writing.number(cell.value, decimals: 0...indicator.measure.decimals)))
            }
            return Table.Row([Table.Cell(.text(names.joined(separator: " · ")))] + cells)
        }
        return rows + sums(dimensions, periods, indicator, context)
    }

    /// What the parts add up to, and how much of the whole that is, where every counted unit falls into one of them; not
    /// in public, where parts may be withheld.
    private static func sums(
        _ dimensions: [String],
        _ periods: [PeriodAssessment],
        _ indicator: Indicator,
        _ context: PageContext
    ) -> [Table.Row] {
        let partitions = dimensions.allSatisfy { id in
            context.plan.dimensions.first { $0.id == id }?.partitions ?? false
        }
        guard partitions, context.site.edition == .internal else { return [] }
        let cells = periods.map { period -> Table.Cell in
            let parts = period.cells.filter { $0.categories.map(\.dimension) == dimensions }
            guard !parts.isEmpty else { return Table.Cell(line: []) }
            let decimals = 0...indicator.measure.decimals
            let sum = parts.reduce(0) { $0 + $1.value }
            let text = Inline.strong(Phrase(context.writing.number(sum, decimals: decimals)))
            guard let whole = period.actual, abs(whole - sum) > 1e-9 else { return Table.Cell(text) }
            return Table.Cell(text, .note(context.words("of {1}", context.writing.number(whole, decimals: decimals))))
        }
        return [Table.Row([Table.Cell(.text(context.words("Sum of the parts")))] + cells)]
    }
}

extension PeriodAssessment {
    /// What the figure is broken down by: the cells shown, and those kept back.
    fileprivate var categories: [[ReportContent.CellCategory]] { cells.map(\.categories) + withheldCells }
}
