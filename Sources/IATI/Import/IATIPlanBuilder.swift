import ActionPlan
import Diagnostics
import Rules

/// Makes a plan of the activities of a file.
///
/// An activity is an objective, each of its results an activity of the plan with the indicators of the result; in files of
/// our own, the items are what they were.
struct IATIPlanBuilder {
    let file: IATIFile
    let now: Moment
    var notes: Notes
    var identifiers = IATIIdentifiers()
    var agencies: [Agency] = []
    var agencyIDs: [String: AgencyID] = [:]
    var dimensions: [Dimension] = []
    /// The identifiers of dimensions by the names that others give them, and of their categories by words.
    var dimensionIDs: [String: String] = [:]
    var categoryIDs: [String: [String: String]] = [:]
    var sources: [Source] = []
    var objectives: [Objective] = []
    var planActivities: [Activity] = []
    var indicators: [BuiltIndicator] = []
    let languages: [String]
    var days: DayRange

    /// An indicator with what was read of its values.
    struct BuiltIndicator {
        var indicator: Indicator
        var read: IATIIndicator
        var periods: [IATIIndicator.Period]
        var updated: Moment?
    }

    static let source = "iati-file"

    init(_ file: IATIFile, _ notes: Notes, now: Moment) {
        self.file = file
        self.now = now
        self.notes = notes
        // The language of most texts comes first.
        let counted = file.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        languages = counted.isEmpty ? ["en"] : counted
        days = Self.days(of: file, now: now)
    }

    /// From the first day that is named to the last.
    private static func days(of file: IATIFile, now: Moment) -> DayRange {
        if let plan = file.activities.first(where: { $0.own.kind == "plan" }), let start = plan.start,
            let end = plan.end,
            let days = DayRange(start, end), days.count <= 36_500
        {
            return days
        }
        var bounds: [Day] = []
        for activity in file.activities {
            bounds += [activity.start, activity.end].compactMap { $0 }
            for period in activity.results.flatMap(\.indicators).flatMap(\.periods) {
                bounds += [period.days.start, period.days.end]
            }
        }
        let today = now.day(at: .zero)
        let end = bounds.max() ?? today
        return DayRange(max(bounds.min() ?? today, end + -36_500), end) ?? .day(end)
    }

    mutating func outcome() -> IATIImport.Outcome {
        let own = file.activities.first { $0.own.kind == "plan" }
        sources = [source(own)]
        for activity in file.activities {
            if let reporter = activity.reporter, own == nil { _ = agency(reporter) }
            for organisation in activity.organisations where organisation.ownRole != nil || own == nil {
                _ = agency(organisation)
            }
            dimensions += activity.own.dimensions
        }
        buildTree()
        let calendars = buildCalendars()
        let plan = plan(own, calendars)
        let reports = IATIReportBuilder(plan, self).reports(&notes)
        return IATIImport.Outcome(plan: plan, reports: reports, diagnostics: notes.all)
    }

    private func source(_ own: IATIActivity?) -> Source {
        let name = String(file.name.split(separator: "/").last ?? "")
        return Source(
            id: Self.source,
            title: LocalizedText("IATI: \(name)", language: languages[0]),
            publisher: file.activities.lazy.compactMap { $0.reporter?.name }.first,
            date: file.written?.day(at: .zero),
            url: nil
        )
    }

    private mutating func plan(_ own: IATIActivity?, _ calendars: [ReportingCalendar]) -> Plan {
        let first = file.activities.first
        let title = own?.title ?? (file.activities.count == 1 ? first?.title : first?.reporter?.name ?? first?.title)
        for document in own?.documents ?? [] {
            guard let id = document.source, id != Self.source, !sources.contains(where: { $0.id == id }) else {
                continue
            }
            sources.append(
                Source(
                    id: id,
                    title: document.title ?? LocalizedText(document.url, language: languages[0]),
                    publisher: nil,
                    date: document.date,
                    url: document.url
                )
            )
        }
        return Plan(
            id: own?.own.id ?? IATIValues.identifier(first?.identifier ?? "") ?? "iati",
            title: title ?? LocalizedText("IATI", language: languages[0]),
            shortTitle: nil,
            description: own?.descriptions.first { $0.role == nil }?.text,
            country: own?.country ?? file.activities.lazy.compactMap(\.country).first,
            languages: languages,
            version: "1",
            adopted: own?.descriptions.first { $0.role == "adopted" }?.text,
            days: days,
            utcOffset: .zero,
            provenance: provenance(own?.own.isIllustrative ?? false),
            awaitingReview: [],
            disclosure: .standard,
            rules: [Self.use("core"), Self.use("pace")],
            headline: ["pace", "core"],
            variationReasons: [],
            correctionReasons: [],
            meetings: [],
            sources: sources,
            bodies: [],
            agencies: agencies,
            calendars: calendars,
            dimensions: dimensions,
            objectives: objectives,
            activities: planActivities,
            indicators: indicators.map(\.indicator),
            amendments: [],
            places: [:]
        )
    }

    private static func use(_ pack: String) -> RulePackUse {
        RulePackUse(pack: pack, version: "1.0")
    }

    func provenance(_ isIllustrative: Bool) -> Provenance {
        isIllustrative ? .illustrative(note: nil) : .documented(source: Self.source, note: nil)
    }

    /// The agency that an organisation is; nil where nothing tells it.
    mutating func agency(_ organisation: IATIActivity.Organisation) -> AgencyID? {
        let key = organisation.key
        guard !key.isEmpty else {
            notes.add("iati-nameless-organisation", "an organisation without name or identifier", at: organisation.span)
            return nil
        }
        if let known = agencyIDs[key] { return known }
        let wanted =
            organisation.ownID ?? organisation.reference.flatMap(IATIValues.identifier)
            ?? organisation.name.flatMap { IATIValues.identifier($0.best(for: "en").text) }
        let id = AgencyID(rawValue: identifiers.agency(wanted ?? "organisation"))
        agencyIDs[key] = id
        agencies.append(
            Agency(
                id: id,
                title: organisation.name
                    ?? LocalizedText(organisation.reference ?? id.rawValue, language: languages[0]),
                shortTitle: nil,
                kind: organisation.ownKind ?? IATICodes.agencyKind(organisation.type),
                language: organisation.language.flatMap { languages.contains($0) ? $0 : nil },
                memberships: [],
                provenance: provenance(file.activities.first { $0.own.kind == "plan" }?.own.isIllustrative ?? false)
            )
        )
        return id
    }
}

/// Gives every part a name that no other has.
struct IATIIdentifiers {
    private var items: Set<String> = []
    private var agencies: Set<String> = []

    mutating func item(_ wanted: String) -> ItemID { ItemID(rawValue: Self.free(wanted, &items)) }
    mutating func agency(_ wanted: String) -> String { Self.free(wanted, &agencies) }

    private static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
        var name = isIdentifier(wanted) ? wanted : IATIValues.identifier(wanted) ?? "x"
        let start = name
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(start)-\(number)"
            number += 1
        }
        return name
    }

    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, (1...64).contains(text.utf8.count), first != 45, first != 46 else {
            return false
        }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }
}
