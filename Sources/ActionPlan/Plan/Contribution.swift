/// How the reports of several agencies on one indicator go together.
package struct Contribution: Hashable, Sendable {
    package var combination: Combination
    package var guardedBy: Guard

    package enum Combination: String, Sendable, CaseIterable {
        /// Each reports its own part; the value is their sum.
        case sum
        /// The lead reports the value; what the others report stands beside it and is not added.
        case leadOnly = "lead-only"
        /// Each figure stands for itself, and there is none for all together.
        case separate
    }

    /// What happens where a part seems to be in two reports.
    package enum Guard: String, Sendable, CaseIterable {
        /// The report is not taken.
        case refuse
        /// The report is taken with a comment that explains it, and the finding is shown.
        case flag
        /// Nobody looks for it.
        case allow
    }

    package init(combination: Combination = .sum, guardedBy: Guard = .flag) {
        self.combination = combination
        self.guardedBy = guardedBy
    }
}

extension Indicator {
    /// The agencies whose reports make up its value; empty where there is none for all together.
    package var addends: [AgencyID] {
        switch contribution.combination {
        case .sum: reporters
        case .leadOnly: lead.map { [$0] } ?? []
        case .separate: contributors.count > 1 ? [] : reporters
        }
    }
}
