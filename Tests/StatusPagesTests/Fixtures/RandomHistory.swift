import ActionPlan
import Diagnostics
import Rules
import StatusPages

/// Numbers that are the same for the same seed.
struct RepeatableRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
}

/// Reports on the small plan that come one after another, in any order and with any values, some of them returned or
/// verified; all known on the day of the assessment, however few of them are taken into account.
struct RandomHistory {
    private let assessor: Assessor
    private let events: [ReportEvent]
    private let previous: Assessment
    private let asOf = Day("2021-08-05")

    var count: Int { events.count }

    init(using random: inout RepeatableRandom) throws {
        let (plan, _) = PlanLoader.load([SourceText(name: "plan.yaml", text: SmallPlan.plan)])
        let (pack, _) = RulePackLoader.load([SourceText(name: "small/pack.yaml", text: SmallPlan.pack)], name: "small")
        { _ in
            nil
        }
        guard let plan, let pack else { throw SmallPlan.Failure(text: "the small plan has mistakes") }
        let (assessor, _) = Assessor.prepare(plan, find: { _ in pack }, digest: { _ in "" })
        guard let assessor else { throw SmallPlan.Failure(text: "the small pack has mistakes") }
        self.assessor = assessor
        events = Self.events(PlanIndex(plan), using: &random)
        previous = try SmallPlan.assessment(asOf: "2021-02-12")
    }

    private static func events(_ plan: PlanIndex, using random: inout RepeatableRandom) -> [ReportEvent] {
        let keys = plan.plan.indicators
            .filter { if case .unit = $0.measure { true } else { false } }
            .flatMap { indicator in
                plan.periods(of: indicator.id).prefix(3)
                    .flatMap { period in
                        plan.expectedReporters(of: indicator.id)
                            .map { ReportKey(item: indicator.id, period: period.id, agency: $0) }
                    }
            }
            .shuffled(using: &random)
        return keys.enumerated()
            .flatMap { number, key -> [ReportEvent] in
                let moment = Moment(seconds: 1_609_459_200 + Int64(number) * 100_000)
                let value = Double(Int.random(in: 0...300, using: &random))
                let content = ReportContent(body: .value(.number(value)), provenance: .illustrative(note: nil))
                let sent = ReportEvent(
                    key: key,
                    moment: moment,
                    party: .agency(key.agency),
                    action: .submitted(content)
                )
                let judgement = ReportEvent.Judgement(
                    reason: nil,
                    verdict: nil,
                    confidence: nil,
                    provenance: .illustrative(note: nil)
                )
                let review = ReportEvent(
                    key: key,
                    moment: Moment(seconds: moment.seconds + 50_000),
                    party: .reviewer("office"),
                    action: Bool.random(using: &random) ? .verified(judgement) : .returned(judgement)
                )
                return Int.random(in: 0..<3, using: &random) == 0 ? [sent, review] : [sent]
            }
    }

    /// The site when a number of events have come, or, as from a ledger restored from a copy, fewer than before.
    func site(known: Int) -> SiteRenderer {
        let day = asOf ?? Day(number: 0)
        let snapshot = try? Snapshot(
            replaying: events.prefix(known).map { .report($0) },
            knownAt: Moment(startOf: day + 1, at: .zero)
        )
        let empty = Snapshot(knownAt: Moment(startOf: day + 1, at: .zero), records: [])
        return SiteRenderer(assessor.assess(snapshot ?? empty, asOf: day), since: previous)
    }

    func site(using random: inout RepeatableRandom) -> SiteRenderer {
        site(known: Int.random(in: 0...count, using: &random))
    }
}
