import ActionPlan

/// What is said where the public may not see the figures that it is made from.
extension AssessmentRun {
    /// An indicator of which nothing may be said: without what packs say of it, before anything above it is judged.
    ///
    /// Roll-ups are then made of what the public sees, and nothing can be inferred from them.
    func withheld(_ assessment: IndicatorAssessment) -> IndicatorAssessment {
        var assessment = assessment
        assessment.verdicts = withheldVerdicts
        for position in assessment.periods.indices {
            assessment.periods[position].verdicts = []
            assessment.periods[position].measures = []
        }
        return assessment
    }

    /// What is said of an item with others below it: that it is withheld, where one of those is and none is judged.
    func published(_ verdicts: ItemVerdicts, _ children: [ChildSubject], _ tally: Tally) -> ItemVerdicts {
        guard tally.judgedWeight == 0, children.contains(where: { $0.standing.status == Status.withheld.id }) else {
            return verdicts
        }
        switch verdicts.status.flatMap({ assessor.statuses[$0]?.group }) {
        case .good, .attention, .bad: return verdicts
        case .unknown, .neutral, nil: return withheldVerdicts
        }
    }

    private var withheldVerdicts: ItemVerdicts {
        let pack = index.plan.headline.first ?? assessor.uses.first?.id ?? ""
        return ItemVerdicts([.withheld(pack: pack)])
    }
}
