import ActionPlan
import Feeds
import HTTPTypes
import Hummingbird

/// Calendars of deadlines and feeds of changes, under addresses that stay.
///
/// They are those of the public edition that was published last: one that followed every report would tell figures one by
/// one.
enum FeedRoutes {
    static let all: [Route] = [DeadlineCalendar.fileName, NewsFeed.fileName]
        .flatMap { name in
            [
                Route(.get, "/\(name)", .everyone) { try serve($0, name, of: nil) },
                Route(.get, "/:language/\(name)", .everyone) { try serve($0, name, of: nil) },
                Route(.get, "/:language/agency/:agency/\(name)", .everyone) { request in
                    try serve(request, name, of: AgencyID(rawValue: try request.parameter("agency")))
                },
            ]
        }

    private static func serve(_ request: PortalRequest, _ name: String, of agency: AgencyID?) throws -> Response {
        if let asked = request.context.parameters.get("language"), !request.portal.languages.contains(asked) {
            throw HTTPError(.notFound)
        }
        let path = FeedSource.path(name, agency: agency).split(separator: "/").map(String.init)
        return try SiteRoutes.file(request, .public, [request.language] + path)
    }
}
