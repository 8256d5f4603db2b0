import HTTPTypes
import Hummingbird
import Logging

/// One line of the log for each request: what was asked for, what was answered, how long it took.
///
/// Addresses of one-time links hold a secret, so that only the route is written, never the path.
struct RequestLog: RouterMiddleware {
    typealias Context = PortalContext

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        func log(_ status: Int) {
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            context.logger.info(
                "request",
                metadata: [
                    "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
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
