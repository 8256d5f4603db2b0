import HTTPTypes
import Hummingbird

/// Refuses methods that nothing here takes, such as those that others have made up, with what an address does take.
struct KnownMethods: RouterMiddleware {
    typealias Context = PortalContext

    /// What each path takes, in words.
    private let allowed: [(path: [Substring], methods: String)]

    init(allowed: [String: String]) {
        self.allowed = allowed.map { ($0.key.split(separator: "/"), $0.value) }
            .sorted { $0.path.count { $0.hasPrefix(":") } < $1.path.count { $0.hasPrefix(":") } }
    }

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        guard !Self.all.contains(request.method), let methods = methods(request.uri.path) else {
            return try await next(request, context)
        }
        throw HTTPError(.methodNotAllowed, headers: [.allow: methods])
    }

    /// All that routes are made for, be it to refuse them.
    static let all: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]

    private func methods(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        return allowed.first { known in
            if known.path.last == "**" { return parts.starts(with: known.path.dropLast()) }
            return known.path.count == parts.count
                && zip(known.path, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }?
        .methods
    }
}
