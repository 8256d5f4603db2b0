import Diagnostics
import Testing

@testable import ActionPlan

@Suite("A plan is what its file says")
struct PlanDecodingTests {
    private let everything: Plan
    private let index: PlanIndex

    init() throws {
        everything = try #require(PlanLoader.load([try Fixtures.source("valid/plans/everything.yaml")]).plan)
        index = PlanIndex(everything)
    }

    private func indicator(_ id: String) throws -> Indicator { try #require(index.indicator(ItemID(rawValue: id))) }
    private func activity(_ id: String) throws -> Activity { try #require(index.activity(ItemID(rawValue: id))) }

    @Test("its header")
    func header() {
        #expect(everything.id == "everything")
        #expect(everything.country == "NO")
        #expect(everything.version == "1.10")
        #expect(everything.days.start.description == "2020-02-15")
        #expect(everything.days.end.description == "2022-11-20")
        #expect(everything.utcOffset.seconds == 5 * 3600)
        #expect(everything.languages == ["en", "ru"])
        #expect(everything.awaitingReview == ["ru"])
        let policy = DisclosurePolicy(threshold: 5, publishesZero: false, texts: .publishVerified)
        #expect(everything.disclosure == policy)
        #expect(everything.headline == ["pace", "core"])
        #expect(everything.variationReasons.map(\.id) == ["covid-19"])
        #expect(everything.provenance == .documented(source: "law", note: LocalizedText("As printed", language: "en")))
    }

    @Test("its meetings stand in the order of time, its rule packs with their parameters")
    func meetingsAndRules() {
        #expect(everything.meetings.map(\.date.description) == ["2020-06-30", "2021-06-30"])
        #expect(everything.rules.map(\.version) == ["1.0", "1.2.3"])
        #expect(
            everything.rules[1].parameters == [
                "green_from": .number(0.9), "strict": .boolean(true), "mode": .text("linear"),
            ]
        )
        #expect(everything.rules[1].items == [ItemID(rawValue: "o1")])
    }

    @Test("every measure")
    func measures() throws {
        #expect(try indicator("i1").measure.keyword == "unit")
        #expect(try indicator("i1").measure.countsPersons)
        #expect(try indicator("i2").measure.keyword == "percentage")
        #expect(try indicator("i2").measure.decimals == 2)
        #expect(try !indicator("i2").measure.countsPersons)
        #expect(try indicator("i0").measure == .qualitative)
        guard case .ordinal(let scale) = try indicator("i6").measure else { throw Missing() }
        #expect(scale.map(\.id) == ["none", "1.10"])
        guard case .nominal(let categories) = try indicator("i7").measure else { throw Missing() }
        #expect(categories.map(\.id) == ["law", "order"])
        #expect(
            try indicator("m2").measure
                == .milestone(due: try day("2021-12-31"), after: [ItemID(rawValue: "m1")])
        )
    }

    @Test("every direction, accumulation and level")
    func directions() throws {
        #expect(try indicator("i1").direction == .increase)
        #expect(try indicator("i3").direction == .decrease)
        #expect(try indicator("i2").direction == .maintain(40...60.5))
        #expect(try indicator("i4").direction == .zeroTolerance)
        #expect(try indicator("i5").direction == .contextual)
        #expect(try indicator("m1").direction == .increase)
        #expect(try indicator("i1").accumulation == .cumulative)
        #expect(try indicator("i2").accumulation == .pointInTime)
        #expect(try indicator("i3").accumulation == .perPeriod)
        #expect(Set(everything.indicators.compactMap(\.level)) == Set(Indicator.Level.allCases))
    }

