import ActionPlan
import Dispatch
import Feeds
import Language
import Rules
import Synchronization

/// An assessment with all that pages look up in it.
final class Site: Sendable {
    /// All of the assessment, for what looks through it once for all pages; a page reads it by the ways below, which
    /// note what was read.
    let facts: Assessment
    private let given: SiteOptions
    /// BCP 47 tags, never empty.
    let languages: [String]
    /// The reports that are owed, the oldest first.
    let owed: [OwedReport]
    /// Whether somebody is to report on anything of the plan each period.
    let hasReportsArranged: Bool
    let meeting: Assessment?
    private let timeAlone: Assessment?
    private let agencies: [AgencyID: Int]
    private let earlier: [ItemID: Int]
    private let groups: [StatusID: Status.Group]
    let itemsWithFindings: Set<ItemID>
    /// The positions of the findings that each filter lets through.
    let findingLists: [FindingFilter: [Int]]
    private let foundChanges = Lazily<Changes?>()
    private let foundDifferences = Lazily<ReportDifferences>()
    private let foundExpectations = Lazily<[String: [PeriodID: ExpectedReports]]>()
    private let foundDependencies = Lazily<Dependencies>()
    private let foundReports = Lazily<[String: RuleTestRunner.Report]>()
    let foundDeadlines = Lazily<Deadlines>()
    private let foundNews = Lazily<News>()
    /// News of an earlier assessment, and what stands otherwise since, until these are made of them.
    private let formerNews = Mutex<(news: News, items: Set<ItemID>)?>(nil)
    private let foundNames = Lazily<[String: NameIndex]>()
    private let foundDiscipline = Lazily<ReportingDiscipline>()
    private let foundUnknown = Lazily<Unknown>()
    private let foundWorst = Lazily<[ItemReference]>()
    private let foundStandings = Lazily<[ItemID: Status.Group]>()

