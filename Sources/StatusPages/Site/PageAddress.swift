import ActionPlan
import Feeds
import Markup

/// Which page of a language is meant.
enum PageAddress: Hashable, Sendable {
    case overview
    case objective(ItemID)
    case activity(ItemID)
    case indicator(ItemID)
    case agency(AgencyID)
    case agencies
    /// Reports due, by page of the list from 1.
    case due(Int)
    /// When reports are due.
    case calendar
    /// A period of a calendar.
    case period(String, PeriodID)
    /// Findings of a kind or severity, by page of the list from 1.
    case findings(FindingFilter, Int)
    /// Which activities wait for which, by page from 1.
    case dependencies(Int)
    /// All items by their names, by page of the list from 1.
    case search(Int)
    /// The names of all items, for the script that looks through them.
    case searchData
    /// Deadlines and meetings of an agency, or of all, for calendars.
    case deadlines(AgencyID?)
    /// What changed for an agency, or for all, for readers of feeds.
    case news(AgencyID?)
    /// When activities are to be done, by page from 1.
    case timeline(Int)
    /// What a chair takes into a meeting.
    case brief
    case method
    case glossary
    case about
    case accessibility

    /// The page of an item.
    init(_ reference: ItemReference) {
        switch reference {
        case .objective(let id): self = .objective(id)
        case .activity(let id): self = .activity(id)
        case .indicator(let id): self = .indicator(id)
        }
    }

    /// The path below the folder of the language.
    ///
    /// Identifiers are slugs, so that none can leave its folder.
    var path: String {
        switch self {
        case .overview: "index.html"
        case .objective(let id): "objective/\(id.rawValue).html"
        case .activity(let id): "activity/\(id.rawValue).html"
        case .indicator(let id): "indicator/\(id.rawValue).html"
        case .agency(let id): "agency/\(id.rawValue).html"
        case .agencies: "agencies.html"
        case .due(let number): Self.numbered("late", number)
        case .calendar: "calendar.html"
        case .period(let calendar, let id): "period/\(calendar)/\(id.rawValue).html"
        case .findings(.all, let number): Self.numbered("findings", number)
        case .findings(let filter, let number): Self.numbered("findings/\(filter.slug)", number)
        case .dependencies(let number): Self.numbered("dependencies", number)
        case .search(let number): Self.numbered("search", number)
        case .searchData: "search-data.js"
        case .deadlines(let agency): FeedSource.path(DeadlineCalendar.fileName, agency: agency)
        case .news(let agency): FeedSource.path(NewsFeed.fileName, agency: agency)
        case .timeline(let number): Self.numbered("timeline", number)
        case .brief: "brief.html"
        case .method: "method.html"
        case .glossary: "glossary.html"
        case .about: "about.html"
        case .accessibility: "accessibility.html"
        }
    }

    /// The way from the page's folder up to the folder of the language.
    var toLanguageFolder: String {
        switch self {
        case .findings(.all, _): ""
        case .objective, .activity, .indicator, .agency, .findings: "../"
        case .period, .deadlines(.some), .news(.some): "../../"
        case .overview, .agencies, .due, .calendar, .dependencies, .search, .searchData, .timeline, .brief, .method,
            .glossary, .about, .accessibility, .deadlines(nil), .news(nil):
            ""
        }
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        number == 1 ? "\(name).html" : "\(name)-\(number).html"
    }

    /// A link from this page to another of the same language.
    func link(to other: PageAddress, fragment: String? = nil) -> Link {
        Link(path: toLanguageFolder + other.path + (fragment.map { "#\($0)" } ?? ""))
    }

    /// A link from this page to the same page in another language.
    func link(toLanguage language: String) -> Link {
        Link(path: toLanguageFolder + "../\(language)/" + path)
    }

    /// A link from this page to a file beside the folders of the languages.
    func link(toAsset path: String) -> Link { Link(path: toLanguageFolder + "../" + path) }
}
