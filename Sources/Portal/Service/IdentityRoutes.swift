import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Logging
import Markup
import OpenIDConnect

/// Signing in where a ministry's own service vouches for its people (OpenID Connect), and connecting an account with it.
///
/// What binds an answer to a browser is derived from a secret in a cookie of that browser: for signing in, one that is made
/// for it; for connecting, that of the session. So an answer that somebody else's browser began is not taken.
enum IdentityRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/identity/:provider", .everyone, handler: begin),
        Route(.post, "/:language/identity/:provider/connect", .members, handler: connect),
        Route(.post, "/:language/identity/:provider/disconnect", .members, handler: disconnect),
        Route(.get, "/identity/:provider/answer", .everyone, handler: answer),
    ]

    private static func client(_ request: PortalRequest) throws -> OpenIDClient {
        guard let client = request.portal.identityProviders[try request.parameter("provider")] else {
            throw HTTPError(.notFound)
        }
        return client
    }

    private static func begin(_ request: PortalRequest) async throws -> Response {
        let client = try client(request)
        let secret = Secret()
        var response = try await ask(client, request, SignInAttempt(secret, toSignInBy: client.provider))
        let cookie = AttemptCookie(request.portal.options).field(setting: secret)
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    /// By a form of ours and never by an address: else another site could have a member's account connected with a name
    /// under which it made her sign in at the provider.
    private static func connect(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let client = try client(request)
        if let fault = try await AccountRoutes.fault(in: form, request) {
            return try AccountPage(request).response(fault: fault)
        }
        guard let session = request.context.session else { throw HTTPError(.forbidden) }
        let response = try await ask(client, request, SignInAttempt(session, toConnect: client.provider))
        // Browsers let a form lead nowhere else, so a link does.
        guard let address = response.headers[.location].flatMap(Link.init(external:)) else { return response }
        return ConnectPage(request, client.provider, address).response()
    }

    private static func ask(
        _ client: OpenIDClient,
        _ request: PortalRequest,
        _ attempt: SignInAttempt
    ) async throws -> Response {
        try throttle(request)
        do {
            return .seeOther(try await client.question(returningTo: address(client.provider, request), attempt))
        } catch {
            return failure(of: error, request)
        }
    }

    private static func throttle(_ request: PortalRequest) throws {
        guard let wait = request.portal.addressThrottle.tries(request.client, at: Double(request.now.seconds)) else {
            return
        }
        throw HTTPError(.tooManyRequests, headers: [.retryAfter: "\(wait)"])
    }

    private static func address(_ provider: IdentityProvider, _ request: PortalRequest) -> String {
        "\(request.portal.options.origin)/identity/\(provider.id)/answer"
    }

    private static func answer(_ request: PortalRequest) async throws -> Response {
        let client = try client(request)
        try throttle(request)
        guard let (attempt, isConnecting) = attempt(request, client.provider) else {
            return failure(.attempt, request)
        }
        // RFC 9207: an answer of another provider's is not this one's.
        if let issuer = request.query("iss"), issuer != client.provider.issuer { return failure(.attempt, request) }
        guard let code = request.query("code"), code.utf8.count <= 4_000 else { return failure(.refused, request) }
        let identity: Identity
        do {
            identity = try await client.identity(
                for: code,
                returningTo: address(client.provider, request),
                attempt,
                at: request.now.seconds
            )
        } catch {
            return failure(of: error, request)
        }
        let name = OutsideName(service: identity.issuer, name: identity.subject)
        return try isConnecting ? connect(name, request) : signIn(name, request)
    }

    /// The attempt of this browser that is answered; nil where it made none, or it was too long ago.
    private static func attempt(
        _ request: PortalRequest,
        _ provider: IdentityProvider
    ) -> (attempt: SignInAttempt, isConnecting: Bool)? {
        let state = request.query("state") ?? ""
        func isAnswered(_ secret: Secret, isConnecting: Bool) -> Bool {
            secret.confirms(state, for: SignInAttempt.purpose("state", provider, isConnecting: isConnecting))
        }
        if let session = request.context.session, isAnswered(session, isConnecting: true) {
            return (SignInAttempt(session, toConnect: provider), true)
        }
        if let secret = AttemptCookie(request.portal.options).secret(in: request.request.headers),
            isAnswered(secret, isConnecting: false)
        {
            return (SignInAttempt(secret, toSignInBy: provider), false)
        }
        return nil
    }

    private static func connect(_ name: OutsideName, _ request: PortalRequest) throws -> Response {
        let isConnected = try request.portal.accounts.connect(name, with: request.member(), at: request.now)
        return .seeOther("/\(request.language)/account?\(isConnected ? "done=1" : "failed=taken")")
    }

    private static func signIn(_ name: OutsideName, _ request: PortalRequest) throws -> Response {
        let options = request.portal.options
        guard let session = try request.portal.accounts.signIn(as: name, at: request.now) else {
            return failure(.unknown, request)
        }
        try request.endSession()
        var response = Response.seeOther("/\(request.language)/start")
        for cookie in [SessionCookie(options).field(setting: session), AttemptCookie(options).fieldForgetting] {
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }

    private static func disconnect(_ request: PortalRequest) async throws -> Response {
        _ = try request.form()
        let client = try client(request)
        try request.portal.accounts.disconnect(client.provider.issuer, from: request.member(), at: request.now)
        return .seeOther("/\(request.language)/account?done=1")
    }

    private static func failure(of fault: any Error, _ request: PortalRequest) -> Response {
        if case OpenIDFault.provider = fault { return failure(.unreachable, request, fault) }
        return failure(.refused, request, fault)
    }

    /// Leads to the page for signing in, which says what is wrong; the inside of a fault is for the log.
    private static func failure(
        _ failure: IdentityFailure,
        _ request: PortalRequest,
        _ fault: (any Error)? = nil
    ) -> Response {
        request.portal.figures.count(.signInRefused)
        request.context.logger.notice(
            "sign-in by another service failed",
            metadata: ["why": "\(failure.rawValue)", "fault": "\(fault.map { "\($0)" } ?? "none")"]
        )
        return .seeOther("/\(request.language)/sign-in?failed=\(failure.rawValue)")
    }
}

/// Why nobody was let in by another service, as pages tell it.
enum IdentityFailure: String, CaseIterable {
    case attempt
    case refused
    case unreachable
    case unknown
    case taken

    func text(_ words: Catalogue) -> String {
        switch self {
        case .attempt: words("This answer belongs to no attempt of this browser, or came too late. Begin again.")
        case .refused: words("The other service let nobody in.")
        case .unreachable:
            words("The other service cannot be asked now. Try again later, or come in otherwise.")
        case .unknown:
            words(
                "The other service knows you, and no account here is connected with it. Come in with the secretariat's link, then connect them on the page of your account."
            )
        case .taken: words("This sign-in opens another account already. Disconnect it there first.")
        }
    }
}

extension SignInAttempt {
    /// An attempt to sign in, bound to the cookie that was made for it.
    init(_ secret: Secret, toSignInBy provider: IdentityProvider) {
        self.init(secret, provider, isConnecting: false)
    }

    /// An attempt to connect the account of a session.
    init(_ session: Secret, toConnect provider: IdentityProvider) {
        self.init(session, provider, isConnecting: true)
    }

    private init(_ secret: Secret, _ provider: IdentityProvider, isConnecting: Bool) {
        func derived(_ part: String) -> String {
            secret.derived(for: Self.purpose(part, provider, isConnecting: isConnecting))
        }
        self.init(state: derived("state"), nonce: derived("nonce"), verifier: derived("verifier"))
    }

    static func purpose(_ part: String, _ provider: IdentityProvider, isConnecting: Bool) -> String {
        "identity \(isConnecting ? "connect" : "sign in") \(part) \(provider.id)"
    }
}

/// The cookie that binds an attempt to sign in to a browser, for ten minutes.
struct AttemptCookie: Sendable {
    private let isSecure: Bool

    init(_ options: PortalOptions) { isSecure = options.isSecure }

    var name: String { isSecure ? "__Host-attempt" : "attempt" }

    func secret(in headers: HTTPFields) -> Secret? { headers.secret(inCookie: name) }

    func field(setting secret: Secret) -> String {
        "\(name)=\(secret.text); Path=/; Max-Age=600; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    var fieldForgetting: String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
