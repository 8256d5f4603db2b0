import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("A ministry's own sign-in vouches for its people (ASVS V10)")
struct IdentityTests {
    /// An account that is connected with a name at the provider.
    private func connected(
        _ service: Service,
        _ provider: FakeProvider,
        as subject: String = "maral",
        _ client: any TestClientProtocol
    ) async throws -> Visitor {
        let visitor = try service.enter("moi", .agency)
        let answer = try provider.approve(try await question(of: visitor, client), as: subject)
        let end = try await visitor.get(answer, client)
        #expect(end.headers[.location] == "/en/account?done=1")
        return visitor
    }

    /// Where a member is led who wants to connect her account.
    private func question(of visitor: Visitor, _ client: any TestClientProtocol) async throws -> String {
        let page = try await visitor.post("/en/identity/moi/connect", [:], client)
        #expect(page.status == .ok)
        let link = try #require(page.text.firstMatch(of: #/href="([^"]*)" id="go-on"/#))
        return String(link.1).replacing("&amp;", with: "&")
    }

    /// The cookie of a browser that begins to sign in, and where it is sent.
    private func attempt(_ client: any TestClientProtocol) async throws -> (cookie: String, address: String) {
        let begun = try await client.execute(uri: "/en/identity/moi", method: .get)
        #expect(begun.status == .seeOther)
        let cookie = try #require(begun.headers[.setCookie])
        for mark in ["__Host-attempt=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"] {
            #expect(cookie.contains(mark))
        }
        return (String(cookie.prefix { $0 != ";" }), try #require(begun.headers[.location]))
    }

    private func end(
        _ path: String,
        _ cookie: String?,
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: cookie.map { [.cookie: $0] } ?? [:])
    }

    @Test("who connected her account comes in by it, and nobody else does")
    func signIn() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let visitor = try await connected(service, provider, client)
                let member = try service.portal.accounts.member(in: visitor.session, at: service.portal.now)
                let (cookie, address) = try await attempt(client)
                let entered = try await end(provider.approve(address, as: "maral"), cookie, client)
                #expect(entered.headers[.location] == "/en/start")
                let cookies = entered.headers[values: .setCookie]
                let session = try #require(cookies.first { $0.hasPrefix("__Host-session=") })
                let secret = try #require(Secret(session.dropFirst("__Host-session=".count).prefix { $0 != ";" }))
                #expect(secret != visitor.session)
                let found = try service.portal.accounts.member(in: secret, at: service.portal.now)
                #expect(found?.account == member?.account)
                #expect(cookies.contains { $0.hasPrefix("__Host-attempt=;") && $0.contains("Max-Age=0") })

