import ActionPlan
import CEL

/// What rules see of a plan, its reports and their sums: docs/rule-packs.md describes every field.
enum FactSchema {
    static let plan = FactTable<PlanSubject>(
        "plan",
        [
            .text("id") { $0.plan.id },
            .day("start") { $0.plan.days.start },
            .day("end") { $0.plan.days.end },
            .count("total_days") { $0.plan.days.count },
            .count("elapsed_days") { $0.plan.days.elapsed(at: $0.asOf) },
            .number("elapsed") { Double($0.plan.days.elapsed(at: $0.asOf)) / Double($0.plan.days.count) },
        ]
    )

    static let reports = FactTable<ReportCounts>(
        "reports",
        [
            .count("expected") { $0.expected }, .count("received") { $0.received }, .count("on_time") { $0.onTime },
            .count("late") { $0.late }, .count("overdue") { $0.overdue }, .count("due") { $0.due },
            .count("nil") { $0.nilReports }, .count("returned") { $0.returned }, .count("unverified") { $0.unverified },
            .count("verified") { $0.verified },
            .optionalNumber("on_time_rate") { $0.expected > 0 ? Double($0.onTime) / Double($0.expected) : nil },
        ]
    )

    static let tally = FactTable<Tally>(
        "tally",
        [
            .count("total") { $0.total }, .count("good") { $0.good }, .count("attention") { $0.attention },
            .count("bad") { $0.bad }, .count("unknown") { $0.unknown }, .count("neutral") { $0.neutral },
            .number("good_weight") { $0.goodWeight }, .number("attention_weight") { $0.attentionWeight },
            .number("bad_weight") { $0.badWeight }, .number("unknown_weight") { $0.unknownWeight },
            .number("neutral_weight") { $0.neutralWeight }, .number("judged_weight") { $0.judgedWeight },
            .optionalNumber("coverage") { $0.coverage },
        ]
    )

    static let child = FactTable<ChildSubject>(
        "child",
        [
            .text("id") { $0.id.rawValue }, .text("kind") { $0.kind }, .text("status") { $0.standing.status.rawValue },
            .count("rank") { $0.standing.rank }, .text("group") { $0.standing.group.rawValue },
            .number("weight") { $0.weight },
            .text("pack") { $0.pack },
            .init(declaration: .init("statuses", .map(key: .string, value: .string))) { child in
                .map(MapValue(child.verdicts.all.map { ($0.pack, .string($0.status.rawValue)) }))
            },
            .init(declaration: .init("scores", .map(key: .string, value: .double))) { child in
                .map(MapValue(child.scores.map { ($0.pack, .double($0.score)) }))
            },
        ]
    )

    static let cell = FactTable<ReportContent.Cell>(
        "cell",
        [
            .number("value") { $0.value },
            .init(declaration: .init("categories", .map(key: .string, value: .string))) { cell in
                var map = MapValue()
                for category in cell.categories {
                    _ = map.insert(.string(category.dimension), .string(category.category))
                }
                return .map(map)
            },
        ]
    )

    static let period = FactTable<PeriodSubject>(
        "period",
        [
            .text("id") { $0.assessment.period.id.rawValue },
            .day("start") { $0.assessment.period.days.start },
            .day("end") { $0.assessment.period.days.end },
            .day("due") { $0.assessment.period.due },
            .day("grace_end") { $0.assessment.period.graceEnd },
            .flag("ended") { $0.ended },
            .text("state") { $0.assessment.state.rawValue },
            .optionalNumber("actual") { $0.assessment.actual },
            .optionalNumber("target") { $0.targetNumber },
            .optionalNumber("expected") { $0.assessment.expected },
            .optionalText("level") { $0.level },
            .optionalCount("level_rank") { $0.rank(of: $0.level) },
            .optionalCount("target_rank") { $0.targetRank },
            .optionalText("category") { if case .category(let id)? = $0.assessment.value { id } else { nil } },
            .optionalFlag("achieved") {
                if case .milestone(let achieved, _)? = $0.assessment.value { achieved } else { nil }
            },
            .optionalNumber("numerator") { $0.ratio?.numerator },
            .optionalNumber("denominator") { $0.ratio?.denominator },
            .flag("verified") { $0.received.count > 0 && $0.received.areVerified },
            .flag("returned") { $0.received.isAnyReturned },
            .flag("corrected") { $0.received.isAnyCorrected },
            .flag("late") { $0.received.isAnyLate },
            .count("days_late") { $0.received.daysLate },
            .flag("has_comment") { $0.received.haveComment },
            .count("evidence_count") { $0.received.evidenceCount },
            .optionalText("claim") { $0.received.claim?.rawValue },
            .optionalText("review") { $0.received.review?.rawValue },
            .count("parts") { $0.received.count },
            .count("parts_expected") { $0.assessment.reports.count },
            .objects("cells", cell.type) { $0.assessment.cells.map { cell($0) } },
            .optionalNumber("partition_sum") { $0.partitionSum },
        ]
    )

