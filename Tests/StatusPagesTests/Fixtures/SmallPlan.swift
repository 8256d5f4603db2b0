import ActionPlan
import Diagnostics
import Foundation
import Rules

/// A small plan with reports in every state, judged by a small pack, and its assessments.
enum SmallPlan {
    struct Failure: Error {
        var text: String
    }

    /// The plan as of a day.
    static func assessment(
        asOf: String = "2021-08-05",
        text: String = plan,
        pack: String = pack,
        withReports: Bool = true
    ) throws -> Assessment {
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "plan.yaml", bytes: Array(text.utf8))])
        guard let plan else { throw Failure(text: TextRenderer().render(diagnostics.filter { $0.severity == .error })) }
        let source = SourceText(name: "small/pack.yaml", bytes: Array(pack.utf8))
        let (loaded, mistakes) = RulePackLoader.load([source], name: "small") { _ in nil }
        guard let loaded else { throw Failure(text: TextRenderer().render(mistakes)) }
        let texts = (withReports ? reports + reviews : []).enumerated()
            .map { SourceText(name: "reports-\($0).yaml", bytes: Array($1.utf8)) }
        return try assessment(asOf, plan, texts) { $0 == "small" ? loaded : nil }
    }

    /// A plan as of a day, with its reports and reviews replayed.
    static func assessment(
        _ asOf: String,
        _ plan: Plan,
        _ reports: [SourceText],
        find: (String) -> RulePack?
    ) throws -> Assessment {
        let (assessor, problems) = Assessor.prepare(plan, find: find, digest: digest)
        guard let assessor, let day = Day(asOf) else { throw Failure(text: TextRenderer().render(problems)) }
        let knownAt = Moment(startOf: day + 1, at: plan.utcOffset)
        return assessor.assess(try snapshot(PlanIndex(plan), reports, knownAt: knownAt), asOf: day)
    }

    /// FNV-1a, written four times: as long as SHA-256, and good enough to tell packs apart in a test.
    private static func digest(_ bytes: [UInt8]) -> String {
        let sum = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(repeating: String(sum, radix: 16), count: 4)
    }

    private static func snapshot(_ index: PlanIndex, _ texts: [SourceText], knownAt: Moment) throws -> Snapshot {
        var events: [ReportEvent] = []
        let loader = ReportLoader(index, statuses: nil)
        for text in texts {
            let (content, diagnostics) = loader.load(text, today: Day(number: 30_000))
            guard !diagnostics.contains(where: { $0.severity == .error }) else {
                throw Failure(text: TextRenderer().render(diagnostics.filter { $0.severity == .error }))
            }
            events += content.reports.compactMap { event($0) } + content.reviews.compactMap { event($0) }
        }
        let ordered = events.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
        return try Snapshot(replaying: ordered.map { .report($0.element) }, knownAt: knownAt)
    }

    private static func event(_ entry: ReportEntry) -> ReportEvent? {
        guard let moment = entry.submitted, !entry.isDraft else { return nil }
        let action: ReportEvent.Action =
            entry.correction.map { .corrected(entry.content, $0) } ?? .submitted(entry.content)
        return ReportEvent(key: entry.key, moment: moment, party: .agency(entry.key.agency), action: action)
    }

    private static func event(_ entry: ReviewEntry) -> ReportEvent? {
        guard let moment = entry.reviewed else { return nil }
        let judgement = ReportEvent.Judgement(
            reason: entry.reason,
            verdict: entry.verdict,
            confidence: entry.confidence,
            provenance: entry.provenance
        )
        return ReportEvent(
            key: entry.key,
            moment: moment,
            party: .reviewer(entry.reviewer),
            action: entry.decision == .verified ? .verified(judgement) : .returned(judgement)
        )
    }
}