                let (other, question) = try await attempt(client)
                let stranger = try await end(provider.approve(question, as: "somebody"), other, client)
                #expect(stranger.headers[.location]?.hasSuffix("/sign-in?failed=unknown") == true)
                #expect(stranger.headers[.setCookie] == nil)
            }
        }
    }

    @Test("an answer is taken once, and by the browser alone that asked")
    func binding() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let victim = try await connected(service, provider, client)
                let (cookie, address) = try await attempt(client)
                let (otherCookie, _) = try await attempt(client)
                let answer = try provider.approve(address, as: "maral")
                for wrong in [nil, otherCookie, victim.cookie] {
                    let refused = try await end(answer, wrong, client)
                    #expect(refused.headers[.location]?.hasSuffix("failed=attempt") == true)
                    #expect(refused.headers[.setCookie] == nil)
                }
                let foreign = try await end(answer + "&iss=https%3A%2F%2Fother.example", cookie, client)
                #expect(foreign.headers[.location]?.hasSuffix("failed=attempt") == true)
                #expect(try await end(answer, cookie, client).headers[.location] == "/en/start")
                let again = try await end(answer, cookie, client)
                #expect(again.headers[.location]?.hasSuffix("failed=refused") == true)
            }
        }
    }

    @Test("an answer that an attacker began connects nobody else's account")
    func connectingForOthers() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let (attacker, victim) = (try service.enter("moe", .agency), try service.enter("moi", .agency))
                let answer = try provider.approve(try await question(of: attacker, client), as: "attacker")
                let refused = try await victim.get(answer, client)
                #expect(refused.headers[.location]?.hasSuffix("failed=attempt") == true)
                let member = try #require(
                    try service.portal.accounts.member(in: victim.session, at: service.portal.now)
                )
                let services = try service.portal.accounts.services(of: member.account, at: service.portal.now)
                #expect(services.isEmpty)
            }
        }
    }

    @Test("no address of another site begins to connect an account, nor does a form without the session's token")
    func connectingByAnother() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let victim = try service.enter("moi", .agency)
                #expect(try await victim.get("/en/identity/moi/connect", client).status == .methodNotAllowed)
                let path = "/en/identity/moi/connect"
                #expect(try await victim.post(path, [:], client, token: "x").status == .forbidden)
                let elsewhere: HTTPFields = [.secFetchSite: "cross-site"]
                #expect(try await victim.post(path, [:], client, headers: elsewhere).status == .forbidden)
            }
        }
    }

    @Test("who came in by a password gives it once more before another service may vouch (ASVS 7.5.1)")
    func connectingNeedsPassword() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let (visitor, password) = try await service.enterByPassword("moi", .agency)
                let path = "/en/identity/moi/connect"
                #expect(try await visitor.post(path, [:], client).status == .unprocessableContent)
                let answer = try await visitor.post(path, ["current-password": password], client)
                #expect(answer.text.contains("id=\"go-on\""))
            }
        }
    }

    @Test("one name opens one account; disconnected, it opens none")
    func oneAccount() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let first = try await connected(service, provider, client)
                let second = try service.enter("moe", .agency)
                let answer = try provider.approve(try await question(of: second, client), as: "maral")
                #expect(try await second.get(answer, client).headers[.location] == "/en/account?failed=taken")

                #expect(try await first.get("/en/account", client).text.contains("Ministry of the Interior"))
                let ended = try await first.post("/en/identity/moi/disconnect", [:], client)
                #expect(ended.status == .seeOther)
                let (cookie, address) = try await attempt(client)
                let refused = try await end(provider.approve(address, as: "maral"), cookie, client)
                #expect(refused.headers[.location]?.hasSuffix("failed=unknown") == true)
            }
        }
    }

    @Test("a closed account is not opened by another service")
    func closed() async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                let visitor = try await connected(service, provider, client)
                let now = service.portal.now
                let member = try #require(try service.portal.accounts.member(in: visitor.session, at: now))
                let problems = try service.portal.accounts.change(
                    member.account,
                    to: .disabled(reason: LocalizedText("left", language: "en")),
                    by: Party(id: "office", role: .secretariat),
                    at: now
                )
                #expect(problems.isEmpty)
                let (cookie, address) = try await attempt(client)
                let refused = try await end(provider.approve(address, as: "maral"), cookie, client)
                #expect(refused.headers[.location]?.hasSuffix("failed=unknown") == true)
            }
        }
    }

    @Test(
        "what is signed wrongly, for others, too late or for another question lets nobody in",
        arguments: FakeProvider.Fault.allCases
    )
    func faults(fault: FakeProvider.Fault) async throws {
        let provider = FakeProvider()
        try await provider.run { service in
            try await service.visit { client in
                _ = try await connected(service, provider, client)
                let (cookie, address) = try await attempt(client)
                let refused = try await end(provider.approve(address, as: "maral", with: fault), cookie, client)
                #expect(refused.headers[.location]?.hasSuffix("failed=refused") == true)
                #expect(refused.headers[.setCookie] == nil)
            }
        }
    }

    @Test(
        "a provider that calls itself otherwise, or wants to be asked without https, is not asked",
        arguments: [FakeProvider.Description.otherIssuer, .withoutHTTPS]
    )
    func descriptions(description: FakeProvider.Description) async throws {
        let provider = FakeProvider(description)
        try await provider.run { service in
            try await service.visit { client in
                let begun = try await client.execute(uri: "/en/identity/moi", method: .get)
                #expect(begun.headers[.location]?.hasSuffix("/sign-in?failed=unreachable") == true)
                let page = try await client.execute(uri: "/en/sign-in?failed=unreachable", method: .get)
                #expect(page.text.contains("cannot be asked now"))
                #expect(page.text.contains("/en/identity/moi"))
            }
        }
    }
}
