import ActionPlan
import Language
import Markup
import Rules

/// News as a feed that programs fetch (RFC 4287).
///
/// The same news give the same bytes: times are those of what happened, identifiers hang on what it was about.
package struct NewsFeed: Sendable {
    /// The media type.
    package static let mediaType = "application/atom+xml; charset=utf-8"
    /// The name of its file.
    package static let fileName = "feed.atom"
    private let news: News
    private let source: FeedSource
    private let names: FeedNames

    package init(_ news: News, _ source: FeedSource) {
        self.news = news
        self.source = source
        names = FeedNames(news.assessment.plan, source)
    }

    private var words: Catalogue { names.words }

    private var plan: PlanIndex { news.assessment.plan }
    private var language: String { source.language }

    package var bytes: [UInt8] {
        let entries = news.entries(of: source.agency)
        var writer = XMLWriter()
        writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]) { writer in
            writer.element("id", text: identifier("feed:\(language):\(source.agency?.rawValue ?? "all")"))
            writer.element("title", text: words("{1}: what changed", source.title(plan.plan)))
            writer.element("updated", text: moment(entries.first?.day ?? plan.plan.days.start))
            writer.element("author") { writer in
                let author = source.publisher ?? plan.plan.title
                writer.element("name", text: author.best(for: language).text)
            }
            writer.element("generator", text: "nap")
            let path = FeedSource.path(Self.fileName, agency: source.agency)
            if let own = source.page(path) {
                writer.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", own)])
            }
            if let home = source.home {
                writer.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
            }
            for entry in entries { write(entry, &writer) }
        }
        return writer.bytes
    }

    private func identifier(_ what: String) -> String { "urn:nap:\(plan.plan.id):\(what)" }

    private func moment(_ day: Day) -> String { Moment(startOf: day, at: plan.plan.utcOffset).description }

    private func write(_ entry: News.Entry, _ writer: inout XMLWriter) {
        let (identifier, title, lines, page) = told(entry)
        writer.element("entry") { writer in
            writer.element("id", text: self.identifier("\(identifier):\(language)"))
            writer.element("title", text: title)
            writer.element("updated", text: moment(entry.day))
            if let page = source.page(page) {
                writer.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
            }
            // By the standard, an entry that links no page has a content.
            writer.element("content", [("type", "text")], text: lines.isEmpty ? title : lines.joined(separator: "\n"))
        }
    }

    /// What is said of an entry, and the path of the page that says more.
    private func told(_ entry: News.Entry) -> (identifier: String, title: String, lines: [String], page: String) {
        switch entry.kind {
        case .received(let agency, let calendar, let period, let items):
            return (
                "received:\(agency):\(calendar):\(period):\(entry.day)",
                words(
                    "Received from {1} for {2}: {3}",
                    name(agency),
                    names.period(period, calendar),
                    words.count(items.count, "report / reports")
                ),
                names.headings(items), "agency/\(agency).html"
            )
        case .verified(let agency, let calendar, let period, let items):
            return (
                "verified:\(agency):\(calendar):\(period):\(entry.day)",
                words(
                    "Verified of {1} for {2}: {3}",
                    name(agency),
                    names.period(period, calendar),
                    words.count(items.count, "report / reports")
                ),
                names.headings(items), "agency/\(agency).html"
            )
        case .status(let item, let change, let since):
            let heading = item.map { plan.heading(of: $0, language) } ?? words("The plan as a whole")
            let after = change.after?.id.rawValue ?? "none"
            return (
                "status:\(item?.rawValue ?? "plan"):\(since):\(after)",
                words("{1}: {2} (before: {3})", heading, name(change.after), name(change.before)),
                (change.because.map { [$0.text(language)] } ?? []) + change.causes.map(cause), page(of: item)
            )
        case .amended(let place):
            let amendment = plan.plan.amendments[place]
            return (
                "amended:\(amendment.id)",
                words("The plan was amended: {1}", amendment.title.best(for: language).text),
                amendment.decision.map { [$0.best(for: language).text] } ?? [], "about.html"
            )
        }
    }

    private func page(of item: ItemID?) -> String {
        switch item.flatMap({ plan.reference($0) }) {
        case .objective(let id): "objective/\(id).html"
        case .activity(let id): "activity/\(id).html"
        case .indicator(let id): "indicator/\(id).html"
        case nil: "index.html"
        }
    }

    private func name(_ agency: AgencyID) -> String {
        plan.agency(agency).map { ($0.shortTitle ?? $0.title).best(for: language).text } ?? agency.rawValue
    }

    private func name(_ status: Status?) -> String {
        status?.title.best(for: language).text ?? words("no status")
    }

    private func cause(_ cause: StatusChange.Cause) -> String {
        switch cause {
        case .reports: words("Because reports came or were reviewed.")
        case .plan: words("Because the plan was amended.")
        case .rules: words("Because the rules changed.")
        case .time: words("Because time has passed.")
        }
    }
}
