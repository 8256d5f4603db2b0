import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Portal

@Suite("Who counts as one client")
struct ClientAddressTests {
    private func client(_ peer: String?, _ forwarded: String?, isBehindProxy: Bool = true) throws -> String? {
        let peer = try peer.map { try SocketAddress(ipAddress: $0, port: 1) }
        return ClientAddress.client(peer, forwarded: forwarded, isBehindProxy: isBehindProxy)?.name
    }

    @Test("X-Forwarded-For is believed from a proxy of ours only, and only its last address (ASVS V2)")
    func forwarded() throws {
        #expect(try client("127.0.0.1", "198.51.100.7, 203.0.113.9") == "203.0.113.9")
        #expect(try client("10.0.0.2", "203.0.113.9") == "203.0.113.9")
        #expect(try client("::1", " 203.0.113.9 ") == "203.0.113.9")
        #expect(try client("192.0.2.1", "203.0.113.9") == "192.0.2.1")
        #expect(try client("127.0.0.1", "203.0.113.9", isBehindProxy: false) == "127.0.0.1")
        for nonsense in ["", "a", "203.0.113.9.1", "unknown", String(repeating: "1", count: 9_000)] {
            #expect(try client("127.0.0.1", nonsense) == "127.0.0.1")
        }
    }

    @Test("all addresses of one network of IPv6 are one client, and one of IPv4 is the same by either")
    func networks() throws {
        let network = try client("2001:db8:1:2::1", nil)
        #expect(try client("2001:db8:1:2:ffff:ffff:ffff:ffff", nil) == network)
        #expect(try client("2001:db8:1:3::1", nil) != network)
        #expect(try client("::ffff:192.0.2.1", nil) == "192.0.2.1")
    }

    @Test("what strangers make up as a key of a throttle is not kept whole")
    func longKeys() {
        let throttle = Throttle(burst: 1, seconds: 60)
        let key = String(repeating: "ж", count: 100_000)
        #expect(throttle.tries(key + "a", at: 0) == nil)
        #expect(throttle.tries(key + "b", at: 0) != nil)
    }

    @Test("who guesses an account's password at one address does not keep its holder out at another (ASVS 6.3.1)")
    func lockout() async throws {
        let service = try Service(isBehindProxy: true)
        let (visitor, password) = try await service.enterByPassword("moi", .agency)
        let member = try service.portal.accounts.member(in: visitor.session, at: service.portal.now)
        let email = try #require(member).person.email
        try await service.visit { client in
            func attempt(_ password: String, from address: String) async throws -> HTTPResponse.Status {
                try await client.execute(
                    uri: "/en/sign-in",
                    method: .post,
                    headers: [.secFetchSite: "same-origin", .xForwardedFor: address],
                    body: ByteBuffer(string: Visitor.encoded(["email": email, "password": password]))
                )
                .status
            }
            for number in 1...25 {
                let status = try await attempt("x", from: "203.0.113.9")
                #expect(status == (number <= 5 ? .unauthorized : .tooManyRequests))
            }
            let holder = try await attempt(password, from: "198.51.100.7")
            #expect(holder == .seeOther)
        }
    }
}

@Suite("How many connections one address has")
struct AddressLimitTests {
    private func channel(
        _ connections: ConnectionsByAddress,
        from address: String,
        isBehindProxy: Bool = false
    ) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: AddressLimit(connections, isBehindProxy: isBehindProxy))
        try channel.connect(to: SocketAddress(ipAddress: address, port: 1)).wait()
        return channel
    }

    @Test("one address has as many as it may and others are not kept out; what is closed is free again (ASVS V15)")
    func limit() throws {
        let connections = ConnectionsByAddress(limit: 2)
        let first = try channel(connections, from: "203.0.113.9")
        let second = try channel(connections, from: "203.0.113.9")
        #expect(first.isActive && second.isActive)
        #expect(try !channel(connections, from: "203.0.113.9").isActive)
        #expect(try channel(connections, from: "203.0.113.10").isActive)
        try first.close().wait()
        #expect(try channel(connections, from: "203.0.113.9").isActive)
        #expect(try !channel(connections, from: "203.0.113.9").isActive)
    }

    @Test("the machine itself is not limited, nor a private network where a proxy of ours is expected")
    func proxies() throws {
        let connections = ConnectionsByAddress(limit: 1)
        for _ in 1...3 { #expect(try channel(connections, from: "127.0.0.1").isActive) }
        for _ in 1...3 { #expect(try channel(connections, from: "10.0.0.2", isBehindProxy: true).isActive) }
        #expect(try channel(connections, from: "10.0.0.3").isActive)
        #expect(try !channel(connections, from: "10.0.0.3").isActive)
    }
}

@Suite("Heads that two programs could understand differently (ASVS 4.2.1)")
struct StrictHeadsTests {
    private func fault(_ fields: [(String, String)], _ version: HTTPVersion = .http1_1) -> HTTPParserError? {
        StrictHeads.fault(in: HTTPRequestHead(version: version, method: .GET, uri: "/", headers: HTTPHeaders(fields)))
    }

    @Test("a request names one host, as hosts are written")
    func hosts() {
        #expect(fault([("Host", "nap.example.org:8080")]) == nil)
        #expect(fault([("host", "[2001:db8::1]:80")]) == nil)
        #expect(fault([], .http1_0) == nil)
        #expect(fault([]) == .invalidHost)
        #expect(fault([("Host", "a"), ("host", "a")]) == .invalidHost)
        for host in ["a/b", "a b", "a@b", "a\u{7F}", "ä", "a,b", String(repeating: "a", count: 301)] {
            #expect(fault([("Host", host)]) == .invalidHost, "\(host)")
        }
    }

    @Test("a body comes in chunks or with a length, never otherwise")
    func codings() {
        let host = ("Host", "a")
        #expect(fault([host, ("Transfer-Encoding", "Chunked")]) == nil)
        for coding in ["gzip, chunked", "chunked, chunked", "xchunked", "identity", "", "chunked;a=b"] {
            #expect(fault([host, ("Transfer-Encoding", coding)]) != nil, "\(coding)")
        }
        #expect(fault([host, ("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "chunked")]) != nil)
        #expect(fault([host, ("Transfer-Encoding", "chunked")], .http1_0) != nil)
        #expect(fault([host], .http2) == .invalidVersion)
    }

    @Test("after such a head nothing more of the connection is taken")
    func refused() throws {
        let channel = EmbeddedChannel(handler: StrictHeads())
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        #expect(throws: HTTPParserError.invalidHost) { try channel.writeInbound(HTTPServerRequestPart.head(head)) }
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        let good = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["Host": "a"])
        try channel.writeInbound(HTTPServerRequestPart.head(good))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == nil)
    }

    @Test("a body that stops to be HTTP is the client's fault and not counted as the service's")
    func brokenBody() async throws {
        let figures = ServiceFigures()
        let router = Router(context: PortalContext.self)
        router.addMiddleware { AnswerHeaders(isSecure: true, figures: figures, titles: [:]) }
        router.post("/x") { _, _ -> Response in throw HTTPParserError.invalidChunkSize }
        try await Application(router: router, logger: .silent)
            .test(.router) { client in
                let answer = try await client.execute(uri: "/x", method: .post)
                #expect(answer.status == .badRequest)
                for (name, value) in AnswerHeaders.headers { #expect(answer.headers[name] == value) }
            }
        let text = figures.text(.init(entries: 0, keptPageBytes: 0))
        #expect(text.contains("nap_failures_total 0"))
    }
}
