package import ActionPlan

/// Where an indicator stands.
package struct IndicatorAssessment: Equatable, Sendable {
    package var id: ItemID
    package var verdicts: ItemVerdicts
    /// All periods of its calendar, in the order of time.
    package var periods: [PeriodAssessment]
    /// The position in `periods` of the last ended one with a value.
    package var latest: Int?
    package var reports: ReportCounts
    /// Whether anything shown of it rests on illustrative reports or an illustrative item.
    package var isIllustrative: Bool

    package init(
        id: ItemID,
        verdicts: ItemVerdicts,
        periods: [PeriodAssessment],
        latest: Int?,
        reports: ReportCounts,
        isIllustrative: Bool
    ) {
        self.id = id
        self.verdicts = verdicts
        self.periods = periods
        self.latest = latest
        self.reports = reports
        self.isIllustrative = isIllustrative
    }
}

extension IndicatorAssessment {
    /// Whether anything of it is kept back from the public.
    package var hasWithheld: Bool {
        periods.contains { period in
            period.state == .withheld || !period.withheldCells.isEmpty
                || period.reports.contains { $0.state == .withheld }
        }
    }
}

/// What is known of an item for a period.
package struct PeriodAssessment: Equatable, Sendable {
    package var period: ReportingPeriod
    package var state: ValueState
    /// The figure, where there is one: of several contributors their sum.
    package var actual: Double?
    /// What was reported where it is no number, or the parts of a percentage.
    package var value: ReportedValue?
    /// The period's own target, where the plan states one.
    package var target: TargetValue?
    /// What is expected at the end of the period, on the way to the targets.
    package var expected: Double?
    /// The reports behind it: one per agency that was expected or did report.
    package var reports: [ReportedPart]
    package var cells: [ReportContent.Cell]
    /// The categories of cells that there are, but that are not shown to the public.
    package var withheldCells: [[ReportContent.CellCategory]] = []
    /// What packs said about the period.
    package var verdicts: [Verdict]
    /// What packs computed for the period, such as the lines of a tolerance band.
    package var measures: [MeasuredValue] = []
    package var isIllustrative: Bool

    package init(
        period: ReportingPeriod,
        state: ValueState,
        actual: Double?,
        value: ReportedValue?,
        target: TargetValue?,
        expected: Double?,
        reports: [ReportedPart],
        cells: [ReportContent.Cell],
        verdicts: [Verdict],
        isIllustrative: Bool
    ) {
        self.period = period
        self.state = state
        self.actual = actual
        self.value = value
        self.target = target
        self.expected = expected
        self.reports = reports
        self.cells = cells
        self.verdicts = verdicts
        self.isIllustrative = isIllustrative
    }
}

/// One agency's report for a period, or its absence.
package struct ReportedPart: Equatable, Sendable {
    package var agency: AgencyID
    package var state: ValueState
    /// Nil where nothing was sent.
    package var record: ReportRecord?
    /// The day on which the version that counts was first sent, at the plan's offset.
    package var receivedOn: Day?
    /// Days after the due day on which it arrived, 0 where in time; where overdue, days up to the day of assessment.
    package var daysLate: Int
    /// Of a report that the public may not see, whether a reviewer verified it; nil of all others.
    package var isVerifiedUnseen: Bool?

    package init(agency: AgencyID, state: ValueState, record: ReportRecord?, receivedOn: Day?, daysLate: Int) {
        self.agency = agency
        self.state = state
        self.record = record
        self.receivedOn = receivedOn
        self.daysLate = daysLate
    }
}

/// Where an activity stands.
package struct ActivityAssessment: Equatable, Sendable {
    package var id: ItemID
    package var verdicts: ItemVerdicts
    /// What the agency last reported of its implementation, and for which period.
    package var implementation: ImplementationStatus?
    /// Periods for which its implementation is reported; empty where it is not.
    package var periods: [PeriodAssessment]
    package var tally: Tally
    package var reports: ReportCounts
    package var isIllustrative: Bool

    package init(
        id: ItemID,
        verdicts: ItemVerdicts,
        implementation: ImplementationStatus?,
        periods: [PeriodAssessment],
        tally: Tally,
        reports: ReportCounts,
        isIllustrative: Bool
    ) {
        self.id = id
        self.verdicts = verdicts
        self.implementation = implementation
        self.periods = periods
        self.tally = tally
        self.reports = reports
        self.isIllustrative = isIllustrative
    }
}

