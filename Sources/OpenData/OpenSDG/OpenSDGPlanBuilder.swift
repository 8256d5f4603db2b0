import ActionPlan
import Diagnostics
import Exchange
import YAML

/// Makes a plan of what a folder holds.
struct OpenSDGPlanBuilder {
    let folder: OpenSDGFolder
    var notes: Notes
    let name: String
    let language: String
    let now: Moment
    var built: [Built] = []
    private var identifiers = SlugBook()
    private var agencyIdentifiers = SlugBook()
    private var agencyIDs: [String: AgencyID] = [:]
    private var agencies: [Agency] = []
    private var objectives: [Objective] = []
    private var activities: [Activity] = []
    private var items: [String: ItemID] = [:]
    var dimensions: [Dimension] = []
    /// The identifiers of dimensions by headings, and of their categories by the words in cells.
    var dimensionIDs: [String: String] = [:]
    var categoryIDs: [String: [String: String]] = [:]
    private var isAccumulationAssumed = false
    /// Those in which any text is.
    private var usedLanguages: Set<String> = []

    /// An indicator with the rows of its figures.
    struct Built {
        var indicator: Indicator
        var rows: [OpenSDGData.Row]
        var isIllustrative: Bool
    }

    static let source = "open-sdg"

    init(_ folder: OpenSDGFolder, _ notes: Notes, name: String, language: String, now: Moment) {
        self.folder = folder
        self.notes = notes
        self.name = name
        self.language = language
        self.now = now
    }

    /// The language of the metadata first.
    private var languages: [String] {
        [language] + folder.translated.keys.filter { $0 != language }.sorted()
            + folder.translations.languages.filter {
                OpenSDGFolder.isLanguage($0) && $0 != language && folder.translated[$0] == nil
            }
    }

    mutating func plan() -> Plan {
        let files = folder.metadata.sorted { Self.precedes($0.number, $1.number) }
        for file in files { build(file) }
        let years = built.flatMap { $0.rows.map(\.year) } + built.compactMap { $0.indicator.finalTarget?.by.date.year }
        let today = now.day(at: .zero).date.year
        let days = DayRange(
            Day(year: years.min() ?? today, month: 1, day: 1) ?? now.day(at: .zero),
            Day(year: years.max() ?? today, month: 12, day: 31) ?? now.day(at: .zero)
        )
        let calendars = calendars(days ?? .day(now.day(at: .zero)))
        let used = languages.filter { $0 == language || usedLanguages.contains($0) }
        return Plan(
            id: Slug.make(name).isEmpty ? "open-sdg" : Slug.make(name),
            title: LocalizedText(name, language: language),
            languages: used,
            version: "1",
            days: days ?? .day(now.day(at: .zero)),
            utcOffset: .zero,
            provenance: .documented(source: Self.source, note: nil),
            awaitingReview: [],
            disclosure: .standard,
            rules: ["core", "pace"].map { RulePackUse(pack: $0, version: "1.0") },
            headline: ["pace", "core"],
            variationReasons: [],
            correctionReasons: [],
            meetings: [],
            sources: [Source(id: Self.source, title: LocalizedText("Open SDG: \(name)", language: language))],
            bodies: [],
            agencies: agencies,
            calendars: calendars,
            dimensions: dimensions,
            objectives: objectives,
            activities: activities,
            indicators: built.map(\.indicator),
            amendments: [],
            places: [:]
        )
    }

    /// Numbers by their value, before words.
    private static func precedes(_ left: [String], _ right: [String]) -> Bool {
        for (one, other) in zip(left, right) where one != other {
            switch (Int(one), Int(other)) {
            case (let one?, let other?) where one != other: return one < other
            case (_?, nil): return true
            case (nil, _?): return false
            default: return one < other
            }
        }
        return left.count < right.count
    }

    // MARK: - The tree

