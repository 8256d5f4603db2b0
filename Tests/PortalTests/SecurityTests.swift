import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Portal

@Suite("What strangers try")
struct SecurityTests {
    private static let report = "/en/report/i-trained/2021-H1"
    private static let fields = [
        "basis": "0", "request": "r-1", "answer": "value", "value": "104", "evidence": "Order", "action": "send",
        "comment": "c",
    ]

    @Test(
        "a form that another site made a browser send changes nothing (ASVS 3.5.1)",
        arguments: [
            HTTPFields(), [.origin: "https://evil.example"], [.origin: "null"], [.secFetchSite: "cross-site"],
            [.secFetchSite: "same-site"],
        ]
    )
    func crossSite(headers: HTTPFields) async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.fields, client, headers: headers)
            #expect(answer.status == .forbidden)
        }
        #expect(try service.ledger.snapshot(knownAt: service.portal.now).records.isEmpty)
    }

    @Test("a form without its session's token, or with another's, changes nothing")
    func formTokens() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let other = try service.enter("moi", .agency)
        try await service.visit { client in
            for token in ["", "x", other.token] {
                let answer = try await agency.post(Self.report, Self.fields, client, token: token)
                #expect(answer.status == .forbidden)
            }
        }
        #expect(try service.ledger.snapshot(knownAt: service.portal.now).records.isEmpty)
    }

    @Test("an agency cannot open or send another agency's report, and is not told whether there is one")
    func otherAgencies() async throws {
        let service = try Service()
        let stranger = try service.enter("moe", .agency)
        try await service.visit { client in
            let get = try await stranger.get(Self.report, client)
            let none = try await stranger.get("/en/report/i-nothing/2021-H1", client)
            #expect(get.status == .notFound)
            #expect(get.text == none.text)
            #expect(try await stranger.post(Self.report, Self.fields, client).status == .notFound)
        }
    }

    @Test("nobody reviews a report of the agency to which they belong in another role")
    func ownReports() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let (secret, _) = try service.portal.accounts.invite(
            Person(name: "Both", email: "both@example.org", language: "en"),
            as: AccountEvent.Grant(body: "moi", role: .reviewer),
            by: Party(id: "office", role: .secretariat),
            at: service.portal.now
        )
        let link = try #require(secret)
        let session = try #require(try service.portal.accounts.enter(with: link, at: service.portal.now))
        let reviewer = Visitor(session: session)
        try await service.visit { client in
            _ = try await agency.post(Self.report, Self.fields, client)
            #expect(try await !reviewer.get("/en/review", client).text.contains("People trained"))
            let address = "/en/review/moi/i-trained/2021-H1"
            let answer = try await reviewer.post(address, ["decision": "verified", "version": "1"], client)
            #expect(answer.status == .forbidden)
        }
    }

    @Test("a link lets in once, and opening it does not use it up")
    func links() async throws {
        let service = try Service()
        let (secret, _) = try service.portal.accounts.invite(
            Person(name: "Maral", email: "maral@example.org", language: "ru"),
            as: AccountEvent.Grant(body: "moi", role: .agency),
            by: Party(id: "office", role: .secretariat),
            at: service.portal.now
        )
        let link = try #require(secret)
        let path = "/ru/enter/\(link.text)"
        try await service.visit { client in
            for _ in 1...3 { #expect(try await client.execute(uri: path, method: .get).status == .ok) }
            let entered = try await client.execute(uri: path, method: .post, headers: [.secFetchSite: "same-origin"])
            #expect(entered.status == .seeOther)
            let cookie = try #require(entered.headers[.setCookie])
            for mark in ["__Host-session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(mark))
            }
            let again = try await client.execute(uri: path, method: .post, headers: [.secFetchSite: "same-origin"])
            #expect(again.status == .notFound)
        }
    }

    @Test("a session ends after half an hour without use, after twelve hours, and when its account is closed")
    func sessions() async throws {
        let service = try Service()
        let idle = try service.enter("moi", .agency)
        service.advance(by: 31 * 60)
        #expect(try service.portal.accounts.member(in: idle.session, at: service.portal.now) == nil)
        let busy = try service.enter("moi", .agency)
        for _ in 0..<35 {
            service.advance(by: 20 * 60)
            _ = try service.portal.accounts.member(in: busy.session, at: service.portal.now)
        }
        #expect(try service.portal.accounts.member(in: busy.session, at: service.portal.now) != nil)
        service.advance(by: 25 * 60)
        #expect(try service.portal.accounts.member(in: busy.session, at: service.portal.now) == nil)
        let closed = try service.enter("moi", .agency)
        let member = try #require(try service.portal.accounts.member(in: closed.session, at: service.portal.now))
        let problems = try service.portal.accounts.change(
            member.account,
            to: .disabled(reason: LocalizedText("left", language: "en")),
            by: Party(id: "office", role: .secretariat),
            at: service.portal.now
        )
        #expect(problems.isEmpty)
        #expect(try service.portal.accounts.member(in: closed.session, at: service.portal.now) == nil)
    }

    @Test("passwords let in by address; who tries too often is slowed down, and so is who guesses addresses")
    func passwords() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let member = try #require(try service.portal.accounts.member(in: agency.session, at: service.portal.now))
        let fresh = try #require(
            try await service.portal.accounts.set(
                password: "жёлтый зонтик на крыше",
                of: member,
                keeping: agency.session,
                at: service.portal.now
            )
        )
        #expect(try service.portal.accounts.member(in: fresh, at: service.portal.now) != nil)
        let email = member.person.email
        try await service.visit { client in
            func attempt(_ password: String, _ email: String = email) async throws -> TestResponse {
                try await client.execute(
                    uri: "/en/sign-in",
                    method: .post,
                    headers: [.secFetchSite: "same-origin"],
                    body: ByteBuffer(string: Visitor.encoded(["email": email, "password": password]))
                )
            }
            #expect(try await attempt("жёлтый зонтик на крыше").status == .seeOther)
            let wrong = try await attempt("жёлтый зонтик")
            #expect(wrong.status == .unauthorized)
            #expect(
                wrong.text.replacing(email, with: "")
                    == (try await attempt("x", "no@example.org")).text.replacing("no@example.org", with: "")
            )
            var last = HTTPResponse.Status.ok
            for _ in 1...5 { last = try await attempt("x").status }
            #expect(last == .tooManyRequests)
        }
    }

    @Test(
        "no path leads out of the folder of pages",
        arguments: [
            "/public/../ledger.sqlite", "/public/%2e%2e/ledger.sqlite", "/public/..%2fledger.sqlite",
            "/public/%252e%252e/ledger.sqlite", "/public/en/%00index.html", "/public//etc/passwd",
            "/public/..\\ledger.sqlite",
            "/public/.hidden", "/public/en/../../ledger.sqlite",
        ]
    )
    func traversal(path: String) async throws {
        let service = try Service()
        try await service.visit { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status.code >= 400)
            #expect(!answer.text.contains("SQLite"))
        }
    }

    @Test("a body above the limit is refused before it is read whole")
    func large() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            var fields = Self.fields
            fields["comment"] = String(repeating: "a", count: 300_000)
            let answer = try await agency.post(Self.report, fields, client)
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test(
        "going on after signing in stays within the service",
        arguments: [
            "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/en/due\r\nX: y",
        ]
    )
    func redirects(to destination: String) {
        #expect(SignInPage.local(destination) == nil)
        #expect(SignInPage.local("/en/due") == "/en/due")
    }

    @Test("no secret that was handed out stands in the database")
    func secrets() throws {
        let service = try Service()
        var texts: [String] = []
        for _ in 0..<50 { texts.append(try service.enter("moi", .agency).session.text) }
        let first = try #require(Secret(texts[0]))
        let member = try #require(
            try service.portal.accounts.member(in: first, at: service.portal.now)
        )
        for number in 0..<50 {
            let token = try service.portal.accounts.makeToken(
                "statistics \(number)",
                for: member,
                scope: [.read],
                at: service.portal.now
            )
            texts.append(token.text)
        }
        for drawer in CabinetItem.Drawer.allCases {
            for item in try service.ledger.items(drawer, at: service.portal.now) {
                let body = String(decoding: item.body, as: UTF8.self)
                #expect(!texts.contains { item.key.contains($0) || body.contains($0) })
            }
        }
    }
}

