import ActionPlan
import Markup
package import Rules

/// An assessment as an activity file of IATI 2.03.
///
/// The plan is an activity of the first level of the hierarchy; every objective and activity of it is one below, with its
/// dates, its agencies and, as results, its indicators with baselines, targets and actual values by period. What has no
/// value has no element: an absent figure, a nil report and a withheld one are never exported as 0. What is illustrative
/// says so in its description or comment.
package struct IATIExport: Sendable {
    let assessment: Assessment
    let options: IATIOptions

    var index: PlanIndex { assessment.plan }
    var plan: Plan { assessment.plan.plan }

    package init(_ assessment: Assessment, _ options: IATIOptions) {
        self.assessment = assessment
        self.options = options
    }

    /// The file; the same bytes for the same assessment.
    package var bytes: [UInt8] {
        var xml = XMLWriter()
        let moment = assessment.knownAt.description
        xml.element(
            "iati-activities",
            [("version", "2.03"), ("generated-datetime", moment), ("xmlns:nap", IATIExtension.namespace)]
        ) { xml in
            writePlan(to: &xml)
            for (position, objective) in plan.objectives.enumerated() {
                write(objective, assessment.objectives[safe: position], to: &xml)
            }
            for (position, activity) in plan.activities.enumerated() {
                write(activity, assessment.activities[safe: position], to: &xml)
            }
        }
        return xml.bytes
    }

    /// The identifier of an item's activity.
    func identifier(of item: ItemID?) -> String {
        let start = "\(options.publisher)-\(plan.id)"
        return item.map { "\(start)-\($0)" } ?? start
    }
}

extension Array {
    fileprivate subscript(safe position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
