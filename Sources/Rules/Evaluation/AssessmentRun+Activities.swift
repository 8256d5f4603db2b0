import ActionPlan
import CEL

/// What packs say of an activity: its time, its milestones, what is below it.
extension AssessmentRun {
    mutating func assess(_ activity: Activity) -> ActivityAssessment {
        let below = index.children(of: activity.id)
        let figures = PeriodFigures(of: activity, in: context)
        let reported = figures.periods.last { period in
            if case .implementation? = period.value { true } else { false }
        }
        var implementation: (ImplementationStatus, PeriodID)?
        if let reported, case .implementation(let status)? = reported.value {
            implementation = (status, reported.period.id)
        }
        var counts = figures.counts
        var milestones = MilestoneCounts()
        var evidence = figures.evidenceCount
        for child in below {
            if let assessment = indicators[child.id], let indicator = index.indicator(child.id) {
                counts += assessment.reports
                evidence += assessment.periods.flatMap(\.reports)
                    .reduce(0) { $0 + ($1.version?.content.evidence.count ?? 0) }
                count(indicator, into: &milestones)
            }
            if let assessment = activities[child.id] { counts += assessment.reports }
        }
        let children = below.compactMap { child($0) }
        let subject = ActivitySubject(
            activity: activity,
            asOf: asOf,
            isScheduled: !index.expectedReporters(of: activity.id).isEmpty,
            implementation: implementation.map { (status: $0.0, period: $0.1) },
            completedFrom: completedFrom(figures.periods),
            isAwaited: isAwaited(activity, figures.periods, below),
            milestones: milestones,
            evidenceCount: evidence,
            waitsFor: activity.dependsOn.filter { !isCompleted($0) }.map(\.rawValue),
            children: children,
            tally: tally(children),
            reports: counts
        )
        let assumed = bounds(.activity, subject, FactSchema.activity.callAsFunction) { [run = self] subject, status in
            var assumed = subject
            guard run.assume(status, &assumed.children) else { return nil }
            assumed.tally = run.tally(assumed.children)
            return assumed
        }
        let judgement = judge(.activity, activity.id, [FactSchema.activity(subject)], assumed: assumed) { path in
            Self.origin(path, of: activity.id)
        }
        check(activity, figures.periods)
        return ActivityAssessment(
            id: activity.id,
            verdicts: published(judgement.verdicts, children, subject.tally),
            implementation: implementation?.0,
            periods: figures.periods,
            tally: subject.tally,
            reports: counts,
            isIllustrative: activity.provenance.isIllustrative || figures.periods.contains(where: \.isIllustrative)
                || below.contains { indicators[$0.id]?.isIllustrative ?? activities[$0.id]?.isIllustrative ?? false }
        )
    }

    func count(_ indicator: Indicator, into milestones: inout MilestoneCounts) {
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
        indicators[indicator]?.verdicts.headline.flatMap { assessor.statuses[$0.status] }
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
                .flatMap { indicators[$0.id]?.periods ?? [] }
        }
        let after = periods.filter { $0.period.days.end >= end }
        return after.allSatisfy { $0.state == .due || $0.state == .notDue }
            && after.contains { $0.state == .due || $0.period.days.start <= asOf }
    }

    /// Whether an activity is done: so reported, or all of its milestones achieved.
    func isCompleted(_ id: ItemID) -> Bool {
        if activities[id]?.implementation == .completed { return true }
        let milestones = index.children(of: id).filter { index.indicator($0.id)?.measure.keyword == "milestone" }
        return !milestones.isEmpty && milestones.allSatisfy { achievements[$0.id] != nil }
    }
}
