import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Markup
import OpenIDConnect
import Rules
import Tracker

/// What pages of the service have in common: the reader's language, the frame, the names of things.
struct PageMaker: Sendable {
    let request: PortalRequest
    let language: String
    let words: Catalogue
    /// What follows the path in the address of the same page in another language, such as `?from=12`.
    var place = ""

    init(_ request: PortalRequest) {
        self.request = request
        language = request.language
        words = Catalogue.portal(in: language)
    }

    var portal: Portal { request.portal }
    var writing: WrittenLanguage { words.language }

    /// The plan as it is today.
    var index: PlanIndex { portal.workspace.index(on: portal.workspace.day(of: request.now)) }

    /// The plan in full, for those who come from outside.
    var planTitle: String { text(portal.workspace.plan.title) }

    /// A page of the service by its path below the language.
    func path(_ path: String) -> Link { Link(path: "/\(language)/\(path)") }

    func text(_ text: LocalizedText) -> String { text.best(for: language).text }

    func day(_ day: Day) -> String { writing.shortDate(day) }

    /// A moment with its time of day at the plan's offset.
    func moment(_ moment: Moment) -> String {
        let offset = portal.workspace.plan.utcOffset
        let start = Moment(startOf: moment.day(at: offset), at: offset)
        let minutes = (moment.seconds - start.seconds) / 60
        let clock = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        return "\(writing.shortDate(moment.day(at: offset))), \(clock)"
    }

    /// The name of an agency or coordinating body.
    func body(_ id: String) -> String {
        let plan = portal.workspace.plan
        if let agency = plan.agencies.first(where: { $0.id.rawValue == id }) { return text(agency.title) }
        return plan.bodies.first { $0.id == id }.map { text($0.title) } ?? id
    }

    func title(of item: ItemID) -> String { index.title(of: item).map(text) ?? item.rawValue }

    /// The number that the plan itself gives an item.
    func code(of item: ItemID) -> String? { index.code(of: item) }

    /// Which of a list stand on a page: those after `start`, `most` of them at most.
    func range(from start: Int, most: Int, of count: Int) -> String {
        words(
            "{1} to {2} of {3}",
            writing.number(start + 1),
            writing.number(min(start + most, count)),
            writing.number(count)
        )
    }

    func name(of period: PeriodID, for item: ItemID) -> String {
        let plan = index
        let calendar = (plan.indicator(item)?.calendar ?? plan.activity(item)?.calendar).flatMap { plan.calendar($0) }
        guard let calendar, let found = calendar.period(period) else { return period.rawValue }
        if calendar.frequency == .custom, let title = found.title { return text(title) }
        return writing.name(of: found, calendar.frequency)
    }

    func role(_ role: Party.Role) -> String {
        switch role {
        case .agency: words("focal point")
        case .reviewer: words("reviewer")
        case .secretariat: words("secretariat")
        case .chair: words("chair")
        }
    }

    /// What people call a service that may vouch for them.
    func name(of provider: IdentityProvider) -> String {
        provider.title[language] ?? provider.title.sorted { $0.key < $1.key }.first?.value ?? provider.id
    }

    /// The address of this page in another language.
    private func here(in other: String) -> Link {
        let path = request.page.split(separator: "/").dropFirst().joined(separator: "/")
        return Link(path: "/\(other)/\(path)\(place)")
    }

    /// Asks somebody who has come by a link to choose a password, without which she could not come again.
    func passwordNotice() throws -> PortalFrame.Notice? {
        guard let member = request.principal.member,
            try portal.accounts.needsLinks(member.account, at: request.now)
        else { return nil }
        return PortalFrame.Notice(
            text: words("You have no password yet. Choose one, so that you can come again without a link."),
            kind: .note,
            lines: [PortalFrame.Notice.Line(text: words("Choose a password"), link: path("account"))]
        )
    }

    func frame(_ title: String, notice: PortalFrame.Notice? = nil) -> PortalFrame {
        let plan = portal.workspace.plan
        let member = request.principal.member
        return PortalFrame(
            title: title,
            words: words,
            siteName: text(plan.shortTitle ?? plan.title),
            holder: member.flatMap { member in
                request.formToken.map { token in
                    PortalFrame.Holder(
                        name: member.person.name,
                        role: "\(role(member.grant.role)), \(body(member.grant.body))",
                        formToken: token
                    )
                }
            },
            navigation: member.map(navigation) ?? [],
            languages: portal.languages.map { tag in
                PortalFrame.Entry(
                    title: WrittenLanguage(rawValue: tag)?.ownName ?? tag,
                    link: here(in: tag),
                    isCurrent: tag == language,
                    language: tag
                )
            },
            notice: notice
        )
    }

    func response(
        _ title: String,
        notice: PortalFrame.Notice? = nil,
        status: HTTPResponse.Status = .ok,
        withScript: Bool = false,
        inThisLanguageOnly: Bool = false,
        content: (inout Markup) -> Void
    ) -> Response {
        var frame = frame(title, notice: notice)
        frame.hasScript = withScript
        if inThisLanguageOnly { frame.languages = [] }
        var response = Response.html(frame.page(content: content), status: status)
        if status == .tooManyRequests { response.headers[.retryAfter] = "60" }
        return response
    }

    private func navigation(_ member: Member) -> [PortalFrame.Entry] {
        let entries: [(String, String, Access)] = [
            (words("Reports to send"), "due", .focalPoints),
            (words("Several at once"), "reports", .focalPoints),
            (words("Send a table"), "upload", .focalPoints),
            (words("Reports to review"), "review", .reviewers),
            (words("Agencies and deadlines"), "deadlines", .leadership),
            (words("Periods and publication"), "office", .leadership),
            (words("People"), "people", .secretariat),
            (words("Tokens for programs"), "tokens", .tokenKeepers),
        ]
        let here = request.request.uri.path
        return entries.filter { $0.2.decision(on: request.principal) == .allowed }
            .map { title, path, _ in
                PortalFrame.Entry(title: title, link: self.path(path), isCurrent: here == "/\(language)/\(path)")
            } + [
                PortalFrame.Entry(
                    title: words("Status pages"),
                    link: Link(path: "/internal/\(language)/index.html")
                ),
                PortalFrame.Entry(
                    title: words("Your account"),
                    link: self.path("account"),
                    isCurrent: here == "/\(language)/account"
                ),
            ]
    }
}
