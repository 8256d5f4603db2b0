package import ActionPlan

/// An assessment as JSON, format `nap-assessment/1`.
///
/// The bytes are the same for the same assessment: keys stand in a fixed order, fields without a value are left out (a
/// figure that is not there is never 0), days are `2021-04-29`, instants UTC. The schema is docs/schemas/assessment.schema.json.
package enum AssessmentJSON {
    /// The format's name and version.
    package static let format = "nap-assessment/1"

    /// The JSON text in UTF-8, ending in a line feed.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - traces: whether to say of each verdict how it was reached.
    /// - Returns: the bytes.
    package static func bytes(of assessment: Assessment, traces: Bool = true) -> [UInt8] {
        var writer = JSONWriter()
        AssessmentEncoder(assessment: assessment, traces: traces).write(&writer)
        writer.newline()
        return writer.bytes
    }

    /// The name and version of the format of a part.
    package static let partFormat = "nap-assessment-part/1"

    /// What an assessment says of some items of an agency, in the same words as the whole, without traces.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - items: the indicators and activities; of others nothing is said.
    ///   - agency: the agency, of whose discipline the counts of reports are said.
    /// - Returns: the bytes.
    package static func bytes(of assessment: Assessment, only items: Set<ItemID>, by agency: AgencyID) -> [UInt8] {
        var writer = JSONWriter()
        AssessmentEncoder(assessment: assessment, traces: false).write(&writer, only: items, by: agency)
        writer.newline()
        return writer.bytes
    }

    /// The findings about some items, in the same words.
    package static func findings(of assessment: Assessment, about items: Set<ItemID>) -> [UInt8] {
        var writer = JSONWriter()
        let encoder = AssessmentEncoder(assessment: assessment, traces: false)
        writer.object { writer in
            let findings = assessment.findings.filter { items.contains($0.item) }
            writer.array("findings", findings, linewise: true, encoder.finding)
        }
        writer.newline()
        return writer.bytes
    }
}

/// Writes the parts of an assessment.
struct AssessmentEncoder {
    let assessment: Assessment
    let traces: Bool

    func write(_ writer: inout JSONWriter) {
        let plan = assessment.plan.plan
        writer.object { writer in
            writer.string("format", AssessmentJSON.format)
            writer.string("edition", assessment.edition.rawValue)
            writer.string("as_of", assessment.asOf.description)
            writer.string("known_at", assessment.knownAt.description)
            writer.object("plan") { writer in
                writer.string("id", plan.id)
                writer.string("version", plan.version)
                writer.text("title", plan.title)
                writer.string("start", plan.days.start.description)
                writer.string("end", plan.days.end.description)
                writer.array("languages", plan.languages) { $0.string($1) }
            }
            writer.array("packs", assessment.packs, linewise: true, self.pack)
            writer.array("statuses", assessment.statuses.all, linewise: true, status)
            writer.object("overall") { writer in
                verdicts(assessment.overall.verdicts, &writer)
                tally("tally", assessment.overall.tally, &writer)
                tally("activity_tally", assessment.overall.activityTally, &writer)
                tally("indicator_tally", assessment.overall.indicatorTally, &writer)
                reports(assessment.overall.reports, &writer)
                writer.flag("illustrative", assessment.overall.isIllustrative)
            }
            writer.array("objectives", assessment.objectives, linewise: true, objective)
            writer.array("activities", assessment.activities, linewise: true, activity)
            writer.array("indicators", assessment.indicators, linewise: true, indicator)
            writer.array("agencies", assessment.agencies, linewise: true, agency)
            writer.array("findings", assessment.findings, linewise: true, finding)
        }
    }

    func write(_ writer: inout JSONWriter, only items: Set<ItemID>, by agency: AgencyID) {
        writer.object { writer in
            writer.string("format", AssessmentJSON.partFormat)
            writer.string("agency", agency.rawValue)
            writer.string("as_of", assessment.asOf.description)
            writer.string("known_at", assessment.knownAt.description)
            writer.array("packs", assessment.packs, linewise: true, self.pack)
            writer.array("statuses", assessment.statuses.all, linewise: true, status)
            reports(assessment.agencies.first { $0.id == agency }?.reports ?? ReportCounts(), &writer)
            let activities = assessment.activities.filter { items.contains($0.id) }
            writer.array("activities", activities, linewise: true, activity)
            let indicators = assessment.indicators.filter { items.contains($0.id) }
            writer.array("indicators", indicators, linewise: true, indicator)
            let findings = assessment.findings.filter { items.contains($0.item) }
            writer.array("findings", findings, linewise: true, finding)
        }
    }

    private func pack(_ writer: inout JSONWriter, _ summary: PackSummary) {
        writer.object { writer in
            writer.string("id", summary.pack.id)
            writer.string("version", summary.pack.version.description)
            writer.string("sha256", summary.digest)
            writer.text("title", summary.pack.title)
            writer.measures("parameters", summary.parameters)
        }
    }

