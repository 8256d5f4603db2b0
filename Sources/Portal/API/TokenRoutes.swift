import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language

/// Tokens for programs: made by an agency's focal point, ended by her or by the secretariat.
enum TokenRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/tokens", .tokenKeepers) { try TokensPage($0).response() },
        Route(.post, "/:language/tokens", .focalPoints, handler: make),
        Route(.post, "/:language/tokens/end", .tokenKeepers, handler: end),
    ]

    private static func make(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let page = try TokensPage(request)
        let title = (form["title"] ?? "").filter { !$0.isNewline }
        guard title.contains(where: { !$0.isWhitespace }), title.utf8.count <= 200 else {
            return page.response(problem: page.words("Say what the token is for."))
        }
        let scope: Set<TokenScope> = form["submit"] == nil ? [.read] : [.read, .submit]
        let secret = try request.portal.accounts.makeToken(
            title,
            for: request.member(),
            scope: scope,
            at: request.now
        )
        return try TokensPage(request).response(made: secret)
    }

    private static func end(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        guard let key = form["token"], let account = form["account"].map(AccountID.init(rawValue:)),
            account == member.account || member.grant.role == .secretariat
        else { throw HTTPError(.forbidden) }
        try request.portal.accounts.endToken(key, of: account, at: request.now)
        return .seeOther("/\(request.language)/tokens")
    }
}
