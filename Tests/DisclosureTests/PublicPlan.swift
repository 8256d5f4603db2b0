import ActionPlan
import Diagnostics
import Disclosure
import Foundation
import Rules
import Testing

/// A small plan with figures of persons, and what the public sees of it.
struct PublicPlan {
    var records: [ReportRecord] = []
    var zero = "publish"
    var threshold = 10
    var texts = "withhold"
    /// The only indicator of the plan; all of them if nil.
    var only: String?

    private static let text = """
        format: nap-plan/1
        plan:
          id: shelter
          title: Shelter plan
          start: 2020-01-01
          end: 2021-12-31
          languages: [en]
          provenance: {kind: documented, source: decree}
          calendar: half
          rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}]
          headline: [pace, core]
          disclosure: {threshold: FEW, zero: ZERO, texts: TEXTS}
        sources: [{id: decree, title: Decree, date: 2019-12-01}]
        agencies:
          - {id: police, title: Police, kind: ministry}
          - {id: health, title: Health, kind: ministry}
        calendars: [{id: half, frequency: half-yearly, due-day: 15, grace-days: 5}]
        dimensions:
          - id: sex
            title: Sex
            partitions: true
            categories: [{id: female, title: Female}, {id: male, title: Male}]
          - id: need
            title: Need
            partitions: false
            categories: [{id: health, title: Health}, {id: law, title: Law}]
        objectives:
          - id: o1
            title: Shelter
            lead: police
            activities:
              - id: a1
                title: Help
                timing: {kind: permanent}
                indicators:
                  - {id: helped, title: Persons helped, measure: unit, unit: persons, direction: increase,
                     accumulation: per-period, target: {value: 8}, disaggregation: [sex, need]}
                  - {id: joint, title: Persons met, measure: unit, unit: persons, direction: increase,
                     accumulation: per-period, target: {value: 20}, contributors: [police, health]}
              - id: a2
                title: Train
                timing: {kind: permanent}
                indicators:
                  - {id: trained, title: Persons trained, measure: unit, unit: persons, direction: increase,
                     accumulation: cumulative, baseline: {value: 0, year: 2019}, target: {value: 400}}
                  - {id: share, title: Share of helped, measure: percentage, numerator: helped, denominator: all,
                     direction: increase, accumulation: per-period, target: {value: 80}}
              - id: a3
                title: Write
                timing: {kind: permanent}
                indicators:
                  - {id: rooms, title: Rooms, measure: unit, unit: rooms, counts: things, direction: increase,
                     accumulation: per-period, target: {value: 4}}
                  - {id: story, title: What was done, measure: qualitative, direction: contextual,
                     accumulation: per-period}
        """

    static let periods = ["2020-H1", "2020-H2", "2021-H1"]

    /// The whole value of an indicator for periods, from the first on.
    mutating func report(
        _ item: String,
        _ values: Double...,
        agency: String = "police",
        cells: [ReportContent.Cell] = []
    ) {
        for (period, value) in zip(Self.periods, values) {
            report(item, period, .value(.number(value)), agency: agency, cells: cells)
        }
    }

    mutating func report(
        _ item: String,
        _ period: String,
        _ body: ReportContent.Body,
        agency: String = "police",
        cells: [ReportContent.Cell] = []
    ) {
        let content = ReportContent(
            body: body,
            cells: cells,
            comment: LocalizedText("SECRET comment", language: "en"),
            claim: StatusID(rawValue: "achieved"),
            evidence: [
                Evidence(title: LocalizedText("List", language: "en"), url: "https://example.org/list"),
                Evidence(title: LocalizedText("SECRET list", language: "en")),
            ],
            provenance: .illustrative(note: LocalizedText("SECRET note", language: "en"))
        )
        let moment = Moment(seconds: 1_594_000_000)
        let review = Review(
            version: 1,
            decision: .verified,
            reason: LocalizedText("SECRET reason", language: "en"),
            verdict: StatusID(rawValue: "achieved"),
            reviewer: "SECRET reviewer",
            reviewed: moment,
            provenance: .stated
        )
        let key = ReportKey(
            item: ItemID(rawValue: item),
            period: PeriodID(rawValue: period),
            agency: AgencyID(rawValue: agency)
        )
        records.append(
            ReportRecord(
                key: key,
                state: .verified,
                versions: [ReportVersion(number: 1, content: content, isDraft: false, submitted: moment)],
                reviews: [review]
            )
        )
    }

    func assessor() throws -> Assessor {
        let text = chosen.replacing("ZERO", with: zero).replacing("FEW", with: String(threshold))
            .replacing("TEXTS", with: texts)
        let (plan, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
        let loaded = try #require(plan, "\(TextRenderer().render(problems))")
        let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "rules").path()
        let library = RulePackLibrary(folders: [rules])
        let (assessor, diagnostics) = Assessor.prepare(loaded, find: library.pack) { _ in "" }
        return try #require(assessor, "\(TextRenderer().render(diagnostics))")
    }

    /// The plan's text without the indicators that are not wanted, and without activities that have none.
    private var chosen: String {
        guard let only else { return Self.text }
        let activities = Self.text.split(separator: /\n {6}(?=- id: a)/).map(String.init)
        let chosen = activities.dropFirst().filter { $0.contains("{id: \(only),") }
            .map { activity in
                let indicators = activity.split(separator: /\n {10}(?=- {id: )/).map(String.init)
                return indicators[0]
                    + indicators.filter { $0.hasPrefix("- {id: \(only),") }.map { "\n          " + $0 }.joined()
            }
        return activities[0] + chosen.map { "\n      " + $0 }.joined()
    }

    private static let asOf = Day("2021-08-20")

    func published(after earlier: PublishedFigures = PublishedFigures()) throws -> Assessment {
        try published(by: assessor(), after: earlier)
    }

    func published(by assessor: Assessor, after earlier: PublishedFigures = PublishedFigures()) throws -> Assessment {
        Disclosure(assessor).assess(snapshot, asOf: try #require(Self.asOf), after: earlier)
    }

    func known() throws -> Assessment {
        try assessor().assess(snapshot, asOf: try #require(Self.asOf))
    }

    private var snapshot: Snapshot { Snapshot(knownAt: Moment(seconds: 1_629_400_000), records: records) }
}

extension Assessment {
    func indicator(_ id: String) throws -> IndicatorAssessment {
        try #require(indicators.first { $0.id.rawValue == id })
    }

    /// All parts that are made of reports.
    var withoutPlan: [Any] { [indicators, activities, objectives, agencies, overall, findings] }

    func activity(_ id: String) throws -> ActivityAssessment {
        try #require(activities.first { $0.id.rawValue == id })
    }
}

extension ReportContent.Cell {
    init(_ dimension: String, _ category: String, _ value: Double) {
        self.init(categories: [.init(dimension: dimension, category: category)], value: value)
    }
}

/// Every text and number in a value, however deep, one a line: what a reader of the published files could find.
///
/// Expressions of rules are passed over: they are the packs', and hold nothing of reports.
func everything(in value: Any) -> String {
    var lines: [String] = []
    collect(value, &lines)
    return lines.joined(separator: "\n")
}

private func collect(_ value: Any, _ lines: inout [String]) {
    let mirror = Mirror(reflecting: value)
    if value is SentenceTemplate || mirror.displayStyle == .class { return }
    if mirror.displayStyle == .enum { lines.append(String(describing: value).prefix { $0 != "(" }.description) }
    if mirror.children.isEmpty, mirror.displayStyle == nil { lines.append(String(describing: value)) }
    for child in mirror.children { collect(child.value, &lines) }
}
