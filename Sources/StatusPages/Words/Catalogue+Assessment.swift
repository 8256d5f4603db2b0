import Language
import Rules

/// The names of what assessments and rule packs know.
extension Catalogue {
    func name(of severity: Finding.Severity) -> String {
        switch severity {
        case .error: self("Error")
        case .warning: self("Warning")
        case .information: self("For information")
        }
    }

    func name(of kind: Finding.Kind) -> String {
        switch kind {
        case .check: self("Data check")
        case .claimDiffers: self("Agency and rules disagree")
        case .reviewDiffers: self("Reviewer and rules disagree")
        case .ruleFailed: self("A rule could not be evaluated")
        }
    }

    func name(of reason: OwedReport.Reason) -> String {
        switch reason {
        case .due: self("Due")
        case .overdue: self("Overdue")
        case .returned: self("Returned to the agency")
        }
    }

    func name(of group: Status.Group) -> String {
        switch group {
        case .good: self("Stands well")
        case .attention: self("Needs attention")
        case .bad: self("Needs a decision")
        case .unknown: self("Not judged for want of data")
        case .neutral: self("Nothing to judge")
        }
    }

    func name(of scope: RulePack.Scope) -> String {
        switch scope {
        case .period: self("Periods")
        case .indicator: self("Indicators")
        case .activity: self("Activities")
        case .objective: self("Objectives")
        case .agency: self("Agencies")
        case .plan: self("The plan as a whole")
        }
    }

    /// The name of a fact that rules read, such as `indicator.latest.actual`; nil where it has none in words.
    func name(ofFact path: String) -> String? {
        switch path {
        case "today": self("Day of the assessment")
        case "indicator.latest.actual": self("Latest value")
        case "indicator.latest.target": self("Target of the latest period")
        case "indicator.latest.expected": self("Expected at the end of the latest period")
        case "indicator.latest.end": self("End of the latest period with a value")
        case "indicator.latest.level_rank": self("Latest level, counted from the lowest")
        case "indicator.latest.target_rank": self("Level to be reached, counted from the lowest")
        case "indicator.latest.numerator": self("Latest numerator")
        case "indicator.latest.denominator": self("Latest denominator")
        case "indicator.previous.actual": self("Value before")
        case "indicator.previous.end": self("End of the period before")
        case "indicator.baseline": self("Baseline")
        case "indicator.baseline_year": self("Year of the baseline")
        case "indicator.target": self("Final target")
        case "indicator.target_by": self("Day of the final target")
        case "indicator.band_low": self("Lower end of the band")
        case "indicator.band_high": self("Upper end of the band")
        case "indicator.actual_sum": self("Sum of the ended periods")
        case "indicator.target_sum": self("Sum of their targets")
        case "indicator.judged_periods": self("Ended periods with value and target")
        case "indicator.direction": self("Direction")
        case "indicator.measure": self("Kind of measure")
        case "indicator.accumulation": self("How periods go together")
        case "indicator.cancelled", "activity.cancelled": self("Cancelled by an amendment")
        case "indicator.scheduled", "activity.scheduled": self("Somebody is to report on it")
        case "indicator.due": self("Day by which it is due")
        case "indicator.achieved": self("Reported as achieved")
        case "indicator.achieved_on": self("Day on which it was achieved")
        case "indicator.waits_for", "activity.waits_for": self("Waits for")
        case "indicator.reports.overdue", "activity.reports.overdue", "agency.reports.overdue": self("Reports overdue")
        case "indicator.reports.due", "activity.reports.due": self("Reports awaited")
        case "indicator.reports.nil": self("Nil reports")
        case "activity.reports.received", "agency.reports.received": self("Reports received")
        case "agency.reports.expected", "activity.reports.expected": self("Reports expected")
        case "agency.reports.on_time_rate": self("Share of reports on time")
        case "agency.reports.on_time": self("Reports on time")
        case "agency.reports.late": self("Reports late")
        case "activity.timing": self("Kind of timing")
        case "activity.start": self("First day of the activity")
        case "activity.end": self("Last day of the activity")
        case "activity.started": self("Has begun")
        case "activity.ended": self("Its time is over")
        case "activity.days_left": self("Days left")
        case "activity.implementation": self("Implementation status as reported")
        case "activity.milestones": self("Milestones")
        case "activity.milestones_achieved": self("Milestones achieved")
        case "activity.milestones_overdue": self("Milestones overdue")
        case "activity.last_achieved_on": self("Day of the last milestone achieved")
        case "activity.evidence_count": self("References to evidence")
        default: tallyName(path)
        }
    }

    private func tallyName(_ path: String) -> String? {
        guard let range = path.firstRange(of: ".tally.") else { return nil }
        switch path[range.upperBound...] {
        case "total": return self("Items directly below")
        case "good": return self("Of these standing well")
        case "attention": return self("Of these needing attention")
        case "bad": return self("Of these off track or overdue")
        case "unknown": return self("Of these not judged for want of data")
        case "neutral": return self("Of these with nothing to judge")
        case "coverage": return self("Share judged of what can be judged")
        case "judged_weight": return self("Weight of what is judged")
        case "bad_weight": return self("Weight of what is off track or overdue")
        default: return nil
        }
    }
}
