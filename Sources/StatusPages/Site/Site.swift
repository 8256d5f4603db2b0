import ActionPlan
import Language
import Rules

/// An assessment with all that pages look up in it.
struct Site: Sendable {
    let assessment: Assessment
    let previous: Assessment?
    let options: SiteOptions
    /// BCP 47 tags, never empty.
    let languages: [String]
    /// What is otherwise than in the previous assessment.
    let changes: Changes?
    /// The reports that are owed, the oldest first.
    let owed: [OwedReport]
    /// How many reports are owed for each reason.
    let owedCounts: [OwedReport.Reason: Int]
    /// Whether somebody is to report on anything of the plan each period.
    let hasReportsArranged: Bool
    /// What is expected for each ended period of each calendar.
    private(set) var expectedReports: [String: [PeriodID: ExpectedReports]] = [:]
    private let indicators: [ItemID: Int]
    private let activities: [ItemID: Int]
    private let objectives: [ItemID: Int]
    private let agencies: [AgencyID: Int]
    private let earlier: [ItemID: Int]
    private let foundDependencies = Lazily<Dependencies>()
    private let foundReports = Lazily<[String: RuleTestRunner.Report]>()
    private let foundNames = Lazily<[String: NameIndex]>()

    init(
        _ assessment: Assessment,
        since previous: Assessment?,
        timeAlone: Assessment? = nil,
        options: SiteOptions
    ) {
        self.assessment = assessment
        self.previous = previous
        self.options = options
        let asked = options.languages ?? assessment.plan.plan.languages
        languages = asked.isEmpty ? ["en"] : asked
        indicators = Self.positions(assessment.indicators.map(\.id))
        activities = Self.positions(assessment.activities.map(\.id))
        objectives = Self.positions(assessment.objectives.map(\.id))
        agencies = Self.positions(assessment.agencies.map(\.id))
        owed = assessment.agencies.flatMap(\.owed).sorted { ($0.due, $0.key) < ($1.due, $1.key) }
        timelinePages = Self.timelinePages(assessment.plan)
        owedCounts = owed.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
        hasReportsArranged = assessment.plan.roots.contains { assessment.plan.hasReportsArranged($0.id) }
        changes = previous.map { Changes.between($0, assessment, timeAlone: timeAlone) }
        earlier = Self.positions(previous?.objectives.map(\.id) ?? [])
        expectedReports = ExpectedReports.all(self)
    }

