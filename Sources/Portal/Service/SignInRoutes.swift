import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Logging
import Markup

/// Signing in and out, and the links that let somebody in once.
enum SignInRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/sign-in", .everyone) { request in
            let page = SignInPage(request, returningTo: request.query("to"))
            return page.response(message: request.query("failed").flatMap(IdentityFailure.init)?.text(page.words))
        },
        Route(.post, "/:language/sign-in", .everyone, bodyLimit: 1_024 * 1_024, handler: signIn),
        Route(.get, "/:language/enter/:secret", .everyone, handler: showLink),
        Route(.post, "/:language/enter/:secret", .everyone, handler: useLink),
        Route(.post, "/:language/sign-out", .members, handler: signOut),
    ]

    private static func signIn(_ request: PortalRequest) async throws -> Response {
        guard let form = FormData(urlEncoded: request.body) else { throw HTTPError(.badRequest) }
        let kept = form["kept"].flatMap { FormData(urlEncoded: Array($0.utf8)) }
        let page = SignInPage(request, returningTo: form["to"], kept: kept)
        let email = form["email"] ?? ""
        let portal = request.portal
        let seconds = Double(request.now.seconds)
        let account = email.lowercased()
        guard portal.addressThrottle.tries(request.client, at: seconds) == nil,
            portal.signInThrottle.tries("\(request.client) \(account)", at: seconds) == nil,
            portal.accountThrottle.tries(account, at: seconds) == nil
        else {
            return page.response(
                status: .tooManyRequests,
                message: page.words("Too many tries. Wait a minute, then try again."),
                email: email
            )
        }
        let password = form.all("password").first ?? ""
        let session: Secret?
        do {
            session =
                password.utf8.count <= 1_000
                ? try await portal.accounts.signIn(email: email, password: password, at: request.now) : nil
        } catch is PasswordGate.Crowded {
            return page.response(
                status: .serviceUnavailable,
                message: page.words("Many people come in at this moment. Wait a minute, then try again."),
                email: email
            )
        }
        guard let session else {
            request.context.logger.notice("sign-in refused")
            portal.figures.count(.signInRefused)
            return page.response(
                status: .unauthorized,
                message: page.words("The address or the password is not right."),
                email: email
            )
        }
        return try begin(session, request, form)
    }

    /// Begins a session, and goes on to where somebody wanted to go, with what she had typed.
    private static func begin(_ session: Secret, _ request: PortalRequest, _ form: FormData) throws -> Response {
        try request.endSession()
        let destination = form["to"].flatMap(SignInPage.local) ?? "/\(request.language)/start"
        var response = Response.seeOther(destination)
        if let kept = form["kept"], let typed = FormData(urlEncoded: Array(kept.utf8)) {
            response = KeptPage(request, typed: typed, destination: destination, session: session).response()
        }
        response.headers.append(
            HTTPField(name: .setCookie, value: SessionCookie(request.portal.options).field(setting: session))
        )
        return response
    }

    /// A link is used up by a button and not by opening it: programs that look at mail open links too.
    private static func showLink(_ request: PortalRequest) async throws -> Response {
        try EnterPage(request, secret: Secret(request.parameter("secret"))).response()
    }

    private static func useLink(_ request: PortalRequest) async throws -> Response {
        guard request.portal.addressThrottle.tries(request.client, at: Double(request.now.seconds)) == nil else {
            throw HTTPError(.tooManyRequests)
        }
        guard let secret = Secret(try request.parameter("secret")),
            let session = try request.portal.accounts.enter(with: secret, at: request.now)
        else { return try EnterPage(request, secret: nil).response() }
        return try begin(session, request, FormData())
    }

    private static func signOut(_ request: PortalRequest) async throws -> Response {
        _ = try request.form()
        try request.endSession()
        var response = Response.seeOther("/\(request.language)/sign-in")
        response.headers.append(
            HTTPField(name: .setCookie, value: SessionCookie(request.portal.options).fieldForgetting)
        )
        return response
    }
}
