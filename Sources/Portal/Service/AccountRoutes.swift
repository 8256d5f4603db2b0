import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird

/// What a member changes about her own account.
enum AccountRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/account", .members) { try AccountPage($0).response() },
        Route(.post, "/:language/account", .members, handler: change),
        Route(.post, "/:language/account/role", .members, handler: changeRole),
        Route(.post, "/:language/account/session", .members, handler: endSession),
    ]

    /// The field in which a member gives the password that she has.
    static let passwordField = "current-password"

    private static func change(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        guard let password = form.all("password").first, !password.isEmpty else {
            var person = member.person
            person.wantsReminders = form["reminders"] != nil
            if let language = form["language"], request.portal.languages.contains(language) {
                person.language = language
            }
            try request.portal.accounts.change(person, of: member.account)
            return Response.seeOther("/\(person.language)/account?done=1")
        }
        if let fault = try await fault(in: form, request) { return try AccountPage(request).response(fault: fault) }
        let names = [member.person.name, member.person.email, member.grant.body]
        if let problem = PasswordPolicy.problem(with: password, names: names) {
            return try AccountPage(request).response(problem: problem)
        }
        let session: Secret?
        do {
            session = try await request.portal.accounts.set(
                password: password,
                of: member,
                keeping: request.context.session,
                at: request.now
            )
        } catch is PasswordGate.Crowded {
            return try AccountPage(request).response(fault: .crowded)
        }
        var response = Response.seeOther("/\(request.language)/account?done=password")
        if let session {
            let cookie = SessionCookie(request.portal.options).field(setting: session)
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }

    /// Why what opens an account is not changed.
    enum Fault {
        /// The password that the member has is missing or wrong.
        case password
        /// She tried too often.
        case tries
        /// Too many passwords are checked at the moment.
        case crowded

        var status: HTTPResponse.Status {
            switch self {
            case .password: .unprocessableContent
            case .tries: .tooManyRequests
            case .crowded: .serviceUnavailable
            }
        }
    }

    /// What speaks against changing what opens an account: a session that somebody left open is not enough for it
    /// (OWASP ASVS 5.0, 6.2.3 and 7.5.1).
    static func fault(in form: FormData, _ request: PortalRequest) async throws -> Fault? {
        let (portal, member) = (request.portal, try request.member())
        guard try portal.accounts.needsPassword(member, in: request.context.session, at: request.now) else {
            return nil
        }
        guard let password = form.all(passwordField).first, !password.isEmpty, password.utf8.count <= 1_000 else {
            return .password
        }
        let key = "account \(member.account.rawValue)"
        guard portal.signInThrottle.tries(key, at: Double(request.now.seconds)) == nil else { return .tries }
        do {
            let isRight = try await portal.accounts.accepts(password, of: member.account, at: request.now)
            return isRight ? nil : .password
        } catch is PasswordGate.Crowded {
            return .crowded
        }
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