    init(
        _ assessment: Assessment,
        since previous: Assessment?,
        timeAlone: Assessment? = nil,
        options: SiteOptions
    ) {
        facts = assessment
        self.timeAlone = timeAlone
        meeting = previous
        given = options
        let asked = options.languages ?? assessment.plan.plan.languages
        languages = asked.isEmpty ? ["en"] : asked
        agencies = Self.positions(assessment.agencies.map(\.id))
        groups = Dictionary(assessment.statuses.all.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        var itemsWithFindings: Set<ItemID> = []
        var lists: [FindingFilter: [Int]] = [:]
        for (position, finding) in assessment.findings.enumerated() {
            itemsWithFindings.insert(finding.item)
            for filter in FindingFilter.through(finding) { lists[filter, default: []].append(position) }
        }
        self.itemsWithFindings = itemsWithFindings
        findingLists = lists
        owed = assessment.agencies.flatMap(\.owed).sorted { ($0.due, $0.key) < ($1.due, $1.key) }
        timelinePages = Self.timelinePages(assessment.plan)
        hasReportsArranged = assessment.plan.roots.contains { assessment.plan.hasReportsArranged($0.id) }
        earlier = Self.positions(previous?.objectives.map(\.id) ?? [])
    }

    private static func positions<ID: Hashable>(_ identifiers: [ID]) -> [ID: Int] {
        Dictionary(identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - What is the same on all pages

    var plan: PlanIndex { facts.plan }
    var asOf: Day { facts.asOf }
    /// The day of the last report that is taken into account.
    var knownOn: Day { facts.knownAt.day(at: plan.plan.utcOffset) }
    var edition: Assessment.Edition { facts.edition }
    var packs: [PackSummary] { facts.packs }
    var statuses: StatusSet { facts.statuses }
    var isIllustrative: Bool { facts.overall.isIllustrative }
    var branding: Branding { given.branding }
    var programVersion: String? { given.programVersion }
    var hasLedger: Bool { given.ledger != nil }

    // MARK: - What a page reads, and notes

    /// Any of the assessment: whoever reads it is made anew whenever something changes.
    var assessment: Assessment {
        PageReads.note(.everything)
        return facts
    }

    /// All that the site says besides the assessment, files to be taken along among it.
    var options: SiteOptions {
        PageReads.note(.everything)
        return given
    }

    /// The instant up to which reports are taken into account.
    var knownAt: Moment {
        PageReads.note(.everything)
        return facts.knownAt
    }

    func indicator(_ id: ItemID) -> IndicatorAssessment? {
        guard let position = plan.position(ofIndicator: id) else { return nil }
        PageReads.note(.item(id))
        return facts.indicators[position]
    }

    func activity(_ id: ItemID) -> ActivityAssessment? {
        guard let position = plan.position(ofActivity: id) else { return nil }
        PageReads.note(.item(id))
        return facts.activities[position]
    }

    func objective(_ id: ItemID) -> ObjectiveAssessment? {
        guard let position = plan.position(ofObjective: id) else { return nil }
        PageReads.note(.item(id))
        return facts.objectives[position]
    }

    /// Where an objective stood at the last meeting.
    func earlierObjective(_ id: ItemID) -> ObjectiveAssessment? { earlier[id].flatMap { meeting?.objectives[$0] } }

    /// Where the plan stood at the last meeting.
    var previous: Assessment? {
        PageReads.note(.everything)
        return meeting
    }

    func agency(_ id: AgencyID) -> AgencyAssessment? {
        guard let position = agencies[id] else { return nil }
        PageReads.note(.agency(id))
        return facts.agencies[position]
    }

    /// What the ledger has on a report.
    func entries(of key: ReportKey) -> [LedgerStanding.Entry] {
        PageReads.note(.entries(key.item))
        return given.ledger?.entries[key] ?? []
    }

    func findings(of id: ItemID) -> [Finding] {
        PageReads.note(.findings(id))
        return facts.findings.of(id)
    }

    /// A page of the findings that a filter lets through.
    func findings(_ filter: FindingFilter, page: Int) -> [Finding] {
        PageReads.note(.findingList(filter, page))
        return Paging.slice(findingLists[filter] ?? [], page: page).map { facts.findings[$0] }
    }

    /// The positions of the findings that any of some filters lets through and another does not, in their order.
    func positions(of filters: [FindingFilter], without other: FindingFilter? = nil) -> [Int] {
        PageReads.note(.everything)
        let left = Set(other.flatMap { findingLists[$0] } ?? [])
        return filters.flatMap { findingLists[$0] ?? [] }.filter { !left.contains($0) }.sorted()
    }

    /// How many findings each filter lets through.
    var findingCounts: [FindingFilter: Int] {
        PageReads.note(.findingCounts)
        return Dictionary(uniqueKeysWithValues: FindingFilter.choices.map { ($0, findingLists[$0]?.count ?? 0) })
    }

    /// How many pages the findings take that a filter lets through.
    func findingPages(_ filter: FindingFilter) -> Int {
        PageReads.note(.findingPages(filter))
        return Paging.count(of: findingLists[filter]?.count ?? 0)
    }

    /// How many pages the reports take that are owed.
    var owedPages: Int {
        PageReads.note(.owedPages)
        return Paging.count(of: owed.count)
    }

    /// A page of the reports that are owed.
    func owed(page: Int) -> ArraySlice<OwedReport> {
        PageReads.note(.owed(page))
        return Paging.slice(owed, page: page)
    }

    /// How many reports are owed, by reason.
    var owedCounts: [OwedReport.Reason: Int] {
        PageReads.note(.owedCounts)
        return owed.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
    }

    /// What is expected for an ended period of a calendar; nil where nothing is.
    func expectedReports(_ calendar: String, _ period: PeriodID) -> ExpectedReports? {
        PageReads.note(.expected(calendar, period))
        return allExpectedReports[calendar]?[period]
    }

    /// What is expected for each ended period of each calendar.
    var allExpectedReports: [String: [PeriodID: ExpectedReports]] {
        foundExpectations.value { ExpectedReports.all(facts) }
    }

    /// What is otherwise than in the previous assessment.
    var changes: Changes? {
        PageReads.note(.everything)
        return foundChanges.value {
            meeting.map { meeting in
                let differences = foundDifferences.value { ReportDifferences(meeting, facts) }
                return Changes.between(meeting, facts, timeAlone: timeAlone, differences: differences)
            }
        }
    }

    /// Takes over what another site of the same plan and rules has found out, as far as it still holds.
    ///
    /// - Parameters:
    ///   - old: the other site.
    ///   - items: all that stand otherwise in this one.
    func adopt(from old: Site, changed items: Set<ItemID>) {
        foundNames.adopt(old.foundNames)
        foundReports.adopt(old.foundReports)
        if let news = old.foundNews.known, old.meeting?.asOf == meeting?.asOf {
            formerNews.withLock { $0 = (news, items) }
        }
        let steps: [@Sendable () -> Void] = [
            { [self] in
                guard let known = old.foundExpectations.known else { return }
                if let updated = ExpectedReports.updated(known, facts, items) { foundExpectations.keep(updated) }
            },
            { [self] in
                guard let known = old.foundDiscipline.known else { return }
                foundDiscipline.keep(known.updated(old.facts, facts, items: items))
            },
            { [self] in
                guard let meeting, let former = old.meeting, let known = old.foundDifferences.known,
                    former.indicators == meeting.indicators, former.activities == meeting.activities
                else { return }
                foundDifferences.keep(known.updated(meeting, facts, items: items))
            },
        ]
        DispatchQueue.concurrentPerform(iterations: steps.count) { steps[$0]() }
    }

    /// What happened, the latest first.
    var news: News {
        PageReads.note(.everything)
        return foundNews.value {
            let former = formerNews.withLock { former in
                defer { former = nil }
                return former
            }
            return former?.news.updated(facts, changes: changes, items: former?.items ?? [])
                ?? News(facts, changes: changes)
        }
    }

    /// What packs said about an item.
    func verdicts(of id: ItemID) -> ItemVerdicts? {
        PageReads.note(.item(id))
        return facts.verdicts(of: id)
    }

    /// Which activities wait for which.
    var dependencies: Dependencies {
        PageReads.note(.everything)
        return foundDependencies.value { Dependencies(self) }
    }

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
                packs.map { ($0.pack.id, RuleTestRunner($0.pack, statuses: statuses).run()) },
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
    var unknown: Unknown {
        PageReads.note(.everything)
        return foundUnknown.value { Unknown(self) }
    }

    /// How agencies reported.
    var discipline: ReportingDiscipline {
        PageReads.note(.everything)
        return foundDiscipline.value { ReportingDiscipline(facts) }
    }

    /// How good the status of each item is that is judged: for whoever goes through all of them.
    var standings: [ItemID: Status.Group] {
        PageReads.note(.everything)
        return foundStandings.value {
            var standings: [ItemID: Status.Group] = [:]
            func add(_ id: ItemID, _ verdicts: ItemVerdicts) { standings[id] = verdicts.status.flatMap { groups[$0] } }
            // By position: what is known of an item is much to copy.
            for position in facts.objectives.indices {
                add(facts.objectives[position].id, facts.objectives[position].verdicts)
            }
            for position in facts.activities.indices {
                add(facts.activities[position].id, facts.activities[position].verdicts)
            }
            for position in facts.indicators.indices {
                add(facts.indicators[position].id, facts.indicators[position].verdicts)
            }
            return standings
        }
    }

    /// Activities that stand badly, and indicators that stand badly below others; the worst first.
    var worst: [ItemReference] {
        PageReads.note(.everything)
        return foundWorst.value {
            let standings = standings
            func isBad(_ id: ItemID) -> Bool { standings[id] == .bad }
            let (activities, indicators) = (plan.plan.activities, plan.plan.indicators)
            var items = activities.indices.filter { isBad(activities[$0].id) }
                .map { ItemReference.activity(activities[$0].id) }
            items += indicators.indices.filter { isBad(indicators[$0].id) && !isBad(indicators[$0].parent) }
                .map { .indicator(indicators[$0].id) }
            return items.map { ($0, status(of: $0.id)?.rank ?? 0) }.enumerated()
                .sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
                .map(\.element.0)
        }
    }

    /// Whether somebody is to report on an item, or on anything below it, each period.
    func hasReportsArranged(_ id: ItemID) -> Bool { plan.hasReportsArranged(id) }

    /// The periods for which an item is reported.
    func periods(of id: ItemID) -> [PeriodAssessment] {
        PageReads.note(.item(id))
        return facts.periods(of: id)
    }

    /// Whether anything shown of an item is an illustration.
    func isIllustrative(_ id: ItemID) -> Bool {
        indicator(id)?.isIllustrative ?? activity(id)?.isIllustrative ?? objective(id)?.isIllustrative ?? false
    }

    /// The status shown first of an item.
    func status(of id: ItemID) -> Status? {
        PageReads.note(.item(id))
        return facts.status(of: id).flatMap { statuses[$0] }
    }

    /// How good that status is.
    func group(of id: ItemID) -> Status.Group? {
        PageReads.note(.item(id))
        return facts.status(of: id).flatMap { groups[$0] }
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
        pages += (1...owedPages).map { .due($0) }
        pages.append(.calendar)
        for calendar in plan.plan.calendars {
            pages += calendar.periods.filter { $0.days.end < asOf }.map { .period(calendar.id, $0.id) }
        }
        for filter in FindingFilter.choices { pages += (1...findingPages(filter)).map { .findings(filter, $0) } }
        pages += (1...max(1, timelinePages.count)).map { .timeline($0) }
        pages += (1...max(1, dependencyPages.count)).map { .dependencies($0) }
        pages += (1...Paging.count(of: searchedCount)).map { .search($0) }
        for agency in [nil] + plan.plan.agencies.map(\.id) { pages += [.deadlines(agency), .news(agency)] }
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
