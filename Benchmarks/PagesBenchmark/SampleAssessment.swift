import ActionPlan
import Diagnostics
import Rules

/// Judges the sample plan, with all reports or with the last one left out.
struct SampleAssessment {
    struct Failure: Error {
        var text: String
    }

    let sample: SamplePlan
    let assessor: Assessor
    let events: [ReportEvent]
    let snapshot: Snapshot
    let utcOffset: UTCOffset
    let asOf: Day

    init(_ sample: SamplePlan, rules: String) throws {
        self.sample = sample
        let (plan, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: sample.plan)])
        guard let plan, let asOf = Day("2023-02-01") else { throw Failure(text: TextRenderer().render(problems)) }
        let library = RulePackLibrary(folders: [rules])
        let (assessor, mistakes) = Assessor.prepare(plan, find: library.pack, digest: { _ in "" })
        guard let assessor else { throw Failure(text: TextRenderer().render(library.diagnostics + mistakes)) }
        self.assessor = assessor
        self.asOf = asOf
        utcOffset = plan.utcOffset
        events = try Self.events(sample, plan)
        snapshot = try Self.snapshot(events, knownAt: Moment(startOf: asOf + 1, at: plan.utcOffset))
    }

    private static func snapshot(_ events: some Sequence<ReportEvent>, knownAt: Moment) throws -> Snapshot {
        try Snapshot(replaying: events.map { .report($0) }, knownAt: knownAt)
    }

    private static func events(_ sample: SamplePlan, _ plan: Plan) throws -> [ReportEvent] {
        let loader = ReportLoader(PlanIndex(plan), statuses: nil)
        var events: [ReportEvent] = []
        for file in sample.reports {
            let (content, problems) = loader.load(
                SourceText(name: file.name, text: file.text),
                today: Day(number: 30_000)
            )
            guard !problems.hasErrors else { throw Failure(text: TextRenderer().render(problems)) }
            events += content.reports.compactMap { entry in
                entry.submitted.map { moment in
                    ReportEvent(
                        key: entry.key,
                        moment: moment,
                        party: .agency(entry.key.agency),
                        action: .submitted(entry.content)
                    )
                }
            }
        }
        return events.sorted { ($0.moment, $0.key) < ($1.moment, $1.key) }
    }

    /// Where the plan stands.
    func now() -> Assessment { assessor.assess(snapshot, asOf: asOf) }

    /// An assessment that keeps up with reports, before the last of them come.
    func live(without count: Int) throws -> LiveAssessment {
        LiveAssessment(assessor, try Self.snapshot(events.dropLast(count), knownAt: snapshot.knownAt), asOf: asOf)
    }

    /// Where it stood at the last meeting.
    func atMeeting() -> Assessment? {
        Day("2022-10-20")
            .map { day in
                let knownAt = Moment(startOf: day + 1, at: utcOffset)
                let known = snapshot.records.filter { $0.versions.contains { $0.submitted < knownAt } }
                return assessor.assess(Snapshot(knownAt: knownAt, records: known), asOf: day)
            }
    }
}
