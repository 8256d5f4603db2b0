import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("Who may use which way in")
struct AccessTests {
    /// What is answered to whom: nobody, focal point, reviewer, chair, secretariat, a program that may read and send.
    ///
    /// `+` allowed, `?` asked to sign in, `-` forbidden.
    private static let table: [String: String] = [
        "GET /": "++++++", "GET /healthz": "++++++", "GET /readyz": "++++++", "GET /assets/:file": "++++++",
        "GET /public/**": "++++++", "GET /internal/**": "?++++-",
        "GET /calendar.ics": "++++++", "GET /:language/calendar.ics": "++++++",
        "GET /:language/agency/:agency/calendar.ics": "++++++", "GET /feed.atom": "++++++",
        "GET /:language/feed.atom": "++++++", "GET /:language/agency/:agency/feed.atom": "++++++",
        "GET /:language/sign-in": "++++++", "POST /:language/sign-in": "++++++",
        "GET /:language/enter/:secret": "++++++", "POST /:language/enter/:secret": "++++++",
        "GET /:language/identity/:provider": "++++++", "POST /:language/identity/:provider/connect": "?++++-",
        "POST /:language/identity/:provider/disconnect": "?++++-", "GET /identity/:provider/answer": "++++++",
        "POST /:language/sign-out": "?++++-", "GET /:language/account": "?++++-", "POST /:language/account": "?++++-",
        "POST /:language/account/role": "?++++-", "POST /:language/account/session": "?++++-",
        "GET /:language/start": "?++++-",
        "GET /:language/due": "?+----", "GET /:language/template.csv": "?+----",
        "GET /:language/template.xlsx": "?+----", "GET /:language/reports": "?+----",
        "POST /:language/reports": "?+----", "GET /:language/document/:sha256": "?++++-",
        "GET /:language/deadlines": "?--++-", "POST /:language/office/freeze": "?--++-",
        "GET /:language/office/assessment/:number/receipt": "?--++-",
        "GET /:language/office/assessment/:number/json": "?--++-",
        "GET /:language/report/:item/:period": "?+----", "POST /:language/report/:item/:period": "?+----",
        "GET /:language/receipt/:item/:period": "?+----",
        "GET /:language/upload": "?+----", "POST /:language/upload": "?+----", "POST /:language/upload/send": "?+----",
        "GET /:language/review": "?-+++-", "POST /:language/review": "?-+++-",
        "GET /:language/review/:agency/:item/:period": "?-+++-",
        "POST /:language/review/:agency/:item/:period": "?-+++-",
        "GET /:language/office": "?--++-", "POST /:language/office/period": "?--++-",
        "POST /:language/office/decision": "?--++-", "POST /:language/office/publication": "?--++-",
        "GET /:language/people": "?---+-", "POST /:language/people": "?---+-",
        "POST /:language/people/:account": "?---+-",
        "GET /:language/tokens": "?+--+-", "POST /:language/tokens": "?+----", "POST /:language/tokens/end": "?+--+-",
        "GET /:language/reminders/off/:secret": "++++++", "POST /:language/reminders/off/:secret": "++++++",
        "GET /api/openapi.json": "++++++", "GET /api/v1/token": "?----+", "GET /api/v1/plan": "?----+",
        "GET /api/v1/items": "?----+", "GET /api/v1/items/:item": "?----+", "GET /api/v1/agencies": "?----+",
        "GET /api/v1/periods": "?----+", "GET /api/v1/assessment": "?----+", "GET /api/v1/assessment/own": "?----+",
        "GET /api/v1/findings": "?----+", "GET /api/v1/due": "?----+", "GET /api/v1/reports": "?----+",
        "GET /api/v1/reports/:item/:period": "?----+", "PUT /api/v1/reports/:item/:period": "?----+",
        "POST /api/v1/reports/:item/:period/withdrawal": "?----+", "GET /api/v1/receipts/:entry": "?----+",
        "GET /api/v1/checkpoint": "?----+", "GET /api/v1/calendar.ics": "?----+", "GET /api/v1/feed.atom": "?----+",
    ]

    private static let principals: [Principal] = {
        func member(_ body: String, _ role: Party.Role) -> Member {
            let grant = AccountEvent.Grant(body: body, role: role)
            return Member(
                account: AccountID(rawValue: "a"),
                grant: grant,
                grants: [grant],
                person: Person(name: "A", email: "a@example.org", language: "en")
            )
        }
        return [
            .anonymous, .member(member("moi", .agency)), .member(member("office", .reviewer)),
            .member(member("office", .chair)), .member(member("office", .secretariat)),
            .program(member("moi", .agency), scope: [.read, .submit]),
        ]
    }()

    @Test("every route has a line in the table, and the table no line for nothing")
    func complete() {
        let routes = Portal.routes.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(routes) == Set(Self.table.keys))
        #expect(Set(routes).count == routes.count)
    }

    @Test("each kind of principal is answered as the table says")
    func decisions() {
        for route in Portal.routes {
            let found = Self.principals.map { principal -> Character in
                switch route.access.decision(on: principal) {
                case .allowed: "+"
                case .unauthenticated: "?"
                case .forbidden: "-"
                }
            }
            let name = "\(route.method.rawValue) \(route.path)"
            #expect(String(found) == Self.table[name], "\(name)")
        }
    }

    @Test("what the table forbids is refused by the service itself, and every answer has all the headers")
    func refused() async throws {
        let service = try Service()
        let people: [Visitor?] = [
            nil, try service.enter("moi", .agency), try service.enter("office", .reviewer),
            try service.enter("office", .chair), try service.enter("office", .secretariat),
        ]
        try await service.visit { client in
            for route in Portal.routes {
                let line = Array(Self.table["\(route.method.rawValue) \(route.path)"] ?? "")
                let path = route.path.replacing(":language", with: "en").replacing("**", with: "en/index.html")
                    .replacing(":item", with: "i-trained").replacing(":period", with: "2021-H1")
                    .replacing(":agency", with: "moi").replacing(":account", with: "a-none")
                    .replacing(":secret", with: "none").replacing(":file", with: "style.css")
                for (position, visitor) in people.enumerated() {
                    var headers: HTTPFields = visitor?.headers() ?? [:]
                    headers[.secFetchSite] = "same-origin"
                    let response = try await client.execute(uri: path, method: route.method, headers: headers)
                    let name = "\(route.method.rawValue) \(path), \(position)"
                    for (field, _) in AnswerHeaders.headers { #expect(response.headers[field] != nil, "\(name)") }
                    #expect(response.headers[.strictTransportSecurity] != nil, "\(name)")
                    #expect(response.headers[.cacheControl] != nil, "\(name)")
                    switch line[position] {
                    case "-": #expect(response.status == .forbidden, "\(name)")
                    case "?": #expect([.found, .seeOther, .unauthorized].contains(response.status), "\(name)")
                    default:
                        // Empty credentials are refused with 401 to everybody; that is no question of access.
                        if route.path.hasSuffix("/sign-in") { continue }
                        #expect(response.status != .unauthorized, "\(name)")
                    }
                }
            }
        }
    }

    @Test("an unknown address and an unknown method are answered with all the headers too")
    func errors() async throws {
        let service = try Service()
        try await service.visit { client in
            for (path, method) in [("/nothing", HTTPRequest.Method.get), ("/en/due", .delete), ("/en/../etc", .get)] {
                let response = try await client.execute(uri: path, method: method, headers: [.secFetchSite: "none"])
                #expect(response.status.code >= 400)
                for (field, value) in AnswerHeaders.headers { #expect(response.headers[field] == value, "\(path)") }
            }
        }
    }
}