    private mutating func build(_ file: OpenSDGFile) {
        let goal = file.number[0]
        let target = file.number.prefix(max(1, min(2, file.number.count - 1))).joined(separator: ".")
        let lead = agency(file)
        let provenance = provenance(isIllustrative: file["nap_illustrative"] == "true")
        let objective = item("goal " + goal) { builder, id in
            builder.objectives.append(
                Objective(
                    id: id,
                    code: goal,
                    title: builder.text(file, "goal_name") ?? LocalizedText(goal, language: builder.language),
                    weight: 1,
                    provenance: provenance
                )
            )
        }
        let activity = item("target " + target) { builder, id in
            builder.activities.append(
                Activity(
                    id: id,
                    parent: objective,
                    code: target,
                    title: builder.text(file, "target_name") ?? LocalizedText(target, language: builder.language),
                    lead: lead,
                    coLeads: [],
                    implementers: [],
                    partners: [],
                    dependsOn: [],
                    funding: [],
                    reportsEachPeriod: false,
                    weight: 1,
                    isCancelled: false,
                    provenance: provenance
                )
            )
        }
        build(file, below: activity, lead, provenance)
    }

    private mutating func item(_ key: String, _ make: (inout Self, ItemID) -> Void) -> ItemID {
        if let known = items[key] { return known }
        let id = ItemID(rawValue: identifiers.id(Slug.make(key)))
        items[key] = id
        make(&self, id)
        return id
    }

    func provenance(isIllustrative: Bool) -> Provenance {
        isIllustrative ? .illustrative(note: nil) : .documented(source: Self.source, note: nil)
    }

    private mutating func agency(_ file: OpenSDGFile) -> AgencyID {
        let title = text(file, "source_organisation_1")
        let key = file["nap_lead"] ?? title?.best(for: language).text ?? ""
        if let known = agencyIDs[key] { return known }
        let wish = Slug.make(key.isEmpty ? "statistics" : key)
        let id = AgencyID(rawValue: agencyIdentifiers.id(wish))
        agencyIDs[key] = id
        agencies.append(
            Agency(
                id: id,
                title: title ?? LocalizedText(key.isEmpty ? "–" : key, language: language),
                kind: .stateBody,
                memberships: [],
                provenance: provenance(isIllustrative: file["nap_illustrative"] == "true")
            )
        )
        return id
    }

    // MARK: - Texts

    /// A field in all languages in which it is known.
    mutating func text(_ file: OpenSDGFile, _ key: StaticString) -> LocalizedText? {
        let name = file.number.joined(separator: "-")
        var entries: [LocalizedText.Entry] = []
        let own = file[key]
        for tag in languages {
            let written = tag == language ? own : folder.translated[tag]?[name]?[key]
            let text: String?
            if let written, OpenSDGTranslations.isKey(written) {
                text = folder.translations[written, tag]
            } else if written == nil, let own, OpenSDGTranslations.isKey(own) {
                text = folder.translations[own, tag]
            } else {
                text = written
            }
            guard let text, text.utf8.contains(where: { $0 > 0x20 }) else { continue }
            entries.append(.init(language: tag, text: text))
            usedLanguages.insert(tag)
        }
        if entries.isEmpty, let own {
            notes.add(
                "open-sdg-translation-key",
                "\(own) is translated nowhere: the number stands in its place",
                at: file.node.value(ofKey: key)?.span,
                expected: "a text, or a key of a file such as translations/en/global_targets.yml"
            )
        }
        return entries.isEmpty ? nil : LocalizedText(entries)
    }

    mutating func identifier(_ wish: String) -> ItemID { ItemID(rawValue: identifiers.id(wish)) }

    /// Says once that nothing tells how values of several years go together.
    mutating func noteAccumulation(_ span: SourceSpan) {
        guard !isAccumulationAssumed else { return }
        isAccumulationAssumed = true
        notes.add(
            "open-sdg-accumulation-assumed",
            "nothing says whether values of several years add up: they are read as states at the end of each",
            severity: .information,
            at: span,
            hint: "where they are counted anew in each year, write `accumulation: per-period`"
        )
    }
}
