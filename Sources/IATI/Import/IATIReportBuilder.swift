import ActionPlan
import Diagnostics

/// Makes reports of the actual values of a file.
struct IATIReportBuilder {
    private let index: PlanIndex
    private let builder: IATIPlanBuilder
    private let checker: ReportChecker
    private let agencies: Set<String>
    private let today: Day

    init(_ plan: Plan, _ builder: IATIPlanBuilder) {
        self.builder = builder
        index = PlanIndex(plan)
        today = builder.now.day(at: .zero)
        checker = ReportChecker(index, claims: nil, today: today)
        agencies = Set(plan.agencies.map(\.id.rawValue))
    }

    /// The reports, in the order of the file; what a plan could not take is noted.
    func reports(_ notes: inout Notes) -> [ReportEntry] {
        var entries: [ReportEntry] = []
        for built in builder.indicators {
            let names = Dictionary(
                index.periods(of: built.indicator.id).map { ($0.days, $0.id) },
                uniquingKeysWith: { first, _ in first }
            )
            for period in built.periods where !period.actuals.isEmpty {
                guard let name = names[period.days] else { continue }
                for (agency, values) in parts(of: period, built.indicator) {
                    guard let entry = entry(values, agency, name, period, built, &notes) else { continue }
                    entries.append(entry)
                }
            }
        }
        return entries
    }

    /// The values of a period by whose they are: of a figure that several agencies report, each one's own part.
    private func parts(
        of period: IATIIndicator.Period,
        _ indicator: Indicator
    ) -> [(agency: AgencyID?, values: [IATIIndicator.Value])] {
        var whole: [IATIIndicator.Value] = []
        var order: [String] = []
        var parts: [String: [IATIIndicator.Value]] = [:]
        for var value in period.actuals {
            guard let position = value.dimensions.firstIndex(where: { $0.name == IATIDimension.agency }),
                agencies.contains(value.dimensions[position].value)
            else {
                whole.append(value)
                continue
            }
            let agency = value.dimensions.remove(at: position).value
            if parts[agency] == nil { order.append(agency) }
            parts[agency, default: []].append(value)
        }
        // The whole is their sum, and is made again from them.
        guard order.isEmpty else { return order.map { (AgencyID(rawValue: $0), parts[$0] ?? []) } }
        return [(indicator.lead, whole)]
    }

    private func entry(
        _ values: [IATIIndicator.Value],
        _ agency: AgencyID?,
        _ name: PeriodID,
        _ period: IATIIndicator.Period,
        _ built: IATIPlanBuilder.BuiltIndicator,
        _ notes: inout Notes
    ) -> ReportEntry? {
        let totals = values.filter(\.dimensions.isEmpty)
        for other in totals.dropFirst() {
            notes.add(
                "iati-second-value",
                "the period has a second value of the whole, which is left behind",
                at: other.span,
                hint: "what stands first is taken: look which of them is right"
            )
        }
        guard let total = totals.first else {
            notes.add(
                "iati-parts-without-total",
                "the period has parts, but no value of the whole: both are left behind",
                at: period.span,
                hint: "parts are not added up: they may overlap"
            )
            return nil
        }
        guard let value = value(total, built.indicator.measure, &notes) else { return nil }
        guard let agency else {
            notes.add("iati-nobody-reports", "nobody is named who reports \(built.indicator.id)", at: total.span)
            return nil
        }
        var content = ReportContent(
            body: .value(value),
            cells: cells(values, of: built.indicator, &notes),
            comment: comment(total, value),
            evidence: total.evidence.filter { WebAddress.isValid($0.url ?? "") },
            provenance: total.isIllustrative
                ? .illustrative(note: nil) : .documented(source: IATIPlanBuilder.source, note: nil)
        )
        func problems() -> [Diagnostic] {
            checker.problems(with: [entry(content)]).filter { $0.severity == .error }
        }
        func entry(_ content: ReportContent) -> ReportEntry {
            ReportEntry(
                key: ReportKey(item: built.indicator.id, period: name, agency: agency),
                content: content,
                submitted: min(built.updated ?? builder.file.written ?? builder.now, builder.now),
                places: [.item: total.span]
            )
        }
        if !content.cells.isEmpty, !problems().isEmpty { content.cells = [] }
        let refusals = problems()
        for problem in refusals {
            notes.add(problem.identifier, problem.message, at: total.span, expected: problem.expected)
        }
        return refusals.isEmpty ? entry(content) : nil
    }

    private func value(
        _ read: IATIIndicator.Value,
        _ measure: Measure,
        _ notes: inout Notes
    ) -> ReportedValue? {
        switch measure {
        case .qualitative:
            if let text = read.ownText ?? read.comment { return .text(text) }
            guard let text = read.text, !text.isEmpty else { return nil }
            return .text(LocalizedText(text, language: builder.languages[0]))
        case .percentage:
            if let numerator = read.numerator, let denominator = read.denominator {
                return .ratio(numerator: numerator, denominator: denominator)
            }
            notes.leaveBehind("actual", at: read.span)
            return nil
        case .unit, .nominal, .ordinal, .milestone: break
        }
        guard let number = read.number else {
            if let text = read.text, !text.isEmpty {
                notes.add(
                    "iati-no-number",
                    "“\(text)” is no number and is left behind",
                    at: read.span,
                    expected: "a number such as 1280.6",
                    hint: "an absent figure is never read as 0"
                )
            } else {
                notes.leaveBehind("actual", at: read.span)
            }
            return nil
        }
        switch measure {
        case .nominal(let categories): return builder.category(number, categories).map { .category($0) }
        case .ordinal(let scale): return builder.category(number, scale).map { .level($0) }
        case .milestone: return .milestone(achieved: number == 1, on: number == 1 ? read.on : nil)
        default: return .number(number)
        }
    }

    /// A comment on the value; of a text that is the value itself there is none.
    private func comment(_ read: IATIIndicator.Value, _ value: ReportedValue) -> LocalizedText? {
        if let own = read.ownComment { return own }
        if case .text = value { return nil }
        // Files of our own say in the comment what the value says already.
        return builder.file.activities.contains { $0.own.kind == "plan" } ? nil : read.comment
    }

    private func cells(
        _ values: [IATIIndicator.Value],
        of indicator: Indicator,
        _ notes: inout Notes
    ) -> [ReportContent.Cell] {
        var cells: [ReportContent.Cell] = []
        for value in values where !value.dimensions.isEmpty {
            let categories = value.dimensions.map { part in
                builder.category(part.name, part.value)
                    ?? ReportContent.CellCategory(dimension: part.name, category: part.value)
            }
            let isKnown = categories.allSatisfy { part in
                indicator.disaggregation.contains(part.dimension)
                    && index.plan.dimensions.contains { dimension in
                        dimension.id == part.dimension && dimension.categories.contains { $0.id == part.category }
                    }
            }
            guard isKnown, let number = value.number else {
                notes.leaveBehind("actual/dimension", at: value.span)
                continue
            }
            cells.append(.init(categories: categories, value: number))
        }
        return cells
    }
}
