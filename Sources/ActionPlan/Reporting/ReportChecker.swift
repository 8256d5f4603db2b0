package import Diagnostics

/// Checks reports against the plan: whose they are, for which period, and whether the value is of the indicator's kind.
///
/// What a report file and a table have in common is checked here, once; the checks of rule packs come after it.
package struct ReportChecker {
    private let index: PlanIndex
    private let claims: [StatusID]?
    private let today: Day

    /// - Parameters:
    ///   - index: the plan.
    ///   - claims: the statuses that an agency may claim; nil where they are not known, and claims are not checked.
    ///   - today: the day after which no period may begin that is reported on.
    package init(_ index: PlanIndex, claims: [StatusID]?, today: Day) {
        self.index = index
        self.claims = claims
        self.today = today
    }

    /// Everything that is wrong with some reports of one file.
    package func problems(with entries: [ReportEntry]) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var first: [ReportKey: ReportEntry] = [:]
        for entry in entries {
            var check = EntryCheck(entry: entry, index: index, claims: claims, today: today)
            problems += check.run()
            if let earlier = first[entry.key] {
                problems.append(
                    Diagnostic(
                        "duplicate-report",
                        "a second report on \(entry.key.item) for \(entry.key.period)",
                        at: entry.place(of: .item),
                        hint: "keep one of the two",
                        notes: [Diagnostic.Note("the first is here", at: earlier.place(of: .item))]
                    )
                )
            } else {
                first[entry.key] = entry
            }
        }
        return problems
    }

    /// What is wrong with the item, the agency or the period of reports of which something else could not be read.
    package func problems(withKeysOf entries: [ReportEntry]) -> [Diagnostic] {
        entries.flatMap { entry in
            var check = EntryCheck(entry: entry, index: index, claims: claims, today: today)
            return check.runKey()
        }
    }

    /// What a report on an activity says.
    package static let expectedStatus: Message =
        "`implementation`: not-started, under-way, completed, suspended or cancelled"

    /// What a report on an indicator with a measure says.
    package static func expectedValue(of measure: Measure) -> Message {
        switch measure {
        case .unit: "`value`: a number"
        case .percentage: "`numerator` and `denominator`: numbers"
        case .nominal(let categories), .ordinal(let categories):
            "`value`: one of \(categories.map(\.id).joined(separator: ", "))"
        case .qualitative: "`value`: a text"
        case .milestone: "`achieved`: true or false; and `on`, the date"
        }
    }
}

/// The checks of one report.
private struct EntryCheck {
    let entry: ReportEntry
    let index: PlanIndex
    let claims: [StatusID]?
    let today: Day
    private var problems: [Diagnostic] = []

    init(entry: ReportEntry, index: PlanIndex, claims: [StatusID]?, today: Day) {
        self.entry = entry
        self.index = index
        self.claims = claims
        self.today = today
    }

    mutating func run() -> [Diagnostic] {
        if let reference = checkKey() {
            checkValue(reference)
            checkReasons()
        }
        return problems
    }

    mutating func runKey() -> [Diagnostic] {
        _ = checkKey()
        return problems
    }

    private mutating func report(
        _ identifier: String,
        _ message: Message,
        at field: ReportField,
        severity: Diagnostic.Severity = .error,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        problems.append(
            Diagnostic(
                identifier,
                message,
                severity: severity,
                at: entry.place(of: field),
                expected: expected,
                hint: hint
            )
        )
    }

    /// What the report is on; nil after a diagnostic where that is nothing agencies report on.
    private mutating func checkKey() -> ItemReference? {
        let key = entry.key
        guard let reference = index.reference(key.item) else {
            let known = (index.plan.indicators.map(\.id) + index.plan.activities.map(\.id)).map(\.rawValue)
            report(
                "unknown-item",
                "\(key.item) is no indicator or activity of this plan",
                at: .item,
                expected: "the identifier of an indicator or activity",
                hint: Suggestion.nearest(to: key.item.rawValue, among: known).map { "did you mean \($0)?" }
            )
            return nil
        }
        if case .objective = reference {
            report(
                "wrong-kind-of-item",
                "\(key.item) is an objective: agencies report on indicators and activities",
                at: .item,
                expected: "the identifier of an indicator or activity"
            )
            return nil
        }
        checkAgency()
        checkPeriod()
        return reference
    }

    private mutating func checkAgency() {
        let key = entry.key
        guard index.agency(key.agency) != nil else {
            let known = index.plan.agencies.map(\.id.rawValue)
            report(
                "unknown-agency",
                "\(key.agency) is no agency of this plan",
                at: .agency,
                expected: "the identifier of one of the plan's agencies",
                hint: Suggestion.nearest(to: key.agency.rawValue, among: known).map { "did you mean \($0)?" }
            )
            return
        }
        let entitled = index.entitledReporters(of: key.item)
        guard !entitled.contains(key.agency) else { return }
        report(
            "not-entitled",
            "\(key.agency) does not report on \(key.item)",
            at: .item,
            expected: entitled.isEmpty
                ? "an item on which somebody reports: the plan names nobody for this one"
                : "a report of \(entitled.map(\.rawValue).joined(separator: ", "))",
            hint: "is the item the right one? The secretariat can name another agency in the plan"
        )
    }

