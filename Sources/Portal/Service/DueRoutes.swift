import Accounts
import ActionPlan
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Rules
import Tracker

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
        Route(.get, "/:language/template.csv", .focalPoints) { try template($0, asWorkbook: false) },
        Route(.get, "/:language/template.xlsx", .focalPoints) { try template($0, asWorkbook: true) },
    ]

    private static func template(_ request: PortalRequest, asWorkbook: Bool) throws -> Response {
        let assessment = try request.portal.standing(at: request.now)
        guard let id = try request.member().agency, let agency = assessment.plan.agency(id) else {
            throw HTTPError(.notFound)
        }
        let template = ReportTemplate(assessment, agency: agency, language: request.language)
        let name = "\(id.rawValue)-\(assessment.asOf)"
        guard asWorkbook else {
            return .download(template.csv, type: "text/csv; charset=utf-8", named: "\(name).csv")
        }
        return .download(
            try template.workbook(claims: request.portal.workspace.assessor.claimableStatuses),
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            named: "\(name).xlsx"
        )
    }
}
