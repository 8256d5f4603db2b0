import ActionPlan

/// What is said where the public may not see the figures that it is made from.
extension AssessmentRun {
    /// Takes out what packs say of indicators of which nothing may be said, before anything above them is judged:
    /// roll-ups are then made of what the public sees, and nothing can be inferred from them.
    mutating func withholdVerdicts() {
        guard !withholding.isEmpty else { return }
        for indicator in index.plan.indicators where withholding.contains(indicator.id) {
            guard var assessment = indicators[indicator.id] else { continue }
            assessment.verdicts = withheldVerdicts
            for position in assessment.periods.indices {
                assessment.periods[position].verdicts = []
                assessment.periods[position].measures = []
            }
            indicators[indicator.id] = assessment
        }
        findings.removeAll { withholding.contains($0.item) }
    }

    /// What is said of an item with others below it: that it is withheld, where one of those is and none is judged.
    func published(_ verdicts: ItemVerdicts, _ children: [ChildSubject], _ tally: Tally) -> ItemVerdicts {
        guard tally.judgedWeight == 0, children.contains(where: { $0.status.id == Status.withheld.id }) else {
            return verdicts
        }
        switch verdicts.headline.flatMap({ assessor.statuses[$0.status]?.group }) {
        case .good, .attention, .bad: return verdicts
        case .unknown, .neutral, nil: return withheldVerdicts
        }
    }

    private var withheldVerdicts: ItemVerdicts {
        let pack = index.plan.headline.first ?? assessor.uses.first?.pack.id ?? ""
        let verdict = Verdict.withheld(pack: pack)
        return ItemVerdicts(headline: verdict, all: [verdict])
    }
}