    private func status(_ writer: inout JSONWriter, _ status: Status) {
        writer.object { writer in
            writer.string("id", status.id.rawValue)
            writer.string("pack", status.pack)
            writer.text("title", status.title)
            writer.integer("rank", status.rank)
            writer.string("group", status.group.rawValue)
            writer.string("color", status.color.rawValue)
            writer.string("symbol", status.symbol.rawValue)
            writer.text("advice", status.advice)
        }
    }

    // MARK: - Items

    private func objective(_ writer: inout JSONWriter, _ objective: ObjectiveAssessment) {
        let item = assessment.plan.objective(objective.id)
        writer.object { writer in
            writer.string("id", objective.id.rawValue)
            writer.string("parent", item?.parent?.rawValue)
            writer.string("code", item?.code)
            writer.text("title", item?.title)
            verdicts(objective.verdicts, &writer)
            tally("tally", objective.tally, &writer)
            tally("activity_tally", objective.activityTally, &writer)
            tally("indicator_tally", objective.indicatorTally, &writer)
            reports(objective.reports, &writer)
            writer.flag("illustrative", objective.isIllustrative)
        }
    }

    private func activity(_ writer: inout JSONWriter, _ activity: ActivityAssessment) {
        let item = assessment.plan.activity(activity.id)
        writer.object { writer in
            writer.string("id", activity.id.rawValue)
            writer.string("parent", item?.parent.rawValue)
            writer.string("code", item?.code)
            writer.text("title", item?.title)
            writer.string("lead", item?.lead?.rawValue)
            writer.string("implementation", activity.implementation?.rawValue)
            if item?.isCancelled ?? false { writer.flag("cancelled", true) }
            verdicts(activity.verdicts, &writer)
            tally("tally", activity.tally, &writer)
            reports(activity.reports, &writer)
            writer.array("periods", activity.periods, period)
            writer.flag("illustrative", activity.isIllustrative)
        }
    }

    private func indicator(_ writer: inout JSONWriter, _ indicator: IndicatorAssessment) {
        let item = assessment.plan.indicator(indicator.id)
        writer.object { writer in
            writer.string("id", indicator.id.rawValue)
            writer.string("parent", item?.parent.rawValue)
            writer.string("code", item?.code)
            writer.text("title", item?.title)
            writer.string("lead", item?.lead?.rawValue)
            writer.string("measure", item?.measure.keyword)
            writer.string("direction", item?.direction.keyword)
            writer.string("accumulation", item?.accumulation.rawValue)
            if case .known(let value, let year, _, _)? = item?.baseline {
                writer.object("baseline") { writer in
                    writer.number("value", value)
                    writer.integer("year", year)
                }
            }
            if let target = item?.finalTarget {
                writer.object("target") { writer in
                    self.target("value", target.value, &writer)
                    writer.string("by", target.by.description)
                }
            }
            if item?.isCancelled ?? false { writer.flag("cancelled", true) }
            verdicts(indicator.verdicts, &writer)
            reports(indicator.reports, &writer)
            writer.string("latest", indicator.latest.map { indicator.periods[$0].period.id.rawValue })
            writer.array("periods", indicator.periods, period)
            writer.flag("illustrative", indicator.isIllustrative)
        }
    }

    private func agency(_ writer: inout JSONWriter, _ agency: AgencyAssessment) {
        writer.object { writer in
            writer.string("id", agency.id.rawValue)
            writer.text("title", assessment.plan.agency(agency.id)?.title)
            verdicts(agency.verdicts, &writer)
            writer.array("items", agency.items) { $0.string($1.id.rawValue) }
            tally("tally", agency.tally, &writer)
            reports(agency.reports, &writer)
            writer.array("owed", agency.owed) { writer, owed in
                writer.object { writer in
                    writer.string("item", owed.key.item.rawValue)
                    writer.string("period", owed.key.period.rawValue)
                    writer.string("reason", owed.reason.rawValue)
                    writer.string("due", owed.due.description)
                    writer.integer("days_late", owed.daysLate)
                }
            }
        }
    }

    func finding(_ writer: inout JSONWriter, _ finding: Finding) {
        writer.object { writer in
            switch finding.kind {
            case .check(let pack, let id):
                writer.string("kind", "check")
                writer.string("pack", pack)
                writer.string("check", id)
            case .claimDiffers: writer.string("kind", "claim-differs")
            case .reviewDiffers: writer.string("kind", "review-differs")
            case .doubleCounting: writer.string("kind", "double-counting")
            case .ruleFailed(let pack, let rule):
                writer.string("kind", "rule-failed")
                writer.string("pack", pack)
                writer.string("rule", rule)
            }
            writer.string("severity", finding.severity.rawValue)
            writer.string("item", finding.item.rawValue)
            writer.string("period", finding.period?.rawValue)
            writer.string("agency", finding.agency?.rawValue)
            sentence("message", finding.sentence, &writer)
        }
    }
}
