import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

/// A small plan with its packs, and reports on it.
struct TestPlan {
    let plan: Plan
    let assessor: Assessor

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    /// Objectives with one indicator: 600 trees by the end of the plan.
    static let trees = """
        objectives:
          - id: o1
            title: More forest
            lead: forestry
            activities:
              - id: a1
                title: Plant trees
                indicators:
                  - id: trees
                    title: Trees planted
                    measure: unit
                    unit: trees
                    direction: increase
                    accumulation: cumulative
                    baseline: {value: 0, year: 2019}
                    target: {value: 600}
        """

    /// A plan of which the objectives are given; half-yearly reports, due on the 15th, ten days of grace.
    ///
    /// - Parameters:
    ///   - objectives: the objectives, in YAML.
    ///   - amendments: amendments of them.
    ///   - rules: the packs that judge it; `core` and `pace` if nil.
    ///   - packs: further packs, by their identifiers.
    /// - Throws: where the plan or a pack has a mistake.
    init(
        _ objectives: String,
        amendments: String = "amendments: []",
        rules: String? = nil,
        packs: [String: String] = [:]
    ) throws {
        let header = """
            format: nap-plan/1
            plan:
              id: forest
              title: {en: Forest plan}
              start: 2020-01-01
              end: 2022-12-31
              utc-offset: "+05:00"
              languages: [en]
              provenance: {kind: documented, source: decree}
              calendar: half-yearly
              rules: \(rules ?? "[{pack: core, version: \"1.0\"}, {pack: pace, version: \"1.0\"}]")
              headline: [pace, core]
            sources: [{id: decree, title: Decree}]
            agencies:
              - {id: forestry, title: Forest service, kind: state-body}
              - {id: education, title: Ministry of Education, kind: ministry}
              - {id: customs, title: Customs, kind: state-body}
            calendars:
              - {id: half-yearly, frequency: half-yearly, due-day: 15, grace-days: 10}
            dimensions:
              - {id: sex, title: Sex, partitions: true, categories: [{id: f, title: F}, {id: m, title: M}]}
              - {id: topic, title: Topic, partitions: false, categories: [{id: a, title: A}, {id: b, title: B}]}

            """
        let text = header + objectives + "\n" + amendments + "\n"
        let (plan, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
        self.plan = try #require(plan, "\(TextRenderer().render(problems))")
        assessor = try Self.assessor(of: self.plan, packs: packs)
    }

    static func assessor(
        of plan: Plan,
        folders: [String] = [root + "rules"],
        packs: [String: String] = [:]
    ) throws -> Assessor {
        let library = RulePackLibrary(folders: folders)
        let (assessor, problems) = Assessor.prepare(
            plan,
            find: { id in
                packs[id]
                    .flatMap { RulePackLoader.load([SourceText(name: "pack.yaml", text: $0)], name: id) { _ in nil }.0 }
                    ?? library.pack(id)
            },
            digest: { "\($0.count)" }
        )
        return try #require(assessor, "\(TextRenderer().render(library.diagnostics + problems))")
    }

    func assess(_ reports: [ReportRecord], asOf day: String) throws -> Assessment {
        let day = try #require(Day(day))
        return assessor.assess(Snapshot(knownAt: Moment(startOf: day, at: .zero), records: reports), asOf: day)
    }
}

/// A report, sent on a day.
func report(
    _ item: String,
    _ period: String,
    by agency: String = "forestry",
    _ body: ReportContent.Body,
    on day: String? = nil,
    claim: String? = nil,
    state: ReportState = .submitted,
    verdict: String? = nil,
    cells: [ReportContent.Cell] = [],
    evidence: Int = 1,
    illustrative: Bool = false
) -> ReportRecord {
    let end = period.hasSuffix("H1") ? "\(period.prefix(4))-07-10" : "\((Int(period.prefix(4)) ?? 0) + 1)-01-10"
    let sent = Moment("\(day ?? end)T08:00:00Z") ?? Moment(seconds: 0)
    let provenance: Provenance =
        illustrative ? .illustrative(note: nil) : .documented(source: "decree", note: nil)
    let content = ReportContent(
        body: body,
        cells: cells,
        claim: claim.map { StatusID(rawValue: $0) },
        evidence: (0..<evidence).map { Evidence(title: LocalizedText("Sheet \($0)", language: "en")) },
        provenance: provenance
    )
    let isReviewed = state == .verified || state == .returned
    return ReportRecord(
        key: ReportKey(
            item: ItemID(rawValue: item),
            period: PeriodID(rawValue: period),
            agency: AgencyID(rawValue: agency)
        ),
        state: state,
        versions: [ReportVersion(number: 1, content: content, isDraft: state == .draft, submitted: sent)],
        reviews: isReviewed
            ? [
                Review(
                    version: 1,
                    decision: state == .verified ? .verified : .returned,
                    reason: LocalizedText("why", language: "en"),
                    verdict: verdict.map { StatusID(rawValue: $0) },
                    reviewer: "secretariat",
                    reviewed: sent,
                    provenance: provenance
                )
            ] : []
    )
}

extension ReportContent.Body {
    static func number(_ number: Double) -> Self { .value(.number(number)) }
    static func milestone(_ achieved: Bool, on day: String? = nil) -> Self {
        .value(.milestone(achieved: achieved, on: day.flatMap { Day($0) }))
    }
    static func implementation(_ status: ImplementationStatus) -> Self { .value(.implementation(status)) }
}

extension Assessment {
    func indicator(_ id: String) throws -> IndicatorAssessment {
        try #require(indicators.first { $0.id.rawValue == id })
    }
    func activity(_ id: String) throws -> ActivityAssessment {
        try #require(activities.first { $0.id.rawValue == id })
    }
    func objective(_ id: String) throws -> ObjectiveAssessment {
        try #require(objectives.first { $0.id.rawValue == id })
    }
    func agency(_ id: String) throws -> AgencyAssessment {
        try #require(agencies.first { $0.id.rawValue == id })
    }
}

extension ItemVerdicts {
    /// Pack, rule and status of the headline, such as `pace/in-time: on-track`.
    var summary: String { headline.map { "\($0.pack)/\($0.rule): \($0.status)" } ?? "none" }
}
