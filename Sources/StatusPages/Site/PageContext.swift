import ActionPlan
import Language
import Markup
import Rules

/// What a page needs to say and link something: the site, the language, and where the page is.
struct PageContext: Sendable {
    let site: Site
    /// The tag of the language of the plan's texts.
    let language: String
    let words: Catalogue
    let address: PageAddress
    private let names: PlanNames

    /// - Parameters:
    ///   - site: the site that the page is of.
    ///   - language: the tag of the language of the plan's texts.
    ///   - words: the sentences of the page.
    ///   - address: where the page is.
    ///   - names: what is named on most pages, in the language; made here where it is not at hand.
    init(site: Site, language: String, words: Catalogue, address: PageAddress, names: PlanNames? = nil) {
        self.site = site
        self.language = language
        self.words = words
        self.address = address
        self.names = names ?? PlanNames(site.plan.plan, language: language, words.language)
    }

    var writing: WrittenLanguage { words.language }
    var plan: Plan { site.plan.plan }
    var assessment: Assessment { site.assessment }

    // MARK: - Texts

    /// A text of the plan, marked with its language where that is not the page's.
    func phrase(_ text: LocalizedText) -> Phrase { phrase(text.best(for: language)) }

    func phrase(_ entry: LocalizedText.Entry) -> Phrase { Phrase(entry, on: writing) }

    func phrase(_ sentence: Sentence) -> Phrase { phrase(sentence.best(for: language)) }

    /// The day in figures, with its machine-readable form.
    func day(_ day: Day) -> Inline { .day(writing.shortDate(day), iso: day.description) }

    func moment(_ moment: Moment) -> Inline { day(moment.day(at: plan.utcOffset)) }

    /// The name of a period of an item's calendar.
    func name(of period: ReportingPeriod, for item: ItemID) -> Phrase {
        name(of: period.id, for: item)
    }

    func name(of period: ReportingPeriod, in calendar: ReportingCalendar) -> Phrase {
        names.periods[calendar.id]?[period.id] ?? Phrase(period.id.rawValue)
    }

    func name(of period: PeriodID, for item: ItemID) -> Phrase {
        site.plan.calendar(of: item).flatMap { names.periods[$0]?[period] } ?? Phrase(period.rawValue)
    }

    /// The name of a period for narrow columns.
    func shortName(of period: ReportingPeriod, for item: ItemID) -> String {
        let date = period.days.end.date
        switch site.plan.indicator(item)?.calendar.flatMap({ site.plan.calendar($0) })?.frequency {
        case .monthly: return writing.shortMonth(year: date.year, month: date.month)
        case .quarterly: return writing.shortQuarter(year: date.year, number: (date.month + 2) / 3)
        case .halfYearly: return writing.shortHalfYear(year: date.year, number: (date.month + 5) / 6)
        case .yearly: return String(date.year)
        case .custom, nil: return name(of: period, for: item).text
        }
    }

    // MARK: - Links

    func link(_ other: PageAddress, fragment: String? = nil) -> Link { address.link(to: other, fragment: fragment) }

    /// A link to an item with its code and title.
    func item(_ reference: ItemReference, fragment: String? = nil) -> Inline {
        let title = site.plan.title(of: reference.id).map { phrase($0) } ?? Phrase(reference.id.rawValue)
        return .link(title, link(PageAddress(reference), fragment: fragment))
    }

    func item(_ id: ItemID, fragment: String? = nil) -> Inline {
        site.plan.reference(id).map { item($0, fragment: fragment) } ?? .code(id.rawValue)
    }

    /// A link to an agency by its short name.
    func agency(_ id: AgencyID, short: Bool = true) -> Inline {
        guard let agency = names.agencies[id] else { return .text(id.rawValue) }
        return .link(short ? agency.short : agency.full, link(.agency(id)))
    }

    // MARK: - Statuses

    func mark(_ status: Status) -> StatusMark {
        StatusMark(title: phrase(status.title), color: status.color, symbol: status.symbol)
    }

    func mark(_ id: StatusID) -> StatusMark {
        site.statuses[id].map { mark($0) }
            ?? StatusMark(title: Phrase(id.rawValue), color: .grey, symbol: .question)
    }

    /// The status of an item, or that nothing is said about it.
    func status(of id: ItemID) -> Inline { site.status(of: id).map { .status(mark($0)) } ?? .note(words("Not judged")) }

    /// The code of an item in the printed plan.
    func code(of id: ItemID) -> String? { site.plan.code(of: id) }

    /// The mark of an illustration, where an item is one.
    func marks(of id: ItemID) -> [Inline] { site.isIllustrative(id) ? [.illustrative(words("Illustrative"))] : [] }

    /// What a number looks like with an indicator's digits.
    func number(_ value: Double, _ measure: Measure) -> String {
        let text = writing.number(value, decimals: 0...measure.decimals)
        if case .percentage = measure { return text + (writing == .english ? "%" : "\u{A0}%") }
        return text
    }
}