/// Where an objective stands.
package struct ObjectiveAssessment: Equatable, Sendable {
    package var id: ItemID
    package var verdicts: ItemVerdicts
    /// Of its direct children.
    package var tally: Tally
    /// Of all indicators below it.
    package var indicatorTally: Tally
    /// Of all activities below it.
    package var activityTally: Tally
    package var reports: ReportCounts
    package var isIllustrative: Bool

    package init(
        id: ItemID,
        verdicts: ItemVerdicts,
        tally: Tally,
        indicatorTally: Tally,
        activityTally: Tally,
        reports: ReportCounts,
        isIllustrative: Bool
    ) {
        self.id = id
        self.verdicts = verdicts
        self.tally = tally
        self.indicatorTally = indicatorTally
        self.activityTally = activityTally
        self.reports = reports
        self.isIllustrative = isIllustrative
    }
}

/// How an agency reports and how the items stand that it leads.
package struct AgencyAssessment: Equatable, Sendable {
    package var id: AgencyID
    package var verdicts: ItemVerdicts
    /// The indicators and activities that it leads.
    package var items: [ItemReference]
    package var tally: Tally
    package var reports: ReportCounts
    /// What it owes: reports due or overdue, and returned ones, the oldest first.
    package var owed: [OwedReport]

    package init(
        id: AgencyID,
        verdicts: ItemVerdicts,
        items: [ItemReference],
        tally: Tally,
        reports: ReportCounts,
        owed: [OwedReport]
    ) {
        self.id = id
        self.verdicts = verdicts
        self.items = items
        self.tally = tally
        self.reports = reports
        self.owed = owed
    }
}

/// A report that an agency has still to send.
package struct OwedReport: Hashable, Sendable {
    package var key: ReportKey
    package var reason: Reason
    package var due: Day
    /// Days since the due day; negative while there is time.
    package var daysLate: Int

    package enum Reason: String, Sendable {
        case due
        case overdue
        case returned
    }

    package init(key: ReportKey, reason: Reason, due: Day, daysLate: Int) {
        self.key = key
        self.reason = reason
        self.due = due
        self.daysLate = daysLate
    }
}

/// Where the plan as a whole stands.
package struct PlanAssessment: Equatable, Sendable {
    package var verdicts: ItemVerdicts
    /// Of the objectives at the top.
    package var tally: Tally
    package var indicatorTally: Tally
    package var activityTally: Tally
    package var reports: ReportCounts
    package var isIllustrative: Bool

    package init(
        verdicts: ItemVerdicts,
        tally: Tally,
        indicatorTally: Tally,
        activityTally: Tally,
        reports: ReportCounts,
        isIllustrative: Bool
    ) {
        self.verdicts = verdicts
        self.tally = tally
        self.indicatorTally = indicatorTally
        self.activityTally = activityTally
        self.reports = reports
        self.isIllustrative = isIllustrative
    }
}

/// Something that a person should look at.
package struct Finding: Equatable, Sendable {
    package var kind: Kind
    package var severity: Severity
    package var item: ItemID
    package var period: PeriodID?
    package var agency: AgencyID?
    /// What is the matter, in words.
    package var sentence: Sentence

    package enum Severity: String, Sendable, CaseIterable {
        case error
        case warning
        case information
    }

    package enum Kind: Hashable, Sendable {
        /// A check of a pack, by pack and check, that a report does not pass.
        case check(pack: String, id: String)
        /// The agency claims another status than the rules give.
        case claimDiffers
        /// The reviewer judges otherwise than the rules.
        case reviewDiffers
        /// The same thing seems to be in the reports of two agencies that are added up.
        case doubleCounting
        /// A rule could not be evaluated.
        case ruleFailed(pack: String, rule: String)
    }

    package init(
        kind: Kind,
        severity: Severity,
        item: ItemID,
        period: PeriodID?,
        agency: AgencyID?,
        sentence: Sentence
    ) {
        self.kind = kind
        self.severity = severity
        self.item = item
        self.period = period
        self.agency = agency
        self.sentence = sentence
    }
}
