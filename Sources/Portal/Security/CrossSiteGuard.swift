import HTTPTypes
import Hummingbird
import Logging

/// Refuses what another site made a browser send.
///
/// A request that changes something and comes from a browser says where it was made (`Sec-Fetch-Site`), or at least the
/// site of the page (`Origin`). Requests with a bearer token carry nothing that a browser adds by itself and pass, and so
/// do all that go to the interface for programs, where no session opens anything, and those by the links of reminders,
/// where the secret in the address does. Beside this every form has a token bound to its session, which its handler checks.
struct CrossSiteGuard: RouterMiddleware {
    /// The scheme, host and port under which browsers know the service.
    let origin: String

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        guard
            Self.isSafe(request.method) || request.uri.path.hasPrefix("/api/v1/")
                || ReminderRoutes.isOptOut(request.uri.path) || isOwn(request.headers)
        else {
            // Not the path: that of a one-time link holds a secret.
            context.logger.notice("cross-site request refused")
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }

    private static func isSafe(_ method: HTTPRequest.Method) -> Bool { method == .get || method == .head }

    private func isOwn(_ headers: HTTPFields) -> Bool {
        if headers[.authorization]?.hasPrefix("Bearer ") == true, headers[.cookie] == nil { return true }
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        return headers[.origin] == origin
    }
}