    static let indicator = FactTable<IndicatorSubject>(
        "indicator",
        [
            .text("id") { $0.indicator.id.rawValue },
            .text("measure") { $0.indicator.measure.keyword },
            .text("direction") { $0.indicator.direction.keyword },
            .text("accumulation") { $0.indicator.accumulation.rawValue },
            .optionalText("level") { $0.indicator.level?.rawValue },
            .number("weight") { $0.indicator.weight },
            .optionalText("lead") { $0.indicator.lead?.rawValue },
            .flag("cancelled") { $0.indicator.isCancelled },
            .flag("numeric") { $0.indicator.measure.isNumeric },
            .flag("scheduled") { $0.isScheduled },
            .count("decimals") { $0.indicator.measure.decimals },
            .flag("counts_persons") { $0.indicator.measure.countsPersons },
            .flag("disaggregated") { !$0.indicator.disaggregation.isEmpty },
            .optionalNumber("baseline") {
                if case .known(let value, _, _, _) = $0.indicator.baseline { value } else { nil }
            },
            .optionalCount("baseline_year") {
                if case .known(_, let year, _, _) = $0.indicator.baseline { year } else { nil }
            },
            .optionalNumber("target") {
                if case .number(let value)? = $0.indicator.finalTarget?.value { value } else { nil }
            },
            .optionalDay("target_by") { $0.indicator.finalTarget?.by },
            .optionalText("target_level") {
                if case .level(let id)? = $0.indicator.finalTarget?.value { id } else { nil }
            },
            .optionalNumber("band_low") { $0.band?.lowerBound },
            .optionalNumber("band_high") { $0.band?.upperBound },
            .optionalNumber("plausible_low") { $0.indicator.plausible?.lowerBound },
            .optionalNumber("plausible_high") { $0.indicator.plausible?.upperBound },
            .objects("periods", period.type) { $0.periodFacts },
            .objects("ended", period.type) { $0.endedFacts },
            .optionalObject("latest", period.type) { subject in subject.totals.latest.map { subject.periodFacts[$0] } },
            .optionalObject("previous", period.type) { subject in
                subject.totals.previous.map { subject.periodFacts[$0] }
            },
            .optionalNumber("actual_sum") { $0.totals.sums?.actual },
            .optionalNumber("target_sum") { $0.totals.sums?.target },
            .count("judged_periods") { $0.totals.sums?.count ?? 0 },
            .count("same_for") { $0.totals.sameFor },
            .flag("target_edited_late") { $0.isTargetEditedLate },
            .optionalDay("due") { if case .milestone(let due, _) = $0.indicator.measure { due } else { nil } },
            .flag("achieved") { $0.achievement != nil },
            .optionalDay("achieved_on") { $0.achievement?.on },
            .texts("waits_for") { $0.waitsFor },
            .object("reports", reports.type) { reports($0.reports) },
        ]
    )