    @Test("baselines and targets, known and unknown")
    func targets() throws {
        let first = try indicator("i1")
        #expect(
            first.baseline
                == .known(
                    value: 12,
                    year: 2019,
                    source: "law",
                    comment: LocalizedText([
                        .init(language: "en", text: "As reported"), .init(language: "ru", text: "По отчёту"),
                    ])
                )
        )
        #expect(
            first.periodTargets == [
                PeriodID(rawValue: "2020-H1"): .number(5), PeriodID(rawValue: "2022-H2"): .number(1000),
            ]
        )
        #expect(first.finalTarget == FinalTarget(value: .number(1000), by: try day("2022-06-30")))
        #expect(first.plausible == 0...5000)
        #expect(try indicator("i2").baseline == .unknown)
        #expect(try indicator("i3").baseline == .unknown)
        #expect(try indicator("i6").finalTarget == FinalTarget(value: .level("1.10"), by: everything.days.end))
    }

    @Test("every timing; what the plan does not say stays unsaid")
    func timings() throws {
        #expect(try activity("a1").timing?.kind == .fixed)
        #expect(try activity("a1").timing?.stated == "II quarter of 2021")
        let intervals = try ["a1-1", "a1-2", "a1-3", "a1-4"].map { try activity($0).timing?.kind }
        #expect(
            intervals == [
                .recurring(every: .month), .recurring(every: .quarter), .recurring(every: .halfYear),
                .recurring(every: .year),
            ]
        )
        #expect(try activity("a2").timing?.kind == .permanent)
        #expect(try activity("a2").timing?.days == everything.days)
        #expect(try SmallPlan.plan().activities.first?.timing == nil)
    }

    @Test("what an item does not say itself it has from above")
    func inheritance() throws {
        #expect(try indicator("i1").lead == AgencyID(rawValue: "mfa"))
        #expect(try indicator("i2").lead == AgencyID(rawValue: "state"))
        #expect(try indicator("i1").calendar == "half-yearly")
        #expect(try indicator("i5").calendar == "quarterly")
        #expect(try indicator("i2").calendar == "yearly")
        #expect(try activity("a1-4").calendar == nil)
        #expect(try indicator("i1").provenance == .documented(source: "law", note: nil))
        #expect(try indicator("i2").provenance == .illustrative(note: nil))
        #expect(index.ancestors(of: ItemID(rawValue: "i2")).map(\.rawValue) == ["o1", "a1"])
    }

    @Test("who reports: contributors before the lead, an activity's lead where nothing is below it")
    func reporters() throws {
        #expect(try indicator("i1").reporters.map(\.rawValue) == ["mfa", "state"])
        #expect(try indicator("i3").reporters.map(\.rawValue) == ["state"])
        #expect(try activity("a1").reportsEachPeriod)
        #expect(try !activity("a1-1").reportsEachPeriod)
        #expect(try activity("a1-2").reportsEachPeriod)
    }

    @Test("agencies with dated membership, of every kind and role")
    func agencies() throws {
        #expect(Set(everything.agencies.map(\.kind)) == Set(Agency.Kind.allCases))
        #expect(Set(everything.agencies.flatMap(\.memberships).map(\.role)) == Set(Membership.Role.allCases))
        let chair = try #require(everything.agencies.first?.memberships.first)
        #expect(chair.holds(on: try day("2021-12-31")))
        #expect(try !chair.holds(on: day("2022-01-01")))
        #expect(everything.agencies.last?.id == AgencyID(rawValue: "123"))
    }

    @Test("places are kept: a verdict can name the line of the plan that it comes from")
    func places() throws {
        let place = try #require(everything.places["i6"]?.span)
        #expect(place.text == "i6")
        #expect(place.start.line > 100)
    }

    @Test("a plain text is in the plan's first language")
    func plainText() throws {
        let plan = try SmallPlan.plan()
        #expect(plan.title["en"] == "A plan")
        #expect(plan.title.best(for: "tk", "ru") == LocalizedText.Entry(language: "en", text: "A plan"))
    }

    @Test("scalars of a plan are read by what is expected, not by how they look")
    func scalars() throws {
        let plan = try #require(PlanLoader.load([try Fixtures.source("valid/plans/scalars.yaml")]).plan)
        #expect(plan.id == "2020")
        #expect(plan.languages == ["no"])
        #expect(plan.country == "NO")
        #expect(plan.version == "1.10")
        #expect(plan.title["no"] == "no")
        #expect(plan.agencies.map(\.id.rawValue) == ["1e3", "1.10", "0x1f", "nil"])
        #expect(plan.agencies.map { $0.title["no"] ?? "" } == ["null and void", "2020-01-01", "on", "~"])
        #expect(plan.objectives.first?.id.rawValue == "1.1")
        #expect(plan.objectives.first?.code == "1.10")
        #expect(plan.activities.first?.code == "0010")
        #expect(plan.activities.first?.lead == AgencyID(rawValue: "1e3"))
        #expect(plan.activities.first?.timing?.stated == "yes")
        #expect(plan.activities.first?.title["no"] == "A text\nof two lines\n")
    }

    @Test("anchors and merge keys give what they stand for")
    func merges() throws {
        let plan = try #require(PlanLoader.load([try Fixtures.source("valid/plans/anchors-and-merges.yaml")]).plan)
        #expect(plan.agencies.map(\.kind) == [.ministry, .ministry])
        #expect(
            plan.agencies.map { $0.title["en"] ?? "" } == [
                "Ministry of Foreign Affairs", "Ministry of Internal Affairs",
            ]
        )
        #expect(plan.indicators.map(\.id.rawValue) == ["i1", "i2"])
        #expect(plan.indicators.map(\.direction) == [.increase, .decrease])
        #expect(plan.indicators.allSatisfy { $0.accumulation == .cumulative })
    }

    private struct Missing: Error {}
}

