import Language

/// The names of the facts that rules read, which the packs write as `indicator.latest.actual`.
extension Catalogue {
    /// The name of a fact; nil where it has none in words.
    func name(ofFact path: String) -> String? {
        var path = path
        for ending in [".size", ".exists", ".all", ".filter", ".map"] where path.hasSuffix(ending) {
            path.removeLast(ending.count)
        }
        if path == "today" { return self("Day of the assessment") }
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let fact = String(path[path.index(after: dot)...])
        let common = commonName(fact)
        return switch path[..<dot] {
        case "indicator": indicatorName(fact) ?? common
        case "activity": activityName(fact) ?? common
        case "period": periodName(fact)
        case "report": reportName(fact) ?? common
        case "plan", "objective", "agency": common
        default: nil
        }
    }

    private func indicatorName(_ fact: String) -> String? {
        switch fact {
        case "latest": self("Latest period with a value")
        case "latest.actual": self("Latest value")
        case "latest.target": self("Target of the latest period")
        case "latest.expected": self("Expected at the end of the latest period")
        case "latest.end": self("End of the latest period with a value")
        case "latest.level": self("Latest level")
        case "latest.level_rank": self("Latest level, counted from the lowest")
        case "latest.target_rank": self("Level to be reached, counted from the lowest")
        case "latest.numerator": self("Latest numerator")
        case "latest.denominator": self("Latest denominator")
        case "previous": self("Period before")
        case "previous.actual": self("Value before")
        case "previous.end": self("End of the period before")
        case "baseline": self("Baseline")
        case "baseline_year": self("Year of the baseline")
        case "target": self("Final target")
        case "target_by": self("Day of the final target")
        case "target_level": self("Level to be reached")
        case "band_low": self("Lower end of the band")
        case "band_high": self("Upper end of the band")
        case "plausible_low": self("Least plausible value")
        case "plausible_high": self("Greatest plausible value")
        case "actual_sum": self("Sum of the ended periods")
        case "target_sum": self("Sum of their targets")
        case "judged_periods": self("Ended periods with value and target")
        case "ended": self("Ended periods")
        case "periods": self("Periods")
        case "numeric": self("Measured in numbers")
        case "decimals": self("Digits after the decimal mark")
        case "direction": self("Direction")
        case "measure": self("Kind of measure")
        case "accumulation": self("How periods go together")
        case "due": self("Day by which it is due")
        case "achieved": self("Reported as achieved")
        case "achieved_on": self("Day on which it was achieved")
        default: nil
        }
    }

    private func activityName(_ fact: String) -> String? {
        switch fact {
        case "timing": self("Kind of timing")
        case "start": self("First day of the activity")
        case "end": self("Last day of the activity")
        case "started": self("Has begun")
        case "ended": self("Its time is over")
        case "days_left": self("Days left")
        case "implementation": self("Implementation status as reported")
        case "implementation_period": self("Period of the implementation status")
        case "milestones": self("Milestones")
        case "milestones_achieved": self("Milestones achieved")
        case "milestones_overdue": self("Milestones overdue")
        case "last_achieved_on": self("Day of the last milestone achieved")
        default: nil
        }
    }

    private func periodName(_ fact: String) -> String? {
        switch fact {
        case "actual": self("Value")
        case "target": self("Target of the period")
        case "expected": self("Expected by then")
        case "state": self("State of the figure")
        case "start": self("First day of the period")
        case "end": self("Last day of the period")
        case "due": self("Day on which the report is due")
        case "grace_end": self("Last of the days of grace")
        case "late": self("Reported late")
        case "days_late": self("Days late")
        case "returned": self("Returned to the agency")
        case "parts": self("Agencies that have reported")
        case "parts_expected": self("Agencies expected to report")
        default: nil
        }
    }

    private func reportName(_ fact: String) -> String? {
        switch fact {
        case "actual": self("Reported value")
        case "numerator": self("Numerator")
        case "denominator": self("Denominator")
        case "partition_sum": self("Sum of the parts")
        case "achieved": self("Reported as achieved")
        case "achieved_on": self("Day on which it was achieved")
        case "claim": self("The agency claims")
        case "implementation": self("Implementation status as reported")
        case "nil": self("Nothing to report")
        case "has_comment": self("Has a comment")
        case "has_variation": self("Says why it is off target")
        case "cells": self("Parts")
        default: fact.hasPrefix("others") ? self("Reports of other agencies") : nil
        }
    }

    /// Facts that several kinds of items have.
    private func commonName(_ fact: String) -> String? {
        switch fact {
        case "start": self("First day of the plan")
        case "end": self("Last day of the plan")
        case "elapsed": self("Share of the time elapsed")
        case "lead": self("Lead agency")
        case "weight": self("Weight")
        case "cancelled": self("Cancelled by an amendment")
        case "scheduled": self("Somebody is to report on it")
        case "waits_for": self("Waits for")
        case "evidence_count": self("References to evidence")
        case "children": self("Items directly below")
        case "reports.expected": self("Reports expected")
        case "reports.received": self("Reports received")
        case "reports.on_time": self("Reports on time")
        case "reports.on_time_rate": self("Share of reports on time")
        case "reports.late": self("Reports late")
        case "reports.overdue": self("Reports overdue")
        case "reports.due": self("Reports awaited")
        case "reports.nil": self("Nil reports")
        case "reports.returned": self("Reports returned")
        case "reports.verified": self("Reports verified")
        case "reports.unverified": self("Reports not yet verified")
        default: fact.hasPrefix("tally.") ? tallyName(fact.dropFirst("tally.".count)) : nil
        }
    }

    private func tallyName(_ fact: Substring) -> String? {
        switch fact {
        case "total": self("Items directly below")
        case "good": self("Of these standing well")
        case "attention": self("Of these needing attention")
        case "bad": self("Of these off track or overdue")
        case "unknown": self("Of these not judged for want of data")
        case "neutral": self("Of these with nothing to judge")
        case "coverage": self("Share judged of what can be judged")
        case "judged_weight": self("Weight of what is judged")
        case "bad_weight": self("Weight of what is off track or overdue")
        default: nil
        }
    }
}
