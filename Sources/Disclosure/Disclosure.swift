package import ActionPlan
package import Rules

/// What the public may see of where a plan stands.
///
/// Whatever is not known to be harmless is left out. Of figures that count persons, counts below the plan's threshold
/// are withheld (zero by its own switch), and with them whatever would give them away: other cells and parts of the
/// same sums, running totals whose difference is small, both parts of a percentage, every verdict, measure, trace,
/// claim and finding that was made from them. What stands above a withheld indicator is judged anew from what the
/// public sees, so that no roll-up tells more. Free text of reports, drafts, returned and earlier versions and the
/// names of reviewers are never published.
///
/// What it does not know of: two indicators that count the same persons.
package struct Disclosure: Sendable {
    private let assessor: Assessor
    private let solver: any SuppressionSolver

    /// - Parameter assessor: judges the plan.
    package init(_ assessor: Assessor) { self.init(assessor, solver: GreedySolver()) }

    init(_ assessor: Assessor, solver: some SuppressionSolver) {
        self.assessor = assessor
        self.solver = solver
    }

    /// Where the plan stands as of a day, as the public may see it.
    ///
    /// - Parameters:
    ///   - snapshot: the reports.
    ///   - asOf: the day.
    ///   - published: what earlier editions showed.
    /// - Returns: an assessment of the public edition, the same for the same input.
    package func assess(
        _ snapshot: Snapshot,
        asOf: Day,
        after published: PublishedFigures = PublishedFigures()
    ) -> Assessment {
        edition(of: assessor.assess(snapshot, asOf: asOf), from: snapshot, after: published)
    }

    /// The public assessment that belongs to an internal one.
    ///
    /// - Parameters:
    ///   - known: the internal one, as the same assessor judged it.
    ///   - snapshot: the reports from which that was made.
    ///   - published: what public editions have shown so far.
    /// - Returns: the assessment.
    package func edition(
        of known: Assessment,
        from snapshot: Snapshot,
        after published: PublishedFigures = PublishedFigures()
    ) -> Assessment {
        let plan = known.plan.plan
        let withheld = withheld(in: known, after: published)
        let silenced = withheld.filter { !$0.value.periods.isEmpty || assessor.readsCells }
        var edition = assessor.assess(known, from: snapshot, withholding: Set(silenced.keys))
        for position in edition.indicators.indices {
            let id = edition.indicators[position].id
            guard let indicator = edition.plan.indicator(id) else { continue }
            let censor = Censor(indicator: indicator, withheld: withheld[id] ?? .init(), policy: plan.disclosure)
            censor.apply(to: &edition.indicators[position])
        }
        let reports = PublicReports(keepsEvidence: true)
        for position in edition.activities.indices {
            for period in edition.activities[position].periods.indices {
                reports.apply(to: &edition.activities[position].periods[period].reports)
            }
        }
        edition.findings.removeAll { withheld[$0.item] != nil }
        if !plan.disclosure.publishesZero { edition.hideNilReports() }
        edition.edition = .public
        return edition
    }

    /// What of each indicator that counts persons must be withheld.
    private func withheld(in known: Assessment, after published: PublishedFigures) -> [ItemID: Withheld] {
        var withheld: [ItemID: Withheld] = [:]
        for assessment in known.indicators {
            guard let indicator = known.plan.indicator(assessment.id), indicator.measure.countsPersons else { continue }
            let found = IndicatorFigures.withheld(
                of: indicator,
                assessment.periods,
                in: known.plan.plan,
                after: published,
                by: solver
            )
            if !found.isEmpty { withheld[assessment.id] = found }
        }
        return withheld
    }
}

extension Assessment {
    /// Where not even a zero is published, neither is how often there was nothing to report.
    fileprivate mutating func hideNilReports() {
        for position in indicators.indices { indicators[position].reports.nilReports = 0 }
        for position in activities.indices { activities[position].reports.nilReports = 0 }
        for position in objectives.indices { objectives[position].reports.nilReports = 0 }
        for position in agencies.indices { agencies[position].reports.nilReports = 0 }
        overall.reports.nilReports = 0
    }
}
