import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language

/// The secretariat's work with accounts.
enum PeopleRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/people", .secretariat) { try PeoplePage($0).response() },
        Route(.post, "/:language/people", .secretariat, givesBack: true, handler: invite),
        Route(.post, "/:language/people/:account", .secretariat, handler: change),
    ]

    private static func invite(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let page = try PeoplePage(request)
        if form["action"] == "show" { return page.response(form) }
        let person = Person(
            name: form["name"] ?? "",
            email: form["email"] ?? "",
            language: form["language"].flatMap { request.portal.languages.contains($0) ? $0 : nil } ?? request.language
        )
        switch person.problem {
        case .name: return page.response(problem: page.words("Give the person's name."), at: "name", form)
        case .email: return page.response(problem: page.words("This is no e-mail address."), at: "email", form)
        case nil: break
        }
        guard let grant = form["grant"].flatMap(page.grant) else {
            return page.response(
                problem: page.words("Choose for whom the person acts, and in which role."),
                at: "grant",
                form
            )
        }
        let people = try request.portal.accounts.people(at: request.now)
        guard !people.contains(where: { $0.person.email.lowercased() == person.email.lowercased() }) else {
            return page.response(
                problem: page.words("Somebody with this address has an account already."),
                at: "email",
                form
            )
        }
        let (secret, problems) = try request.portal.accounts.invite(
            person,
            as: grant,
            by: try request.member().party,
            at: request.now
        )
        guard let secret else {
            return page.response(
                problem: page.maker.sentences(problems),
                form
            )
        }
        return try PeoplePage(request)
            .response(link: request.portal.link(secret, language: person.language), to: person)
    }

    private static func change(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let account = AccountID(rawValue: try request.parameter("account"))
        let accounts = request.portal.accounts
        guard let person = try accounts.person(of: account, at: request.now) else { throw HTTPError(.notFound) }
        let page = try PeoplePage(request)
        switch form["action"] {
        case "link":
            let secret = try accounts.link(for: account, at: request.now)
            return page.response(link: request.portal.link(secret, language: person.language), to: person)
        case let action? where ["disable", "enable", "grant", "revoke"].contains(action):
            let reason = form["reason"].map { LocalizedText($0, language: request.language) }
            let change: AccountEvent.Change
            switch action {
            case "disable": change = .disabled(reason: reason)
            case "enable": change = .enabled(reason: reason)
            default:
                guard let grant = form[action == "grant" ? "given" : "taken"].flatMap(page.grant) else {
                    return page.response(problem: page.words("Choose for whom the person acts, and in which role."))
                }
                change = action == "grant" ? .granted(grant) : .revoked(grant, reason: reason)
            }
            let problems = try accounts.change(account, to: change, by: try request.member().party, at: request.now)
            guard problems.isEmpty else {
                return page.response(problem: page.maker.sentences(problems))
            }
            return .seeOther("/\(request.language)/people")
        default: throw HTTPError(.badRequest)
        }
    }
}
