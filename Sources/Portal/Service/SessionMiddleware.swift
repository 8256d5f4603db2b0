import Accounts
import HTTPTypes
import Hummingbird

/// Finds out who asks: by the cookie of a session, or by the token of a program.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = PortalContext

    let portal: Portal

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let bearer = request.headers[.authorization] {
            let scheme = "Bearer "
            let isBearer =
                bearer.utf8.count > scheme.utf8.count
                && bearer.prefix(scheme.count).lowercased() == scheme.lowercased()
            let secret = isBearer ? Secret(bearer.dropFirst(scheme.count)) : nil
            guard let secret, let principal = try portal.accounts.program(with: secret, at: portal.now) else {
                throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
            }
            context.principal = principal
        } else if let session = SessionCookie(portal.options).secret(in: request.headers),
            let member = try portal.accounts.member(in: session, at: portal.now)
        {
            context.principal = .member(member)
            context.session = session
        }
        return try await next(request, context)
    }
}

/// The cookie that holds the secret of a session.
struct SessionCookie: Sendable {
    private let isSecure: Bool

    init(_ options: PortalOptions) {
        isSecure = options.isSecure
    }

    /// The prefix makes browsers insist on https, the whole host and no other path (RFC 6265bis, 4.1.3).
    var name: String { isSecure ? "__Host-session" : "session" }

    func secret(in headers: HTTPFields) -> Secret? { headers.secret(inCookie: name) }

    func field(setting secret: Secret) -> String {
        "\(name)=\(secret.text); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    var fieldForgetting: String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}

extension HTTPFields {
    /// The secret in a cookie; nil where there is no such cookie, or what it holds can be none of ours.
    func secret(inCookie name: String) -> Secret? {
        for field in self[values: .cookie] {
            for pair in field.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                guard halves.count == 2, halves[0].drop(while: { $0 == " " }) == name else { continue }
                return Secret(halves[1])
            }
        }
        return nil
    }
}
