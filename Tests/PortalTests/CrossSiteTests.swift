import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Portal

@Suite("What another site makes a browser send (ASVS 3.5)")
struct CrossSiteTests {
    /// The roles that together may use every way in, with a body each.
    private static let roles: [(body: String, role: Party.Role)] = [("moi", .agency), ("office", .secretariat)]

    private static func path(_ route: Route) -> String {
        route.path.replacing(":language", with: "en").replacing("**", with: "en/index.html")
            .replacing(":item", with: "i-trained").replacing(":period", with: "2021-H1")
            .replacing(":agency", with: "moi").replacing(":account", with: "a-none")
            .replacing(":secret", with: "none").replacing(":file", with: "style.css")
    }

    /// What there is beside sessions, which say when they were last used.
    private static func contents(_ service: Service) throws -> [CabinetItem] {
        try CabinetItem.Drawer.allCases.flatMap { drawer in
            drawer == .session ? [] : try service.ledger.items(drawer, at: service.portal.now)
        }
    }

    /// Ways in for browsers that change something.
    private static let forms = Portal.routes.filter { route in
        if case .programs = route.access { return false }
        return route.method != .get && !ReminderRoutes.isOptOut(path(route))
    }

    @Test(
        "no form of the service is taken from elsewhere",
        arguments: [
            [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.secFetchSite: ""], [.secFetchSite: "x"],
            HTTPFields(), [.origin: "null"], [.origin: "https://nap.example.org.evil.example"],
            [.origin: "http://nap.example.org"], [.secFetchSite: "cross-site", .origin: "https://nap.example.org"],
        ]
    )
    func elsewhere(headers: HTTPFields) async throws {
        #expect(Self.forms.count > 20)
        for (body, role) in Self.roles {
            let service = try Service()
            let visitor = try service.enter(body, role)
            let (before, count) = (try Self.contents(service), try service.ledger.count())
            try await service.visit { client in
                for route in Self.forms {
                    let answer = try await visitor.post(Self.path(route), ["action": "send"], client, headers: headers)
                    #expect(answer.status == .forbidden, "\(route.path)")
                }
            }
            #expect(try service.ledger.count() == count)
            #expect(try Self.contents(service) == before)
        }
    }

    @Test("no form of the service is taken without the token of its session, or with another's")
    func tokens() async throws {
        // Who comes in has no session yet; the link's secret, or the password, is what counts.
        let entrances = ["/:language/sign-in", "/:language/enter/:secret"]
        for (body, role) in Self.roles {
            let service = try Service()
            let (visitor, other) = (try service.enter(body, role), try service.enter(body, role))
            let count = try service.ledger.count()
            try await service.visit { client in
                for route in Self.forms where !entrances.contains(route.path) {
                    for token in ["", "x", other.token] {
                        let answer = try await visitor.post(Self.path(route), ["action": "send"], client, token: token)
                        // What has to be a form with a file is none at all here.
                        let isRefused = answer.status == .forbidden || answer.status == .badRequest
                        #expect(isRefused, "\(route.path): \(answer.status)")
                    }
                }
            }
            #expect(try service.ledger.count() == count)
        }
    }

    @Test("no question changes anything, whoever asks it")
    func questions() async throws {
        for (body, role) in Self.roles {
            let service = try Service()
            let visitor = try service.enter(body, role)
            let (before, count) = (try Self.contents(service), try service.ledger.count())
            try await service.visit { client in
                for route in Portal.routes where route.method == .get {
                    for method in [HTTPRequest.Method.get, .head] {
                        let path = Self.path(route)
                        _ = try await client.execute(uri: path, method: method, headers: visitor.headers())
                    }
                }
            }
            #expect(try service.ledger.count() == count)
            #expect(try Self.contents(service) == before)
        }
    }
}
