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
        Route(.get, "/:language/account", .members) { try AccountPage($0).response() },
        Route(.post, "/:language/account", .members, handler: changeAccount),
        Route(.post, "/:language/account/role", .members, handler: changeRole),
        Route(.post, "/:language/account/session", .members, handler: endSession),
    ]

    private static func signIn(_ request: PortalRequest) async throws -> Response {
        guard let form = FormData(urlEncoded: request.body) else { throw HTTPError(.badRequest) }
        let kept = form["kept"].flatMap { FormData(urlEncoded: Array($0.utf8)) }
        let page = SignInPage(request, returningTo: form["to"], kept: kept)
        let email = form["email"] ?? ""
        let portal = request.portal
        let seconds = Double(request.now.seconds)
        guard portal.signInThrottle.tries(email.lowercased(), at: seconds) == nil,
            portal.addressThrottle.tries(request.client, at: seconds) == nil
        else {
            return page.response(
                status: .tooManyRequests,
                message: page.words("Too many tries. Wait a minute, then try again."),
                email: email
            )
        }
        let password = form.all("password").first ?? ""
        guard password.utf8.count <= 1_000,
            let session = try await portal.accounts.signIn(email: email, password: password, at: request.now)
        else {
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
        if let session = request.context.session { try request.portal.accounts.end(session) }
        var response = Response.seeOther("/\(request.language)/sign-in")
        response.headers.append(
            HTTPField(name: .setCookie, value: SessionCookie(request.portal.options).fieldForgetting)
        )
        return response
    }

    private static func changeAccount(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        let page = try AccountPage(request)
        guard let password = form.all("password").first, !password.isEmpty else {
            var person = member.person
            person.wantsReminders = form["reminders"] != nil
            if let language = form["language"], request.portal.languages.contains(language) {
                person.language = language
            }
            try request.portal.accounts.change(person, of: member.account)
            return Response.seeOther("/\(person.language)/account?done=1")
        }
        if page.asksForPassword {
            guard request.portal.signInThrottle.tries(member.account.rawValue, at: Double(request.now.seconds)) == nil
            else {
                return try page.response(problem: .tooManyTries, status: .tooManyRequests)
            }
            let current = form.all("current-password").first ?? ""
            guard current.utf8.count <= 1_000,
                try await request.portal.accounts.accepts(current, of: member.account, at: request.now)
            else { return try page.response(problem: .wrongPassword) }
        }
        let names = [member.person.name, member.person.email, member.grant.body]
        if let problem = PasswordPolicy.problem(with: password, names: names) {
            return try page.response(problem: .policy(problem))
        }
        try await request.portal.accounts.set(
            password: password,
            of: member,
            keeping: request.context.session,
            at: request.now
        )
        return Response.seeOther("/\(request.language)/account?done=password")
    }

    private static func endSession(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        guard let name = form["session"] else { throw HTTPError(.badRequest) }
        try request.portal.accounts.endSession(named: name, of: member.account, at: request.now)
        return Response.seeOther("/\(request.language)/account?done=session")
    }

    private static func changeRole(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        guard let session = request.context.session,
            let grant = member.grants.first(where: { "\($0.body)/\($0.role.rawValue)" == form["role"] }),
            try request.portal.accounts.act(as: grant, in: session, at: request.now)
        else { throw HTTPError(.badRequest) }
        return Response.seeOther("/\(request.language)/start")
    }
}
