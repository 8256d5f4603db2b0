import ActionPlan
import HTTPTypes
import Hummingbird
import Rules

/// The interface for programs: all that they can do.
enum API {
    static let operations: [APIOperation] =
        PlanOperations.all + AssessmentOperations.all
        + ReportOperations.all + FeedOperations.all

    static let routes: [Route] =
        operations.map(\.route) + [
            Route(.get, "/api/openapi.json", .everyone) { request in
                let document = OpenAPIDocument(origin: request.portal.options.origin)
                var response = Response.bytes(document.bytes, type: "application/json", cache: "public, max-age=300")
                response.headers[.eTag] = APIAnswer.tag(of: document.bytes)
                return response
            }
        ]
}
