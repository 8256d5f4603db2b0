import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Language
package import Logging
import NIOCore
import Tracker

extension Portal {
    /// Runs the service until it is told to stop by SIGTERM or SIGINT; what is under way then is done.
    ///
    /// - Parameter logger: what is told to whoever runs it; no secret and nothing that was reported is in it.
    /// - Throws: what keeps the service from listening or from running.
    package func run(logger: Logger) async throws {
        var application = application(logger: logger)
        if let port = options.figuresPort {
            application.addServices(figuresApplication(port: port, logger: logger))
        }
        // Requests begin where those of programs are worked on, which are the most where there are many.
        try await withTaskExecutorPreference(programs) { try await application.runService() }
    }

    /// The service, ready to run.
    func application(logger: Logger) -> Application<RouterResponder<PortalContext>> {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: self.channelHandlers,
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1_024,
                        maxHeaderListSize: 16 * 1_024,
                        maxHeaderFieldCount: 100
                    )
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                serverName: "nap",
                availableConnectionsDelegate: MaximumAvailableConnections(options.connectionLimit)
            ),
            services: [PageRefresher(portal: self, logger: logger), ReminderService(portal: self, logger: logger)],
            logger: logger
        )
    }

    /// What stands between a connection and the router.
    private var channelHandlers: [any RemovableChannelHandler] {
        let deadlines = ConnectionDeadlines(figures: figures)
        return [
            AddressLimit(connections, isBehindProxy: options.isBehindProxy), BareAnswers(isSecure: options.isSecure),
            deadlines,
            PublicPagesPlacement(PublicPages(pages, figures: figures, deadlines: deadlines)),
        ]
    }

    /// The router, made from ``routes`` and from nothing else.
    var router: Router<PortalContext> {
        let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            AnswerHeaders(isSecure: options.isSecure, figures: figures, titles: titles)
            RequestLog(figures: figures)
            WorkThreadsMiddleware(people: workers, programs: programs)
            KnownMethods(allowed: Self.otherMethods.mapValues(\.allowed))
            CrossSiteGuard(origin: options.origin)
            SessionMiddleware(portal: self)
        }
        for (path, methods) in Self.otherMethods {
            for method in methods.refused {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw HTTPError(.methodNotAllowed, headers: [.allow: methods.allowed])
                }
            }
        }
        for route in Self.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await self.answer(request, context, by: route)
            }
        }
        return router
    }

    /// For each path the methods that it does not take, and what it does take in words.
    private static let otherMethods: [String: (refused: [HTTPRequest.Method], allowed: String)] = {
        let known = KnownMethods.all
        return Dictionary(grouping: routes, by: \.path)
            .mapValues { routes in
                var taken = Set(routes.map(\.method))
                if taken.contains(.get) { taken.insert(.head) }
                return (
                    known.filter { !taken.contains($0) },
                    known.filter(taken.contains).map(\.rawValue).joined(separator: ", ")
                )
            }
    }()

    private func answer(_ request: Request, _ context: PortalContext, by route: Route) async throws -> Response {
        switch route.access.decision(on: context.principal) {
        case .allowed: break
        case .forbidden:
            guard case .programs = route.access else { throw HTTPError(.forbidden) }
            throw HTTPError(.forbidden, headers: [.wwwAuthenticate: "Bearer error=\"insufficient_scope\""])
        case .unauthenticated:
            if case .programs = route.access { throw HTTPError(.unauthorized) }
            return try await askToSignIn(request, context, by: route)
        }
        let hasBody = request.method != .get && request.method != .head
        if hasBody {
            try request.refuseUnsent(
                above: route.givesBack ? 5 * route.bodyLimit : route.bodyLimit,
                mediaType: route.bodyType
            )
            context.acceptBody(of: request)
        }
        guard hasBody, route.givesBack else {
            let body = hasBody ? try await request.body.collect(upTo: route.bodyLimit) : ByteBuffer()
            return try await route.handler(portalRequest(request, context, Array(body.readableBytesView), by: route))
        }
        // A browser that was told before it had sent all would show a broken connection.
        let (body, isWhole) = try await beginning(of: request, keeping: route.bodyLimit, limit: 5 * route.bodyLimit)
        guard isWhole else {
            let cut = portalRequest(request, context, Array(body.prefix(PortalRequest.typedLimit)), by: route)
            guard let page = KeptPage(cut, isWhole: false) else { throw HTTPError(.contentTooLarge) }
            return page.response(because: .tooLarge)
        }
        let whole = portalRequest(request, context, body, by: route)
        do {
            return try await route.handler(whole)
        } catch is StaleFormToken {
            guard let page = KeptPage(whole, isWhole: true) else { throw HTTPError(.forbidden) }
            return page.response(because: .otherSession)
        }
    }

    private func portalRequest(
        _ request: Request,
        _ context: PortalContext,
        _ body: [UInt8],
        by route: Route
    ) -> PortalRequest {
        PortalRequest(
            portal: self,
            request: request,
            context: context,
            body: body,
            now: now,
            page: Self.page(before: request.uri.path, of: route)
        )
    }

    /// Sends whoever is not signed in to the page for that, and back afterwards; what was typed goes along.
    private func askToSignIn(_ request: Request, _ context: PortalContext, by route: Route) async throws -> Response {
        guard request.method != .get, request.method != .head else {
            let page = SignInPage(portalRequest(request, context, [], by: route), returningTo: request.uri.path)
            return .redirect(to: page.address, type: .normal)
        }
        // No browser waits before it sends a form; what a program has not sent is not asked for, to be kept for nobody.
        let isSent = !request.isAwaitingConsent
        let (body, isWhole) =
            isSent
            ? try await beginning(of: request, keeping: PortalRequest.typedLimit, limit: route.bodyLimit) : ([], true)
        let asked = portalRequest(request, context, body, by: route)
        let kept = route.givesBack && isSent ? asked.typed(isWhole: isWhole) : nil
        // What was typed goes back to where it was sent; without it, the page of the form is shown.
        let page = SignInPage(asked, returningTo: kept == nil ? asked.page : request.uri.path, kept: kept)
        return page.response(
            status: .unauthorized,
            message: kept == nil
                ? page.words("Your session has ended. Sign in again; nothing was stored.")
                : page.words("Your session has ended. Sign in again: what you typed is kept.")
        )
    }

    /// The beginning of what somebody sends; the rest is passed over.
    ///
    /// - Parameters:
    ///   - request: what is read.
    ///   - kept: how many bytes of it are kept.
    ///   - limit: how many are read before it is refused.
    /// - Returns: what was kept, and whether that is all.
    /// - Throws: what the connection throws, or that it is too much.
    private func beginning(
        of request: Request,
        keeping kept: Int,
        limit: Int
    ) async throws -> (body: [UInt8], isWhole: Bool) {
        var body: [UInt8] = []
        var count = 0
        for try await part in request.body {
            count += part.readableBytes
            guard count <= limit else { throw HTTPError(.contentTooLarge) }
            body += part.readableBytesView.prefix(kept - body.count)
        }
        return (body, count == body.count)
    }

    /// The plan's short title, by language.
    private var titles: [String: String] {
        let title = tracker.workspace.plan.shortTitle ?? tracker.workspace.plan.title
        return Dictionary(languages.map { ($0, title.best(for: $0).text) }, uniquingKeysWith: { first, _ in first })
    }

    /// The page from which a form of a route is sent.
    private static func page(before path: String, of route: Route) -> String {
        let isPage = routes.contains { $0.method == .get && $0.path == route.path }
        guard !isPage, let slash = path.lastIndex(of: "/") else { return path }
        return String(path[..<slash])
    }
}
