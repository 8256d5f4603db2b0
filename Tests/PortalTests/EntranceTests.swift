import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Portal

@Suite("Coming in")
struct EntranceTests {
    private static let password = "девять зелёных верблюдов"

    private func member(_ visitor: Visitor, _ service: Service) throws -> Member? {
        try service.portal.accounts.member(in: visitor.session, at: service.portal.now)
    }

    /// The session that an answer gives to a browser; nil where it gives none.
    private func session(_ answer: TestResponse) -> Secret? {
        answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-session=") }
            .flatMap { Secret($0.dropFirst("__Host-session=".count).prefix { $0 != ";" }) }
    }

    @Test("changing a password takes the old one, where the session did not begin by a link (ASVS 6.2.3)")
    func oldPassword() async throws {
        let service = try Service()
        let (visitor, old) = try await service.enterByPassword("moi", .agency)
        try await service.visit { client in
            #expect(try await visitor.get("/en/account", client).text.contains("name=\"current-password\""))
            for wrong in ["", "x", Self.password] {
                let fields = ["password": Self.password, "current-password": wrong]
                let refused = try await visitor.post("/en/account", fields, client)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("Nothing was changed"))
                #expect(session(refused) == nil)
            }
            let fields = ["password": Self.password, "current-password": old]
            let changed = try await visitor.post("/en/account", fields, client)
            #expect(changed.status == .seeOther)
            let fresh = try #require(session(changed))
            #expect(try member(visitor, service) == nil)
            #expect(try member(Visitor(session: fresh), service) != nil)
        }
    }

    @Test("whoever tries to guess the old password in an open session is slowed down (ASVS 6.3.1)")
    func guessing() async throws {
        let service = try Service()
        let (visitor, old) = try await service.enterByPassword("moi", .agency)
        try await service.visit { client in
            var last = HTTPResponse.Status.ok
            for _ in 1...6 {
                let fields = ["password": Self.password, "current-password": "x"]
                last = try await visitor.post("/en/account", fields, client).status
            }
            #expect(last == .tooManyRequests)
            let fields = ["password": Self.password, "current-password": old]
            #expect(try await visitor.post("/en/account", fields, client).status == .tooManyRequests)
        }
    }

    @Test("after a one-time link, and for the first password, no old one is asked for")
    func withoutOldPassword() async throws {
        let service = try Service()
        let first = try service.enter("moi", .agency)
        let account = try #require(try member(first, service)).account
        try await service.visit { client in
            #expect(try await !first.get("/en/account", client).text.contains("current-password"))
            #expect(try await first.post("/en/account", ["password": Self.password], client).status == .seeOther)
            let link = try service.portal.accounts.link(for: account, at: service.portal.now)
            let entered = try service.portal.accounts.enter(with: link, at: service.portal.now)
            let second = Visitor(session: try #require(entered))
            #expect(try await !second.get("/en/account", client).text.contains("current-password"))
            let fields = ["password": Self.password + " и ещё один"]
            #expect(try await second.post("/en/account", fields, client).status == .seeOther)
        }
    }

    @Test("a session that another service vouched for needs the old password, where there is one")
    func vouched() async throws {
        let service = try Service()
        let accounts = service.portal.accounts
        let now = service.portal.now
        let (visitor, _) = try await service.enterByPassword("moi", .agency)
        let known = try #require(try member(visitor, service))
        let name = OutsideName(service: "https://login.example.org", name: "maral")
        #expect(try accounts.connect(name, with: known, at: now))
        let vouched = try #require(try accounts.signIn(as: name, at: now))
        #expect(try accounts.needsPassword(known, in: vouched, at: now))
    }

    @Test("of many who use a one-time link at the same time one comes in (ASVS 6.5.1)")
    func parallelLinks() async throws {
        let service = try Service()
        let accounts = service.portal.accounts
        let now = service.portal.now
        let account = try #require(try member(try service.enter("moi", .agency), service)).account
        let (invitation, _) = try accounts.invite(
            Person(name: "Maral", email: "maral@example.org", language: "en"),
            as: AccountEvent.Grant(body: "moi", role: .agency),
            by: Party(id: "office", role: .secretariat),
            at: now
        )
        for link in [try #require(invitation), try accounts.link(for: account, at: now)] {
            let sessions = try await withThrowingTaskGroup(of: Secret?.self) { group in
                for _ in 1...16 { group.addTask { try accounts.enter(with: link, at: now) } }
                return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
            #expect(sessions.count == 1)
        }
    }

    @Test("coming in anew ends the session that the browser had, and takes none that somebody put there (ASVS 7.2.4)")
    func rotation() async throws {
        let service = try Service()
        let (first, password) = try await service.enterByPassword("moi", .agency)
        let known = try #require(try member(first, service))
        let planted = try service.enter("moe", .agency)
        let link = try service.portal.accounts.link(for: known.account, at: service.portal.now)
        try await service.visit { client in
            let byPassword = try await first.post(
                "/en/sign-in",
                ["email": known.person.email, "password": password],
                client
            )
            let second = try #require(session(byPassword))
            #expect(try member(first, service) == nil)
            #expect(second != first.session)
            let byLink = try await planted.post("/en/enter/\(link.text)", [:], client)
            let third = Visitor(session: try #require(session(byLink)))
            #expect(try member(third, service)?.account == known.account)
            #expect(try member(planted, service) == nil)
        }
    }

    @Test("a session that was ended stays ended, whoever used it at the same time")
    func endedStaysEnded() throws {
        let service = try Service()
        let visitor = try service.enter("moi", .agency)
        let digest = visitor.session.digest
        let item = try #require(try service.ledger.item(.session, key: digest, at: service.portal.now))
        try service.portal.accounts.end(visitor.session)
        try service.ledger.keep([.renew(item)])
        #expect(try member(visitor, service) == nil)
    }

    @Test("an account that is closed takes its links along")
    func closedAccount() throws {
        let service = try Service()
        let accounts = service.portal.accounts
        let now = service.portal.now
        let account = try #require(try member(try service.enter("moi", .agency), service)).account
        let link = try accounts.link(for: account, at: now)
        let office = Party(id: "office", role: .secretariat)
        let reason = LocalizedText("left", language: "en")
        #expect(try accounts.change(account, to: .disabled(reason: reason), by: office, at: now).isEmpty)
        #expect(try accounts.change(account, to: .enabled(reason: reason), by: office, at: now).isEmpty)
        #expect(try accounts.enter(with: link, at: now) == nil)
    }

    @Test("for an address that nobody has a password is computed as for any other (ASVS 6.3.8)")
    func sameWork() async throws {
        let service = try Service()
        let accounts = service.portal.accounts
        let now = service.portal.now
        let withPassword = try #require(try member(try await service.enterByPassword("moi", .agency).visitor, service))
        let without = try #require(try member(try service.enter("moe", .agency), service))
        for email in [withPassword.person.email, without.person.email, "nobody@example.org"] {
            let before = await accounts.passwordsComputed
            #expect(try await accounts.signIn(email: email, password: "wrong", at: now) == nil)
            #expect(await accounts.passwordsComputed == before + 1)
        }
    }
}