    private mutating func checkPeriod() {
        let periods = index.periods(of: entry.key.item)
        guard let period = periods.first(where: { $0.id == entry.key.period }) else {
            let known = periods.map(\.id.rawValue)
            report(
                "unknown-period",
                "\(entry.key.period) is no reporting period of \(entry.key.item)",
                at: .period,
                expected: known.isEmpty
                    ? "an item with a calendar: on this one nothing is reported regularly"
                    : "one of: \(known.joined(separator: ", "))",
                hint: Suggestion.nearest(to: entry.key.period.rawValue, among: known).map { "did you mean \($0)?" }
            )
            return
        }
        let day = entry.submitted?.day(at: index.plan.utcOffset) ?? today
        if period.days.start > day {
            report(
                "period-not-begun",
                "the period \(period.id) begins on \(period.days.start)",
                at: .period,
                expected: "a period that has begun"
            )
        } else if period.days.end >= day, !entry.isDraft, !isMilestone {
            report(
                "period-not-ended",
                "the period \(period.id) lasts until \(period.days.end)",
                at: .period,
                severity: .warning,
                hint: "report when it is over, or correct the figure then"
            )
        }
    }

    private var isMilestone: Bool {
        if case .milestone? = index.indicator(entry.key.item)?.measure { true } else { false }
    }

    private mutating func checkValue(_ reference: ItemReference) {
        guard case .value(let value) = entry.content.body else {
            if !entry.content.cells.isEmpty {
                report("cells-without-value", "parts of a value that is not there", at: .cells)
            }
            return
        }
        guard let indicator = index.indicator(reference.id) else {
            guard case .implementation = value else {
                report(
                    "wrong-kind-of-value",
                    "\(reference.id) is an activity: of it the implementation status is reported",
                    at: .value,
                    expected: ReportChecker.expectedStatus
                )
                return
            }
            return
        }
        switch (indicator.measure, value) {
        case (.unit(_, _, let decimals), .number(let number)):
            if decimals == 0, number != number.rounded() {
                report(
                    "not-whole",
                    "\(String(number)) is no whole number",
                    at: .value,
                    expected: "a whole number: what \(indicator.id) counts cannot be divided"
                )
            }
            checkCells(indicator)
        case (.percentage, .ratio(let numerator, let denominator)):
            if denominator == 0 {
                report(
                    "zero-denominator",
                    "a share of 0",
                    at: .value,
                    expected: "a denominator above 0",
                    hint: "where there was nothing to take a share of, report nil"
                )
            }
            if numerator < 0 || denominator < 0 {
                report("negative-part", "a numerator or denominator below 0", at: .value, expected: "0 or more")
            }
            checkCells(indicator)
        case (.ordinal(let levels), .level(let level)), (.nominal(let levels), .category(let level)):
            let known = levels.map(\.id)
            guard !known.contains(level) else { return }
            report(
                "unknown-level",
                "\(level) is none of the levels of \(indicator.id)",
                at: .value,
                expected: "one of: \(known.joined(separator: ", "))",
                hint: Suggestion.nearest(to: level, among: known).map { "did you mean \($0)?" }
            )
        case (.milestone, .milestone), (.qualitative, .text): break
        default:
            report(
                "wrong-kind-of-value",
                "a value of another kind than \(indicator.id) has",
                at: .value,
                expected: ReportChecker.expectedValue(of: indicator.measure)
            )
        }
    }

    private mutating func checkCells(_ indicator: Indicator) {
        var seen: Set<[ReportContent.CellCategory]> = []
        for cell in entry.content.cells {
            if !seen.insert(cell.categories).inserted {
                let names = cell.categories.map(\.category).joined(separator: ", ")
                report("duplicate-cell", "two parts for \(names)", at: .cells, expected: "each part once")
            }
            if cell.value != cell.value.rounded(), indicator.measure.decimals == 0 {
                report("not-whole", "\(String(cell.value)) is no whole number", at: .cells)
            }
        }
    }

    private mutating func check(
        reason: String,
        among known: [Dimension.Category],
        at field: ReportField,
        hasText: Bool,
        wantsText: Message
    ) {
        if reason == Plan.otherReason {
            if !hasText {
                report("reason-without-text", "the reason is `other`", at: field, expected: wantsText)
            }
        } else if !known.contains(where: { $0.id == reason }) {
            let names = known.map(\.id) + [Plan.otherReason]
            report(
                "unknown-reason",
                "\(reason) is none of the plan's reasons",
                at: field,
                expected: "one of: \(names.joined(separator: ", "))",
                hint: Suggestion.nearest(to: reason, among: names).map { "did you mean \($0)?" }
            )
        }
    }

    private mutating func checkReasons() {
        if let variation = entry.content.variation {
            check(
                reason: variation,
                among: index.plan.variationReasons,
                at: .variation,
                hasText: entry.content.comment != nil,
                wantsText: "a comment that says what it is"
            )
        }
        if let correction = entry.correction {
            check(
                reason: correction.reason,
                among: index.plan.correctionReasons,
                at: .correction,
                hasText: correction.text != nil,
                wantsText: "a `text` that says what it is"
            )
        }
        if let claim = entry.content.claim, let claims, !claims.contains(claim) {
            let names = claims.map(\.rawValue)
            report(
                "unknown-status",
                "\(claim) is no status that can be claimed",
                at: .claim,
                expected: "one of: \(names.joined(separator: ", "))",
                hint: Suggestion.nearest(to: claim.rawValue, among: names).map { "did you mean \($0)?" }
            )
        }
    }
}