@Suite("What the service tells")
struct TellingTests {
    @Test("a fault is told without its inside (ASVS V16)", arguments: ["/en/due", "/api/v1/due"])
    func inside(path: String) async throws {
        let router = Router(context: PortalContext.self)
        router.addMiddleware { AnswerHeaders(isSecure: true, figures: ServiceFigures(), titles: [:]) }
        router.get(RouterPath(path)) { _, _ -> Response in
            throw LedgerError.database(path: "/var/lib/nap/ledger.sqlite", message: "disk I/O error in event")
        }
        try await Application(router: router, logger: .silent)
            .test(.router) { client in
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .internalServerError)
                for word in ["ledger.sqlite", "disk I/O", "LedgerError", "database("] {
                    #expect(!answer.text.contains(word))
                }
                for (name, value) in AnswerHeaders.headers { #expect(answer.headers[name] == value) }
            }
    }

    @Test("a new password ends all other sessions and unused links, and gives its own a new secret (ASVS 7.4.3, 7.2.4)")
    func otherSessions() async throws {
        let service = try Service()
        let first = try service.enter("moi", .agency)
        let now = service.portal.now
        let member = try #require(try service.portal.accounts.member(in: first.session, at: now))
        let link = try service.portal.accounts.link(for: member.account, at: now)
        let second = try #require(try service.portal.accounts.enter(with: link, at: now))
        #expect(try service.portal.accounts.member(in: second, at: now)?.account == member.account)
        let unused = try service.portal.accounts.link(for: member.account, at: now)
        let fresh = try #require(
            try await service.portal.accounts.set(
                password: "девять зелёных верблюдов",
                of: member,
                keeping: first.session,
                at: now
            )
        )
        #expect(try service.portal.accounts.member(in: fresh, at: now)?.account == member.account)
        for ended in [first.session, second] { #expect(try service.portal.accounts.member(in: ended, at: now) == nil) }
        #expect(try service.portal.accounts.enter(with: unused, at: now) == nil)
    }

    @Test("somebody sees where she is signed in and ends a session, and nobody else's (ASVS 7.5.2)")
    func openSessions() async throws {
        let service = try Service()
        let accounts = service.portal.accounts
        let here = try service.enter("moi", .agency)
        let stranger = try service.enter("moe", .agency)
        let now = service.portal.now
        let member = try #require(try accounts.member(in: here.session, at: now))
        let there = try #require(try accounts.enter(with: try accounts.link(for: member.account, at: now), at: now))
        try await service.visit { client in
            let page = try await here.get("/en/account", client).text
            let name = try #require(page.firstMatch(of: #/name="session" value="([^"]*)"/#)).1
            #expect(!page.contains(there.text) && !page.contains(there.digest))
            _ = try await stranger.post("/en/account/session", ["session": String(name)], client)
            #expect(try accounts.member(in: there, at: now) != nil)
            _ = try await here.post("/en/account/session", ["session": String(name)], client)
            #expect(try accounts.member(in: there, at: now) == nil)
            #expect(try accounts.member(in: here.session, at: now) != nil)
        }
    }
}
