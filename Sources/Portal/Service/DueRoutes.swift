import Accounts
import ActionPlan
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Rules

/// What a focal point sees first: what her agency owes.
enum DueRoutes {
    static let all: [Route] = [
        Route(.get, "/", .everyone) { request in
            guard request.principal.member == nil else { return .seeOther("/\(request.language)/start") }
            let page = "public/\(request.language)/index.html"
            let isPublished = FileManager.default.fileExists(atPath: "\(request.portal.options.siteFolder)/\(page)")
            return .seeOther(isPublished ? "/\(page)" : SignInPage(request, returningTo: nil).address)
        },
        Route(.get, "/:language/start", .members) { request in
            let path =
                switch try request.member().grant.role {
                case .agency: "due"
                case .reviewer, .chair, .secretariat: "review"
                }
            return .seeOther("/\(request.language)/\(path)")
        },
        Route(.get, "/:language/due", .focalPoints) { try DuePage($0).response() },
        Route(.get, "/:language/template.csv", .focalPoints, handler: template),
    ]

    private static func template(_ request: PortalRequest) async throws -> Response {
        let assessment = try request.portal.standing(at: request.now)
        guard let id = try request.member().agency, let agency = assessment.plan.agency(id) else {
            throw HTTPError(.notFound)
        }
        let bytes = ReportTemplate(assessment, agency: agency, language: request.language).csv
        var response = Response.bytes(bytes, type: "text/csv; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(id.rawValue)-\(assessment.asOf).csv\""
        return response
    }
}