@Suite("A plan in several files")
struct PlanFolderTests {
    private static let head = """
        format: nap-plan/1
        plan: {id: p, title: A plan, start: 2020-01-01, end: 2022-12-31, languages: [en], provenance: {kind: illustrative}}

        """
    private static let tree = """
        format: nap-plan/1
        objectives: [{id: o1, title: Prevention, activities: [{id: a1, title: Seminars, lead: mfa}]}]

        """
    private static let agencies = "format: nap-plan/1\nagencies: [{id: mfa, title: Foreign affairs, kind: ministry}]\n"

    private func load(_ texts: String...) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        PlanLoader.load(texts.enumerated().map { SourceText(name: "\($0.offset).yaml", text: $0.element) })
    }

    @Test("is the same in whatever order the files come")
    func order() {
        for texts in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let all = [Self.head, Self.tree, Self.agencies]
            let (plan, diagnostics) = load(all[texts[0]], all[texts[1]], all[texts[2]])
            #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
            #expect(plan?.activities.first?.lead == AgencyID(rawValue: "mfa"))
        }
    }

    @Test("an amendment may stand before what it changes")
    func amendmentFirst() {
        let amendment = """
            format: nap-plan/1
            amendments:
              - {id: first, in-force: 2021-01-01, title: First, changes: [{item: i1, target: {value: high}}]}

            """
        let tree = Self.tree.replacing(
            "lead: mfa",
            with: """
                lead: mfa, indicators: [{id: i1, title: Level, measure: ordinal, direction: increase,
                  scale: [{id: low, title: Low}, {id: high, title: High}]}]
                """
        )
        let (plan, diagnostics) = load(Self.head, amendment, Self.agencies, tree)
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        #expect(plan?.amendments.first?.changes.first?.finalTarget?.value == .level("high"))
    }

    @Test("a second `plan`, and an identifier given in two files, name both places")
    func duplicates() {
        let (_, second) = load(Self.head, Self.head, Self.tree, Self.agencies)
        #expect(second.map { $0.brief() } == ["duplicate-key 2:7"])
        #expect(second.first?.notes.first?.span?.source.name == "0.yaml")
        let (_, twice) = load(Self.head, Self.tree, Self.agencies, Self.agencies)
        #expect(twice.map(\.identifier) == ["duplicate-identifier"])
        #expect(twice.first?.span?.source.name == "3.yaml")
        #expect(twice.first?.notes.first?.span?.source.name == "2.yaml")
    }

    @Test("a file that cannot be read is told, and nothing is said of what may stand in it")
    func unreadable() {
        let (plan, diagnostics) = load(Self.head, Self.tree, "format: nap-plan/1\nagencies: [\n")
        #expect(plan == nil)
        #expect(diagnostics.map(\.identifier) == ["unclosed-bracket"])
        #expect(load("a: [", Self.tree).diagnostics.map(\.identifier) == ["unclosed-bracket"])
    }

    @Test("a report file among them is out of place")
    func otherFormat() {
        let reports = "format: nap-reports/1\nplan: p\nagency: mfa\nreports: []\n"
        #expect(load(Self.head, Self.tree, Self.agencies, reports).diagnostics.map(\.identifier) == ["wrong-format"])
    }

    @Test("a path of nothing, a folder without files and an empty list of files give a diagnostic")
    func paths() {
        #expect(PlanLoader.load("/nowhere/at/all").diagnostics.map(\.identifier) == ["file-not-found"])
        #expect(PlanLoader.load(Fixtures.path("..")).diagnostics.map(\.identifier) == ["no-yaml-file"])
        #expect(PlanLoader.load(Fixtures.path("valid/plans/minimal.yaml")).plan != nil)
        #expect(PlanLoader.load([]).plan == nil)
    }
}
