import ActionPlan
import CEL

/// What packs say of an activity: its time, its milestones, what is below it.
extension AssessmentRun {
    mutating func assess(_ activity: Activity) -> ActivityAssessment {
        let below = index.children(of: activity.id)
        let figures = PeriodFigures(of: activity, reports[activity.id], in: context)
        let implementation = figures.implementation
        var counts = figures.totalCounts
        var milestones = MilestoneCounts()
        var evidence = figures.periods.reduce(0) { $0 + $1.evidenceCount }
        for child in below {
            counts += reportCounts(child)
            guard let position = index.position(ofIndicator: child.id) else { continue }
            evidence += assessment.indicators[position].periods.reduce(0) { $0 + $1.evidenceCount }
            count(index.plan.indicators[position], into: &milestones)
        }
        let children = below.compactMap { child($0) }
        let subject = ActivitySubject(
            activity: activity,
            asOf: asOf,
            isScheduled: !index.expectedReporters(of: activity.id).isEmpty,
            implementation: implementation,
            completedFrom: completedFrom(figures.periods),
            isAwaited: isAwaited(activity, figures.periods, below),
            milestones: milestones,
            evidenceCount: evidence,
            waitsFor: activity.dependsOn.filter { !isCompleted($0) }.map(\.rawValue),
            children: children,
            tally: assessor.statuses.tally(children),
            reports: counts
        )
        let naming = naming(activity.id)
        let judgement = judge(
            .activity,
            activity.id,
            [assessor.facts(.activity, subject, FactSchema.activity)],
            naming: naming,
            assumed: bounds(.activity, subject, FactSchema.activity)
        ) { path in
            Self.origin(path, of: activity.id)
        }
        check(activity, figures.periods, naming)
        leaves[activity.id] = leaves(below: below)
        return ActivityAssessment(
            id: activity.id,
            verdicts: published(judgement.verdicts, children, subject.tally),
            implementation: implementation?.status,
            periods: figures.periods,
            tally: subject.tally,
            reports: counts,
            isIllustrative: activity.provenance.isIllustrative || figures.periods.contains(where: \.isIllustrative)
                || below.contains { isIllustrative($0) }
        )
    }

    private func count(_ indicator: Indicator, into milestones: inout MilestoneCounts) {
        guard case .milestone(let due, _) = indicator.measure, !indicator.isCancelled else { return }
        milestones.total += 1
        if let achievement = achievements[indicator.id] {
            milestones.achieved += 1
            milestones.lastAchieved = [milestones.lastAchieved, achievement.on].compactMap(\.self).max()
        } else if due < asOf, let status = headline(of: indicator.id), status.group == .bad {
            milestones.overdue += 1
        }
    }

    private func headline(of indicator: ItemID) -> Status? {
        index.position(ofIndicator: indicator).flatMap { assessment.indicators[$0].verdicts.status }
            .flatMap { assessor.statuses[$0] }
    }

    private func completedFrom(_ periods: [PeriodAssessment]) -> Day? {
        periods.first { $0.value == .implementation(.completed) }?.period.days.start
    }

    /// Whether nothing is known yet of the time after its last day, but nothing is late either.
    ///
    /// Where the activity itself is not reported on, its indicators tell.
    private func isAwaited(_ activity: Activity, _ own: [PeriodAssessment], _ below: [ItemReference]) -> Bool {
        guard let end = activity.timing?.days.end else { return false }
        var periods = own
        if index.expectedReporters(of: activity.id).isEmpty {
            periods = below.filter { !index.expectedReporters(of: $0.id).isEmpty && achievements[$0.id] == nil }
                .flatMap { child in
                    index.position(ofIndicator: child.id).map { assessment.indicators[$0].periods } ?? []
                }
        }
        let after = periods.filter { $0.period.days.end >= end }
        return after.allSatisfy { $0.state == .due || $0.state == .notDue }
            && after.contains { $0.state == .due || $0.period.days.start <= asOf }
    }
}
