import Accounts
import ActionPlan
import Feeds
import Foundation
import HTTPTypes
import Hummingbird
import Tracker

/// Deadlines for calendars and changes for readers of feeds, of the whole plan or of an agency.
enum FeedOperations {
    static let all: [APIOperation] = [
        APIOperation(
            method: .get,
            path: "/api/v1/calendar.ics",
            access: .programs(.read),
            name: "calendar",
            summary: "Deadlines and meetings of the plan as it is today, as a calendar (RFC 5545)",
            parameters: parameters,
            answer: .init(content: .text("text/calendar"), description: "A calendar"),
            problems: [.notFound],
            handler: calendar
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/feed.atom",
            access: .programs(.read),
            name: "feed",
            summary: "What changed, as of the public edition that was published last, as a feed (RFC 4287)",
            parameters: parameters,
            answer: .init(content: .text("application/atom+xml"), description: "A feed"),
            problems: [.notFound],
            handler: feed
        ),
    ]

    private static let parameters: [APIOperation.Parameter] = [
        .init(
            name: "agency",
            place: .query,
            schema: Schema(.form(pattern: "^[a-z0-9][a-z0-9.-]{0,63}$")),
            description: "Only what this agency has to do with"
        ),
        .init(
            name: "language",
            place: .query,
            schema: Schema(.word(["en", "ru", "tk"])),
            description: "The language of its texts; the best of those accepted if left out"
        ),
    ]

    /// Whose it is to be and in which language; not found where the plan has neither.
    private static func asked(_ request: APIRequest) throws -> (agency: AgencyID?, language: String) {
        let agency = request["agency"].map(AgencyID.init(rawValue:))
        if let agency, request.index.agency(agency) == nil { throw APIProblem(kind: .notFound) }
        let language = request["language"] ?? request.language
        guard request.portal.languages.contains(language) else { throw APIProblem(kind: .notFound) }
        return (agency, language)
    }

    private static func calendar(_ request: APIRequest) throws -> APIAnswer {
        let (agency, language) = try asked(request)
        let day = request.portal.workspace.day(of: request.now)
        let source = FeedSource(language: language, agency: agency, address: "\(request.portal.options.origin)/public")
        return APIAnswer(bytes: DeadlineCalendar(Deadlines(request.index, asOf: day), source).bytes)
    }

    private static func feed(_ request: APIRequest) throws -> APIAnswer {
        let (agency, language) = try asked(request)
        let path = FeedSource.path(NewsFeed.fileName, agency: agency)
        let file = "\(request.portal.options.siteFolder)/public/\(language)/\(path)"
        guard let data = FileManager.default.contents(atPath: file) else { throw APIProblem(kind: .notFound) }
        return APIAnswer(bytes: Array(data))
    }
}
