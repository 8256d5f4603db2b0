import HTTPTypes
import Hummingbird
import Logging

/// One line of the log for each request: what was asked for, what was answered, how long it took.
///
/// Addresses of one-time links hold a secret, so that only the route is written, never the path.
struct RequestLog: RouterMiddleware {
    typealias Context = PortalContext

    let figures: ServiceFigures

    /// What the router calls what it has no route for.
    private static let notFound = "NotFound"

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        func log(_ status: Int) {
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            let route = context.endpointPath.flatMap { $0 == Self.notFound ? nil : $0 } ?? ServiceFigures.noRoute
            figures.count(request.method.rawValue, route, status: status, seconds: time / 1_000)
            context.logger.info(
                "request",
                metadata: [
                    "method": "\(request.method.rawValue)", "route": "\(route)",
                    "status": "\(status)", "ms": "\((time * 10).rounded() / 10)",
                ]
            )
        }
        do {
            let response = try await next(request, context)
            log(response.status.code)
            return response
        } catch {
            log((error as? any HTTPResponseError)?.status.code ?? 500)
            throw error
        }
    }
}