    private static func positions<ID: Hashable>(_ identifiers: [ID]) -> [ID: Int] {
        Dictionary(identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var plan: PlanIndex { assessment.plan }

    func indicator(_ id: ItemID) -> IndicatorAssessment? { indicators[id].map { assessment.indicators[$0] } }
    func activity(_ id: ItemID) -> ActivityAssessment? { activities[id].map { assessment.activities[$0] } }
    func objective(_ id: ItemID) -> ObjectiveAssessment? { objectives[id].map { assessment.objectives[$0] } }
    /// Where an objective stood at the last meeting.
    func earlierObjective(_ id: ItemID) -> ObjectiveAssessment? { earlier[id].flatMap { previous?.objectives[$0] } }
    func agency(_ id: AgencyID) -> AgencyAssessment? { agencies[id].map { assessment.agencies[$0] } }
    func findings(of id: ItemID) -> [Finding] { assessment.findings.of(id) }

    /// What packs said about an item.
    func verdicts(of id: ItemID) -> ItemVerdicts? {
        indicator(id)?.verdicts ?? activity(id)?.verdicts ?? objective(id)?.verdicts
    }

    /// Which activities wait for which.
    var dependencies: Dependencies { foundDependencies.value { Dependencies(self) } }

    /// Chains of activities page by page, each with its number.
    var dependencyPages: [[(number: Int, chain: Dependencies.Chain)]] {
        var pages: [[(number: Int, chain: Dependencies.Chain)]] = []
        var count = DependenciesPage.length
        for (position, chain) in dependencies.chains.enumerated() {
            if count >= DependenciesPage.length {
                pages.append([])
                count = 0
            }
            pages[pages.count - 1].append((position + 1, chain))
            count += chain.places.count
        }
        return pages
    }

    /// What became of the cases that packs state about themselves, by pack.
    var testReports: [String: RuleTestRunner.Report] {
        foundReports.value {
            Dictionary(
                assessment.packs.map { ($0.pack.id, RuleTestRunner($0.pack, statuses: assessment.statuses).run()) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// The names of all that can be looked for, in one of the languages.
    func names(in language: String) -> NameIndex {
        let all = foundNames.value {
            Dictionary(languages.map { ($0, NameIndex(plan, language: $0)) }, uniquingKeysWith: { first, _ in first })
        }
        return all[language] ?? NameIndex(plan, language: language)
    }

    /// How many names there are.
    var searchedCount: Int {
        plan.plan.objectives.count + plan.plan.activities.count + plan.plan.indicators.count + plan.plan.agencies.count
    }

    /// What the plan asks by the day and of which nothing is known.
    var unknown: Unknown { Unknown(self) }

    /// Whether somebody is to report on an item, or on anything below it, each period.
    func hasReportsArranged(_ id: ItemID) -> Bool { plan.hasReportsArranged(id) }

    /// The periods for which an item is reported.
    func periods(of id: ItemID) -> [PeriodAssessment] { indicator(id)?.periods ?? activity(id)?.periods ?? [] }

    /// Whether anything shown of an item is an illustration.
    func isIllustrative(_ id: ItemID) -> Bool {
        indicator(id)?.isIllustrative ?? activity(id)?.isIllustrative ?? objective(id)?.isIllustrative ?? false
    }

    /// The status shown first of an item.
    func status(of id: ItemID) -> Status? {
        verdicts(of: id)?.headline.flatMap { assessment.statuses[$0.status] }
    }

    /// The activities page by page, under the objectives at the top of the tree.
    let timelinePages: [[(objective: ItemID, activities: [Activity])]]

    private static func timelinePages(_ plan: PlanIndex) -> [[(objective: ItemID, activities: [Activity])]] {
        var pages: [[(objective: ItemID, activities: [Activity])]] = []
        var count = TimelinePage.length
        for activity in plan.plan.activities {
            guard let objective = plan.ancestors(of: activity.id).first(where: { plan.objective($0) != nil }) else {
                continue
            }
            if count >= TimelinePage.length {
                pages.append([])
                count = 0
            }
            let page = pages.count - 1
            let position = pages[page].lastIndex { $0.objective == objective }
            if let position {
                pages[page][position].activities.append(activity)
            } else {
                pages[page].append((objective, [activity]))
            }
            count += 1
        }
        return pages
    }

    /// The pages of one language, in the order of the plan.
    var pages: [PageAddress] {
        var pages: [PageAddress] = [.overview]
        pages += plan.plan.objectives.map { .objective($0.id) }
        pages += plan.plan.activities.map { .activity($0.id) }
        pages += plan.plan.indicators.map { .indicator($0.id) }
        pages += plan.plan.agencies.map { .agency($0.id) }
        pages.append(.agencies)
        pages += (1...Paging.count(of: owed.count)).map { .due($0) }
        pages.append(.calendar)
        for calendar in plan.plan.calendars {
            pages += calendar.periods.filter { $0.days.end < assessment.asOf }.map { .period(calendar.id, $0.id) }
        }
        for filter in FindingFilter.all(assessment.findings) {
            pages += (1...Paging.count(of: filter.count)).map { .findings(filter.filter, $0) }
        }
        pages += (1...max(1, timelinePages.count)).map { .timeline($0) }
        pages += (1...max(1, dependencyPages.count)).map { .dependencies($0) }
        pages += (1...Paging.count(of: searchedCount)).map { .search($0) }
        return pages + [.searchData, .brief, .method, .glossary, .about, .accessibility]
    }
}

/// How long lists are cut into pages.
enum Paging {
    static let length = 200

    /// How many pages a list takes, at least one.
    static func count(of entries: Int) -> Int { max(1, (entries + length - 1) / length) }

    /// The entries of a page, counted from 1.
    static func slice<Element>(_ entries: [Element], page: Int) -> ArraySlice<Element> {
        let start = min((page - 1) * length, entries.count)
        return entries[start..<min(start + length, entries.count)]
    }
}
