/// What is measured to see whether an objective or activity succeeds.
package struct Indicator: Hashable, Sendable {
    package var id: ItemID
    /// The objective or activity that it belongs to.
    package var parent: ItemID
    package var code: String?
    package var title: LocalizedText
    package var measure: Measure
    package var direction: Direction
    package var accumulation: Accumulation
    package var level: Level?
    package var baseline: Baseline
    /// Targets of single periods.
    package var periodTargets: [PeriodID: TargetValue]
    /// What is to be reached in the end, and by when.
    package var finalTarget: FinalTarget?
    /// What is plausible; reports outside it are questioned.
    package var plausible: ClosedRange<Double>?
    /// The dimensions by which cells are reported.
    package var disaggregation: [String]
    /// The agency that answers for it, its own or the nearest ancestor's.
    package var lead: AgencyID?
    /// Agencies that report beside each other; empty where the lead alone reports.
    package var contributors: [AgencyID]
    /// How what they report goes together.
    package var contribution = Contribution()
    /// The identifier of its calendar; nil where nothing is reported regularly.
    package var calendar: String?
    package var weight: Double
    package var isCancelled: Bool
    package var metadata: Metadata
    package var provenance: Provenance

    /// The texts of the metadata sheet.
    package struct Metadata: Hashable, Sendable {
        package var definition: LocalizedText?
        package var formula: LocalizedText?
        package var dataSource: LocalizedText?
        package var meansOfVerification: LocalizedText?
        package var responsibleRole: LocalizedText?
        package var limitations: LocalizedText?
        /// What a chair should ask about it.
        package var question: LocalizedText?

        /// A metadata sheet on which nothing stands yet.
        package init(
            definition: LocalizedText? = nil,
            formula: LocalizedText? = nil,
            dataSource: LocalizedText? = nil,
            meansOfVerification: LocalizedText? = nil,
            responsibleRole: LocalizedText? = nil,
            limitations: LocalizedText? = nil,
            question: LocalizedText? = nil
        ) {
            self.definition = definition
            self.formula = formula
            self.dataSource = dataSource
            self.meansOfVerification = meansOfVerification
            self.responsibleRole = responsibleRole
            self.limitations = limitations
            self.question = question
        }
    }

    package enum Level: String, Sendable, CaseIterable {
        case input
        case process
        case output
        case outcome
        case impact
    }

    /// The agencies whose reports it expects.
    package var reporters: [AgencyID] {
        let own = lead.map { [$0] } ?? []
        if contributors.isEmpty { return own }
        guard contribution.combination == .leadOnly else { return contributors }
        return own + contributors.filter { $0 != lead }
    }

    /// An indicator of its parts.
    package init(
        id: ItemID,
        parent: ItemID,
        code: String? = nil,
        title: LocalizedText,
        measure: Measure,
        direction: Direction,
        accumulation: Accumulation,
        level: Level? = nil,
        baseline: Baseline,
        periodTargets: [PeriodID: TargetValue],
        finalTarget: FinalTarget? = nil,
        plausible: ClosedRange<Double>? = nil,
        disaggregation: [String],
        lead: AgencyID? = nil,
        contributors: [AgencyID],
        contribution: Contribution = Contribution(),
        calendar: String? = nil,
        weight: Double,
        isCancelled: Bool,
        metadata: Metadata,
        provenance: Provenance
    ) {
        self.id = id
        self.parent = parent
        self.code = code
        self.title = title
        self.measure = measure
        self.direction = direction
        self.accumulation = accumulation
        self.level = level
        self.baseline = baseline
        self.periodTargets = periodTargets
        self.finalTarget = finalTarget
        self.plausible = plausible
        self.disaggregation = disaggregation
        self.lead = lead
        self.contributors = contributors
        self.contribution = contribution
        self.calendar = calendar
        self.weight = weight
        self.isCancelled = isCancelled
        self.metadata = metadata
        self.provenance = provenance
    }
}

/// What kind of value an indicator has, as in IATI 2.03, and besides a milestone.
package enum Measure: Hashable, Sendable {
    /// A number of units.
    case unit(LocalizedText, counts: Counted, decimals: Int)
    /// A share, reported as numerator and denominator.
    case percentage(numerator: LocalizedText, denominator: LocalizedText, counts: Counted, decimals: Int)
    /// One of several categories without order.
    case nominal([Dimension.Category])
    /// A level of a scale, from lowest to highest.
    case ordinal([Dimension.Category])
    /// A text.
    case qualitative
    /// Reached or not, by a day, after other milestones.
    case milestone(due: Day, after: [ItemID])

    /// What is counted; figures of persons are protected.
    package enum Counted: String, Sendable, CaseIterable {
        case persons
        case things
    }

    /// The word by which plan files name it.
    package var keyword: String {
        switch self {
        case .unit: "unit"
        case .percentage: "percentage"
        case .nominal: "nominal"
        case .ordinal: "ordinal"
        case .qualitative: "qualitative"
        case .milestone: "milestone"
        }
    }

    /// Whether its values are numbers.
    package var isNumeric: Bool {
        switch self {
        case .unit, .percentage: true
        case .nominal, .ordinal, .qualitative, .milestone: false
        }
    }

    /// Whether small counts of it could point to persons.
    package var countsPersons: Bool {
        switch self {
        case .unit(_, .persons, _), .percentage(_, _, .persons, _): true
        default: false
        }
    }

    /// Digits shown after the decimal mark.
    package var decimals: Int {
        switch self {
        case .unit(_, _, let decimals), .percentage(_, _, _, let decimals): decimals
        default: 0
        }
    }
}

/// Which way is better.
package enum Direction: Hashable, Sendable {
    case increase
    case decrease
    /// Stay within a band, both ends included.
    case maintain(ClosedRange<Double>)
    /// Anything but 0 is a failure.
    case zeroTolerance
    /// Neither way is better: the trend is shown, never judged.
    case contextual

    /// The word by which plan files name it.
    package var keyword: String {
        switch self {
        case .increase: "increase"
        case .decrease: "decrease"
        case .maintain: "maintain"
        case .zeroTolerance: "zero-tolerance"
        case .contextual: "contextual"
        }
    }
}

/// How the values of periods go together.
package enum Accumulation: String, Sendable, CaseIterable {
    /// A flow: each period counts on its own.
    case perPeriod = "per-period"
    /// A running total since the start of the plan.
    case cumulative
    /// A state at the end of the period.
    case pointInTime = "point-in-time"
}

/// Where an indicator stood before the plan.
package enum Baseline: Hashable, Sendable {
    case known(value: Double, year: Int, source: String?, comment: LocalizedText?)
    case unknown
}

/// What is to be reached: a number, or a level of the scale.
package enum TargetValue: Hashable, Sendable {
    case number(Double)
    case level(String)
}

/// What is to be reached in the end.
package struct FinalTarget: Hashable, Sendable {
    package var value: TargetValue
    package var by: Day

    /// A final target.
    package init(
        value: TargetValue,
        by: Day
    ) {
        self.value = value
        self.by = by
    }
}
