import ActionPlan
import CEL
import Synchronization

/// What an assessment is made from besides the reports: the same from beginning to end, whatever is reported.
final class AssessmentContext: Sendable {
    let assessor: Assessor
    let index: PlanIndex
    let asOf: Day
    let dependencies: ItemDependencies
    let partitionSum: PartitionSum
    let planSubject: PlanSubject
    /// Indicators of which an amendment changed a target when the time for it was over.
    let editedLate: Set<ItemID>
    let planFacts: Value
    let today: Value?
    private let blanks = Mutex<[ItemID: BlankHistory]>([:])

    /// What judges a plan as of a day, and the plan as it is on that day, where somebody has it already.
    init(_ assessor: Assessor, asOf: Day, of index: PlanIndex? = nil) {
        self.assessor = assessor
        self.asOf = asOf
        let index = index ?? PlanIndex(assessor.plan.amended(on: asOf))
        self.index = index
        dependencies = ItemDependencies(index)
        partitionSum = PartitionSum(dimensions: index.plan.dimensions)
        planSubject = PlanSubject(plan: index.plan, asOf: asOf)
        editedLate = Self.editedLate(assessor.plan, index, asOf)
        planFacts = FactSchema.plan(planSubject)
        today = Value(asOf)
    }

    /// What would be known of an indicator without a report; made when it is first asked for.
    func blankHistory(of indicator: Indicator) -> BlankHistory {
        if let known = blanks.withLock({ $0[indicator.id] }) { return known }
        let blank = BlankHistory(PeriodFigures(of: indicator, ItemReports(records: []), in: self))
        blanks.withLock { $0[indicator.id] = blank }
        return blank
    }

    private static func editedLate(_ plan: Plan, _ index: PlanIndex, _ asOf: Day) -> Set<ItemID> {
        var found: Set<ItemID> = []
        for amendment in plan.amendments where amendment.inForce <= asOf {
            for change in amendment.changes {
                let ended = index.periods(of: change.item).prefix { $0.days.end < amendment.inForce }.map(\.id)
                let former = plan.indicators.first { $0.id == change.item }?.finalTarget
                let isFinalOver = change.finalTarget != nil && former.map { $0.by < amendment.inForce } ?? false
                if isFinalOver || ended.contains(where: { change.periodTargets[$0] != nil }) {
                    found.insert(change.item)
                }
            }
        }
        return found
    }
}

/// What is known of an indicator's periods where nobody has reported: so a report's own period and those after it look to
/// the checks.
struct BlankHistory: Sendable {
    /// The facts of each period.
    let facts: [Value]
    /// The reports that are counted from each period on.
    let countsFrom: [ReportCounts]

    init(_ figures: PeriodFigures) {
        facts = figures.facts
        var sum = ReportCounts()
        var counts: [ReportCounts] = []
        for part in figures.counts.reversed() {
            sum += part
            counts.append(sum)
        }
        countsFrom = counts.reversed()
    }
}
