package import ActionPlan

/// Where a plan stands as of a day: a value that pages, exports and the command line show.
///
/// The same plan, packs, snapshot and day always give the same assessment.
package struct Assessment: Sendable {
    /// The plan as amended on the day.
    package var plan: PlanIndex
    package var asOf: Day
    /// The instant up to which reports are taken into account.
    package var knownAt: Moment
    /// The packs that judged, in the plan's order.
    package var packs: [PackSummary]
    /// All statuses of the packs, by identifier.
    package var statuses: StatusSet
    /// In the order of the plan.
    package var indicators: [IndicatorAssessment]
    package var activities: [ActivityAssessment]
    package var objectives: [ObjectiveAssessment]
    package var agencies: [AgencyAssessment]
    package var overall: PlanAssessment
    package var findings: FindingList
    /// Whether small counts have been withheld.
    package var edition: Edition

    package enum Edition: String, Sendable, CaseIterable {
        case `internal`
        case `public`
    }

    package init(
        plan: PlanIndex,
        asOf: Day,
        knownAt: Moment,
        packs: [PackSummary],
        statuses: StatusSet,
        indicators: [IndicatorAssessment],
        activities: [ActivityAssessment],
        objectives: [ObjectiveAssessment],
        agencies: [AgencyAssessment],
        overall: PlanAssessment,
        findings: FindingList,
        edition: Edition
    ) {
        self.plan = plan
        self.asOf = asOf
        self.knownAt = knownAt
        self.packs = packs
        self.statuses = statuses
        self.indicators = indicators
        self.activities = activities
        self.objectives = objectives
        self.agencies = agencies
        self.overall = overall
        self.findings = findings
        self.edition = edition
    }
}

/// Which pack judged: enough to name it and to find the very same rules again.
package struct PackSummary: Sendable {
    package var pack: RulePack
    /// SHA-256 over the pack's files, 64 hexadecimal digits.
    package var digest: String
    /// The values of its parameters, in the pack's order.
    package var parameters: [MeasuredValue]

    package init(pack: RulePack, digest: String, parameters: [MeasuredValue]) {
        self.pack = pack
        self.digest = digest
        self.parameters = parameters
    }
}

/// What packs said about one item.
package struct ItemVerdicts: Equatable, Sendable {
    /// Those of all packs that say anything, in the plan's order.
    package var all: [Verdict]
    /// Where the verdict shown first stands among them.
    private let first: Int?

    /// - Parameters:
    ///   - all: those of all packs that say anything, in the plan's order.
    ///   - headline: the pack whose verdict is shown first; the first pack where that says nothing.
    package init(_ all: [Verdict], headline: String? = nil) {
        self.all = all
        first = headline.flatMap { pack in all.firstIndex { $0.pack == pack } } ?? (all.isEmpty ? nil : 0)
    }

    /// The verdict shown first: of the first pack in the plan's headline order that says anything.
    package var headline: Verdict? { first.map { all[$0] } }

    /// The status shown first, and the pack that gives it.
    package var status: StatusID? { first.map { all[$0].status } }
    package var pack: String? { first.map { all[$0].pack } }

    /// What a pack said.
    package func verdict(of pack: String) -> Verdict? { all.first { $0.pack == pack } }
}

/// How many reports were expected up to the day, and what became of them.
package struct ReportCounts: Hashable, Sendable {
    /// Whose due day is over.
    package var expected = 0
    /// Expected and received.
    package var received = 0
    package var onTime = 0
    package var late = 0
    /// Expected, grace over, not received.
    package var overdue = 0
    /// Period ended, not received, days of grace not over.
    package var due = 0
    package var nilReports = 0
    /// Sent back and waiting for the agency.
    package var returned = 0
    package var unverified = 0
    package var verified = 0

    package init() {}

    package static func += (left: inout Self, right: Self) {
        left.expected += right.expected
        left.received += right.received
        left.onTime += right.onTime
        left.late += right.late
        left.overdue += right.overdue
        left.due += right.due
        left.nilReports += right.nilReports
        left.returned += right.returned
        left.unverified += right.unverified
        left.verified += right.verified
    }
}

/// How the children of an item stand.
package struct Tally: Hashable, Sendable {
    /// Numbers of items by headline status, best first.
    package var byStatus: [StatusCount] = []
    package var total = 0
    package var good = 0
    package var attention = 0
    package var bad = 0
    package var unknown = 0
    package var neutral = 0
    package var goodWeight = 0.0
    package var attentionWeight = 0.0
    package var badWeight = 0.0
    package var unknownWeight = 0.0
    package var neutralWeight = 0.0

    package init() {}

    package struct StatusCount: Hashable, Sendable {
        package var status: StatusID
        package var count: Int

        package init(status: StatusID, count: Int) {
            self.status = status
            self.count = count
        }
    }

    /// Good, attention and bad, by weight.
    package var judgedWeight: Double { goodWeight + attentionWeight + badWeight }

    /// What share of all that could be judged is judged, by weight, 0 to 1; nil where nothing could be.
    package var coverage: Double? {
        let possible = judgedWeight + unknownWeight
        return possible > 0 ? judgedWeight / possible : nil
    }
}
