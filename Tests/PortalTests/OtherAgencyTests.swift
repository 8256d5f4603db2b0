import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Portal

/// Who asks in the table: a browser with a session, a program with a token, or nobody.
private enum Asker {
    case nobody
    case browser(Visitor)
    case program(Secret)

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.secFetchSite: "same-origin"]
        var body = ""
        switch self {
        case .nobody: break
        case .browser(let visitor):
            headers[.cookie] = visitor.cookie
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = Visitor.encoded([PortalRequest.tokenField: visitor.token, "decision": "verified", "version": "1"])
        case .program(let secret):
            headers[.authorization] = "Bearer \(secret.text)"
            headers[.contentType] = "application/json"
            headers[.idempotencyKey] = "k-1"
            headers[.ifMatch] = "*"
            body = path.hasSuffix("/withdrawal") ? "{}" : #"{"value": 1}"#
        }
        return try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: method == .get ? nil : ByteBuffer(string: body)
        )
    }
}

@Suite("What is one agency's own (ASVS V8)")
struct OtherAgencyTests {
    /// What is answered on a report of the agency `moi`, by its own people and programs and by those of `moe`: to a focal
    /// point, a reviewer, a program; own, then other.
    ///
    /// `+` done or shown, `0` not there, `-` forbidden.
    private static let table: [String: (own: String, other: String)] = [
        "GET /:language/report/:item/:period": ("+--", "0--"), "POST /:language/report/:item/:period": ("+--", "0--"),
        "GET /:language/receipt/:item/:period": ("+--", "0--"),
        "GET /:language/review/:agency/:item/:period": ("-+-", "-+-"),
        "POST /:language/review/:agency/:item/:period": ("---", "-+-"),
        "GET /api/v1/items/:item": ("--+", "--+"), "GET /api/v1/reports/:item/:period": ("--+", "--0"),
        "PUT /api/v1/reports/:item/:period": ("--+", "--0"),
        "POST /api/v1/reports/:item/:period/withdrawal": ("--+", "--0"),
        "GET /api/v1/receipts/:entry": ("--+", "--0"),
    ]

    @Test("every route that names something of an agency has a line in the table")
    func complete() {
        // What everybody may have is nobody's own.
        let named = Portal.routes.filter { route in
            route.access != .everyone && [":item", ":agency", ":entry"].contains { route.path.contains($0) }
        }
        #expect(Set(named.map { "\($0.method.rawValue) \($0.path)" }) == Set(Self.table.keys))
    }

    @Test(
        "each is answered as the table says, and what is not theirs as if it were not there",
        arguments: table.keys.sorted()
    )
    func answers(route: String) async throws {
        let line = try #require(Self.table[route])
        let parts = route.split(separator: " ")
        let method = try #require(HTTPRequest.Method(String(parts[0])))
        for (agency, expected) in [("moi", line.own), ("moe", line.other)] {
            for (position, letter) in expected.enumerated() {
                let service = try Service()
                let number = try await report(of: "moi", service)
                let asker = try await asker(position, agency, service)
                let path = String(parts[1]).replacing(":language", with: "en").replacing(":item", with: "i-trained")
                    .replacing(":period", with: "2021-H1").replacing(":agency", with: "moi")
                    .replacing(":entry", with: "\(number)")
                let name = "\(route), \(agency), \(position)"
                try await service.visit { client in
                    let status = try await asker.ask(method, path, client).status
                    switch letter {
                    case "0": #expect(status == .notFound, "\(name)")
                    case "-": #expect(status == .forbidden, "\(name)")
                    default: #expect(![.unauthorized, .forbidden, .notFound].contains(status), "\(name): \(status)")
                    }
                }
                let events = try service.ledger.snapshot(knownAt: service.portal.now).records
                if letter != "+" {
                    #expect(events.map(\.reviews.count) == [0] && events[0].versions.count == 1, "\(name)")
                }
            }
        }
    }

    @Test("lists have nothing of another agency's, and nobody but members sees the internal pages")
    func lists() async throws {
        let service = try Service()
        _ = try await report(of: "moi", service)
        let other = try service.enter("moe", .agency)
        let program = try token(of: other, service)
        try await service.visit { client in
            for path in ["/en/due", "/en/template.csv", "/en/tokens"] {
                let answer = try await other.get(path, client)
                #expect(answer.status == .ok)
                #expect(!answer.text.contains("i-trained"), "\(path)")
            }
            for path in ["reports", "due", "findings", "assessment/own"] {
                let answer = try await Asker.program(program).ask(.get, "/api/v1/\(path)", client)
                #expect(answer.status == .ok)
                #expect(!answer.text.contains("i-trained"), "\(path)")
            }
            for asker in [Asker.nobody, .program(program)] {
                let status = try await asker.ask(.get, "/internal/en/index.html", client).status
                #expect([.found, .seeOther, .forbidden].contains(status))
            }
        }
    }

    /// A report of an agency is sent: the number of its entry.
    private func report(of agency: String, _ service: Service) async throws -> Int {
        let visitor = try service.enter(agency, .agency)
        try await service.visit { client in
            let sent = try await visitor.post(
                "/en/report/i-trained/2021-H1",
                [
                    "basis": "0", "request": "r-1", "answer": "value", "value": "104", "evidence": "Order",
                    "action": "send", "comment": "c",
                ],
                client
            )
            #expect(sent.status == .seeOther)
        }
        return try service.ledger.count()
    }

    private func asker(_ position: Int, _ agency: String, _ service: Service) async throws -> Asker {
        switch position {
        case 0: .browser(try service.enter(agency, .agency))
        case 1: .browser(try service.enter(agency, .reviewer))
        default: .program(try token(of: try service.enter(agency, .agency), service))
        }
    }

    private func token(of visitor: Visitor, _ service: Service) throws -> Secret {
        let now = service.portal.now
        let member = try #require(try service.portal.accounts.member(in: visitor.session, at: now))
        return try service.portal.accounts.makeToken("check", for: member, scope: [.read, .submit], at: now)
    }
}
