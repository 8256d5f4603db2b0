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
        case .doubleCounting: self("Perhaps counted twice")
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
}
