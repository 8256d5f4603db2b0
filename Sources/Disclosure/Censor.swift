import ActionPlan
import Rules

/// Takes out of an indicator's assessment what the public may not see.
struct Censor {
    let indicator: Indicator
    let withheld: Withheld
    let policy: DisclosurePolicy

    func apply(to assessment: inout IndicatorAssessment) {
        for position in assessment.periods.indices {
            apply(to: &assessment.periods[position], position)
            if !withheld.isEmpty {
                assessment.periods[position].verdicts = []
                assessment.periods[position].measures = []
            }
        }
        if !withheld.isEmpty {
            for position in assessment.verdicts.all.indices { assessment.verdicts.all[position].forgetFigures() }
        }
    }

    private var countsPersons: Bool { indicator.measure.countsPersons }

    private func apply(to period: inout PeriodAssessment, _ position: Int) {
        let texts = VerifiedTexts(policy)
        // Where zero is not published, nothing to report is not either: it says much the same.
        let isHushed = countsPersons && !policy.publishesZero && period.state == .nilReport
        if withheld.periods.contains(position) || isHushed || texts.withholds(period) {
            return withhold(&period)
        }
        let hidden = withheld.cells[position] ?? []
        let reported = period.reports.filter { $0.number != nil }.count
        let showsCellsOfReport = !countsPersons || period.actual != nil && reported == 1
        period.withheldCells = period.cells.map(\.categories).filter(hidden.contains)
        period.cells.removeAll { hidden.contains($0.categories) }
        for index in period.reports.indices where isWithheld(period.reports[index], position) {
            period.reports[index].withhold()
        }
        PublicReports(keepsEvidence: !countsPersons, keepsTexts: true)
            .apply(to: &period.reports) { content in
                if showsCellsOfReport {
                    content.cells.removeAll { hidden.contains($0.categories) }
                } else {
                    content.cells = []
                }
                // An agency's own judgement is made from the same figures.
                if !withheld.isEmpty { (content.claim, content.variation) = (nil, nil) }
            }
        guard !withheld.isEmpty else { return }
        for index in period.reports.indices {
            for review in period.reports[index].record?.reviews.indices ?? 0..<0 {
                period.reports[index].record?.reviews[review].verdict = nil
                period.reports[index].record?.reviews[review].confidence = nil
            }
        }
    }

    private func isWithheld(_ part: ReportedPart, _ position: Int) -> Bool {
        if withheld.parts[position]?.contains(part.agency) ?? false { return true }
        return countsPersons && !policy.publishesZero && part.state == .nilReport
    }

    private func withhold(_ period: inout PeriodAssessment) {
        if [.value, .zero, .nilReport].contains(period.state) { period.state = .withheld }
        period.actual = nil
        period.value = nil
        period.cells = []
        period.verdicts = []
        period.measures = []
        for index in period.reports.indices {
            if period.reports[index].record?.effective != nil, period.reports[index].state != .notApplicable {
                period.reports[index].withhold()
            }
        }
        PublicReports(keepsEvidence: false).apply(to: &period.reports)
    }
}

extension ReportedPart {
    /// Keeps that it was reported, when, and whether it was verified, and nothing else.
    fileprivate mutating func withhold() {
        isVerifiedUnseen = isVerified
        state = .withheld
        record = nil
    }
}

extension Verdict {
    /// Leaves out what was read and computed on the way: some of it is not shown.
    fileprivate mutating func forgetFigures() {
        trace.inputs = []
        trace.passedOver = []
        measures = []
    }
}