    static let activity = FactTable<ActivitySubject>(
        "activity",
        [
            .text("id") { $0.activity.id.rawValue },
            .text("timing") { $0.timingKeyword },
            .optionalDay("start") { $0.activity.timing?.days.start },
            .optionalDay("end") { $0.activity.timing?.days.end },
            .flag("started") { subject in subject.activity.timing.map { $0.days.start <= subject.asOf } ?? false },
            .flag("ended") { subject in subject.activity.timing.map { $0.days.end < subject.asOf } ?? false },
            .count("days_left") { subject in subject.activity.timing.map { $0.days.end - subject.asOf } ?? 0 },
            .optionalText("lead") { $0.activity.lead?.rawValue },
            .number("weight") { $0.activity.weight },
            .flag("cancelled") { $0.activity.isCancelled },
            .flag("scheduled") { $0.reports.expected + $0.reports.due + $0.reports.received > 0 || $0.isScheduled },
            .optionalText("implementation") { $0.implementation?.status.rawValue },
            .optionalText("implementation_period") { $0.implementation?.period.rawValue },
            .optionalDay("completed_from") { $0.completedFrom },
            .flag("awaited") { $0.isAwaited },
            .count("milestones") { $0.milestones.total },
            .count("milestones_achieved") { $0.milestones.achieved },
            .count("milestones_overdue") { $0.milestones.overdue },
            .optionalDay("last_achieved_on") { $0.milestones.lastAchieved },
            .count("evidence_count") { $0.evidenceCount },
            .texts("waits_for") { $0.waitsFor },
            .objects("children", child.type) { $0.children.map { child($0) } },
            .object("tally", tally.type) { tally($0.tally) },
            .object("reports", reports.type) { reports($0.reports) },
        ]
    )

    /// What roll-ups of objectives, agencies and the plan see.
    static func group(_ name: String) -> FactTable<GroupSubject> {
        FactTable<GroupSubject>(
            name,
            [
                .text("id") { $0.id },
                .number("weight") { $0.weight },
                .objects("children", child.type) { $0.children.map { child($0) } },
                .object("tally", tally.type) { tally($0.tally) },
                .object("reports", reports.type) { reports($0.reports) },
                .day("start") { $0.plan.plan.days.start },
                .day("end") { $0.plan.plan.days.end },
                .count("total_days") { $0.plan.plan.days.count },
                .count("elapsed_days") { $0.plan.plan.days.elapsed(at: $0.plan.asOf) },
                .number("elapsed") {
                    Double($0.plan.plan.days.elapsed(at: $0.plan.asOf)) / Double($0.plan.plan.days.count)
                },
            ]
        )
    }
    static let objective = group("objective")
    static let agency = group("agency")
    static let planGroup = group("plan")

    /// What another agency reported on the same item for the same period.
    static let other = FactTable<ReportSubject.Other>(
        "other",
        [
            .text("agency") { $0.agency.rawValue },
            .optionalNumber("actual") { $0.value?.number },
            .optionalText("implementation") {
                if case .implementation(let status)? = $0.value { status.rawValue } else { nil }
            },
        ]
    )

    static let report = FactTable<ReportSubject>(
        "report",
        [
            .text("kind") { $0.isActivity ? "activity" : "indicator" },
            .optionalNumber("actual") { $0.value?.number },
            .optionalNumber("numerator") { if case .ratio(let numerator, _)? = $0.value { numerator } else { nil } },
            .optionalNumber("denominator") {
                if case .ratio(_, let denominator)? = $0.value { denominator } else { nil }
            },
            .optionalText("level") { if case .level(let id)? = $0.value { id } else { nil } },
            .optionalText("category") { if case .category(let id)? = $0.value { id } else { nil } },
            .optionalFlag("achieved") { if case .milestone(let achieved, _)? = $0.value { achieved } else { nil } },
            .optionalDay("achieved_on") { if case .milestone(_, let day)? = $0.value { day } else { nil } },
            .optionalText("implementation") {
                if case .implementation(let status)? = $0.value { status.rawValue } else { nil }
            },
            .flag("nil") { $0.content.body == .nilReport },
            .flag("not_applicable") { if case .notApplicable = $0.content.body { true } else { false } },
            .flag("has_comment") { $0.content.comment != nil },
            .flag("has_variation") { $0.content.variation != nil },
            .count("evidence_count") { $0.content.evidence.count },
            .optionalText("claim") { $0.content.claim?.rawValue },
            .objects("cells", cell.type) { $0.content.cells.map { cell($0) } },
            .optionalNumber("partition_sum") { $0.partitionSum },
            .objects("others", other.type) { $0.others.map { other($0) } },
            .flag("is_correction") { $0.isCorrection },
            .flag("is_part") { $0.isPart },
            .optionalDay("newest_evidence") { $0.content.evidence.compactMap(\.date).max() },
            .flag("illustrative") { $0.content.provenance.isIllustrative },
        ]
    )
}
