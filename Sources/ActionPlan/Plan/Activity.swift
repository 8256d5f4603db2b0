/// Something that agencies do under the plan.
package struct Activity: Hashable, Sendable {
    package var id: ItemID
    /// The objective or activity that it is part of.
    package var parent: ItemID
    /// The number it bears in the printed plan; not necessarily unique.
    package var code: String?
    package var title: LocalizedText
    package var description: LocalizedText?
    package var expectedOutput: LocalizedText?
    /// The agency that answers for it, its own or the nearest ancestor's; nil where the plan names nobody.
    package var lead: AgencyID?
    package var coLeads: [AgencyID]
    package var implementers: [AgencyID]
    package var partners: [AgencyID]
    /// When it is to be done; nil where the plan does not say.
    package var timing: Timing?
    /// Activities that must be finished before.
    package var dependsOn: [ItemID]
    package var funding: [Funding]
    /// Whether the lead reports the implementation status each period.
    package var reportsEachPeriod: Bool
    /// The identifier of its calendar; nil where nothing is reported regularly.
    package var calendar: String?
    package var weight: Double
    /// Whether an amendment has cancelled it.
    package var isCancelled: Bool
    package var provenance: Provenance

    package struct Funding: Hashable, Sendable {
        package var source: LocalizedText
        package var amount: Double?
        /// ISO 4217.
        package var currency: String?
        package var provenance: Provenance
    }

    /// An activity of its parts.
    package init(
        id: ItemID,
        parent: ItemID,
        code: String? = nil,
        title: LocalizedText,
        description: LocalizedText? = nil,
        expectedOutput: LocalizedText? = nil,
        lead: AgencyID? = nil,
        coLeads: [AgencyID],
        implementers: [AgencyID],
        partners: [AgencyID],
        timing: Timing? = nil,
        dependsOn: [ItemID],
        funding: [Funding],
        reportsEachPeriod: Bool,
        calendar: String? = nil,
        weight: Double,
        isCancelled: Bool,
        provenance: Provenance
    ) {
        self.id = id
        self.parent = parent
        self.code = code
        self.title = title
        self.description = description
        self.expectedOutput = expectedOutput
        self.lead = lead
        self.coLeads = coLeads
        self.implementers = implementers
        self.partners = partners
        self.timing = timing
        self.dependsOn = dependsOn
        self.funding = funding
        self.reportsEachPeriod = reportsEachPeriod
        self.calendar = calendar
        self.weight = weight
        self.isCancelled = isCancelled
        self.provenance = provenance
    }
}

/// When an activity is to be done.
package struct Timing: Hashable, Sendable {
    package var kind: Kind
    package var days: DayRange
    /// The words of the plan itself.
    package var stated: String?

    package enum Kind: Hashable, Sendable {
        /// Done once within the days; overdue after the last.
        case fixed
        /// Done again in every interval.
        case recurring(every: Interval)
        /// Done all the time: never overdue, but a period can lack evidence.
        case permanent
    }

    package enum Interval: String, Sendable, CaseIterable {
        case month
        case quarter
        case halfYear = "half-year"
        case year
    }

    /// A timing of its parts.
    package init(
        kind: Kind,
        days: DayRange,
        stated: String? = nil
    ) {
        self.kind = kind
        self.days = days
        self.stated = stated
    }
}
