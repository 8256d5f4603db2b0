import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Testing

@testable import Portal

@Suite("Status pages from memory")
struct PublicPagesTests {
    /// A folder with a site in it.
    final class Site {
        let folder: URL

        init(_ files: [String: String] = ["public/en/index.html": "<p>Where the plan stands</p>"]) throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
            for (path, text) in files { try write(text, to: path) }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func write(_ text: String, to path: String) throws {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file, options: .atomic)
        }

        func store(capacity: Int = 1_000_000) -> PageStore {
            var headers: HTTPFields = [:]
            AnswerHeaders.add(to: &headers, isSecure: true)
            return PageStore(folder: folder.path, headers: headers, capacity: capacity)
        }
    }

    /// A connection as the service has it, up to the router.
    private func connection(_ store: PageStore) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        let deadlines = ConnectionDeadlines()
        let pages = PublicPages(store, figures: ServiceFigures(), deadlines: deadlines)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: false)
        try pipeline.addHandlers([
            HTTP1ToHTTPServerCodec(secure: false), deadlines, PublicPagesPlacement(pages),
        ])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func request(_ path: String, _ method: String = "GET", _ fields: String...) -> String {
        ("\(method) \(path) HTTP/1.1\r\nHost: nap\r\n" + fields.map { $0 + "\r\n" }.joined()) + "\r\n"
    }

    /// What is answered on the connection itself; nil where the question went on to the router.
    private func answer(_ channel: EmbeddedChannel, _ request: String) throws -> Answer? {
        try channel.writeInbound(ByteBuffer(string: request))
        var text = ""
        while case .byteBuffer(let bytes)? = try channel.readOutbound(as: IOData.self) { text += String(buffer: bytes) }
        return text.isEmpty ? nil : try Answer(text)
    }

    private struct Answer {
        var status: String
        var fields: [String: String] = [:]
        let body: String

        init(_ text: String) throws {
            let end = try #require(text.range(of: "\r\n\r\n"))
            body = String(text[end.upperBound...])
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            status = lines[0]
            for line in lines.dropFirst() {
                let colon = try #require(line.range(of: ": "))
                fields[line[..<colon.lowerBound].lowercased()] = String(line[colon.upperBound...])
            }
        }

        subscript(name: HTTPField.Name) -> String? { fields[name.canonicalName] }
    }

    @Test("a page that is at hand is answered with its tag and all headers, and as known where the browser has it")
    func known() throws {
        let site = try Site()
        let store = site.store()
        let page = "/public/en/index.html"
        #expect(try answer(connection(store), request(page)) == nil)
        _ = store.page(["en", "index.html"], of: .public)
        let channel = try connection(store)
        let first = try #require(try answer(channel, request(page)))
        #expect(first.status == "HTTP/1.1 200 OK")
        #expect(first.body == "<p>Where the plan stands</p>")
        for (name, value) in AnswerHeaders.headers { #expect(first[name] == value) }
        #expect(first[.strictTransportSecurity] != nil)
        #expect(first[.date]?.hasSuffix(" GMT") == true)
        #expect(first[.cacheControl] == "public, max-age=60")
        let tag = try #require(first[.eTag])
        for wanted in [tag, "W/" + tag, "\"x\", " + tag, "*", " \t\(tag) ,"] {
            let again = try #require(try answer(channel, request(page, "GET", "If-None-Match: \(wanted)")))
            #expect(again.status == "HTTP/1.1 304 Not Modified")
            #expect(again.body.isEmpty)
            #expect(again[.eTag] == tag)
        }
        let other = try #require(try answer(channel, request(page, "GET", "if-none-match: \"x\"")))
        #expect(other.status == "HTTP/1.1 200 OK")
        let head = try #require(try answer(channel, request(page, "HEAD")))
        #expect(head.body.isEmpty)
        #expect(head[.contentLength] == "\(first.body.utf8.count)")
    }

    @Test("what is asked for at once is answered one after the other")
    func pipelined() throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        let both = try answer(connection(store), request("/public/en/index.html") + request("/public/en/index.html"))
        #expect(try #require(both).body.components(separatedBy: "HTTP/1.1 200 OK").count == 2)
    }

    @Test("answers come in the order of the questions: while the router works on one, pages wait with it")
    func order() throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        let channel = try connection(store)
        #expect(try answer(channel, request("/en/sign-in")) == nil)
        #expect(try answer(channel, request("/public/en/index.html")) == nil)
        for _ in 1...2 {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            while try channel.readOutbound(as: IOData.self) != nil {}
        }
        #expect(try answer(channel, request("/public/en/index.html")) != nil)
    }

    @Test("a client that does not take what was sent fills no memory: its questions wait at the router")
    func unread() throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        let channel = try connection(store)
        channel.isWritable = false
        #expect(try answer(channel, request("/public/en/index.html")) == nil)
    }

    @Test("a connection may stay for ten seconds after a page, and is closed then")
    func afterwards() throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        let channel = try connection(store)
        for _ in 1...3 {
            #expect(try answer(channel, request("/public/en/index.html")) != nil)
            channel.embeddedEventLoop.advanceTime(by: .seconds(9))
            #expect(channel.isActive)
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test(
        "nothing but public pages is answered without the router",
        arguments: [
            "/internal/en/index.html", "/public/../internal/en/index.html", "/public/%2e%2e/internal/en/index.html",
            "/public/en/.hidden", "/public//etc/passwd", "/public", "/publicity/en/index.html",
            "/public/en/index.html?x",
        ]
    )
    func others(path: String) throws {
        let site = try Site([
            "public/en/index.html": "public", "internal/en/index.html": "internal", "public/en/.hidden": "hidden",
        ])
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        _ = store.page(["en", "index.html"], of: .internal)
        #expect(try answer(connection(store), request(path)) == nil)
    }

    @Test(
        "what is asked with a body, a token, another version or a wish for the connection is the router's",
        arguments: [
            "POST /public/en/index.html HTTP/1.1\r\nHost: nap\r\nContent-Length: 0\r\n\r\n",
            "GET /public/en/index.html HTTP/1.1\r\nHost: nap\r\nContent-Length: 1\r\n\r\na",
            "GET /public/en/index.html HTTP/1.1\r\nHost: nap\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET /public/en/index.html HTTP/1.1\r\nHost: nap\r\nAuthorization: Bearer x\r\n\r\n",
            "GET /public/en/index.html HTTP/1.1\r\nHost: nap\r\nConnection: close\r\n\r\n",
            "GET /public/en/index.html HTTP/1.0\r\nHost: nap\r\n\r\n",
        ]
    )
    func otherRequests(text: String) throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        #expect(try answer(connection(store), text) == nil)
    }

    @Test(
        "what names no host, or two, is nobody's",
        arguments: [
            "GET /public/en/index.html HTTP/1.1\r\nHost: nap\r\nHost: nap\r\n\r\n",
            "GET /public/en/index.html HTTP/1.1\r\n\r\n",
        ]
    )
    func hosts(text: String) throws {
        let site = try Site()
        let store = site.store()
        _ = store.page(["en", "index.html"], of: .public)
        #expect(throws: HTTPParserError.invalidHost) { try answer(connection(store), text) }
    }

    @Test("a page that was published anew is read anew")
    func replaced() throws {
        let site = try Site()
        let store = site.store()
        let before = try #require(store.page(["en", "index.html"], of: .public))
        try site.write("<p>Where the plan stands now</p>", to: "public/en/index.html")
        #expect(store.keptPage(at: "/public/en/index.html") == nil)
        let after = try #require(store.page(["en", "index.html"], of: .public))
        #expect(after.tag != before.tag)
        #expect(String(buffer: after.body).contains("now"))
        #expect(store.keptPage(at: "/public/en/index.html")?.tag == after.tag)
    }

    @Test("no more is kept at hand than there is room for, and what was asked for last stays")
    func room() throws {
        var files: [String: String] = [:]
        for number in 0..<30 { files["public/p\(number).html"] = String(repeating: "a", count: 1_000) }
        let site = try Site(files)
        let store = site.store(capacity: 10_000)
        for number in 0..<30 {
            _ = store.page(["p0.html"], of: .public)
            _ = store.page(["p\(number).html"], of: .public)
            #expect(store.keptBytes <= 10_000)
        }
        #expect(store.keptPage(at: "/public/p0.html") != nil)
        #expect(store.keptPage(at: "/public/p29.html") != nil)
        #expect(store.keptPage(at: "/public/p1.html") == nil)
    }
}

@Suite("Answers that no middleware has seen")
struct BareAnswersTests {
    @Test(
        "what is no HTTP, or has too large a head, is answered with all the headers (ASVS V3)",
        arguments: [false, true]
    )
    func headers(isTooLarge: Bool) throws {
        let channel = EmbeddedChannel(handler: BareAnswers(isSecure: true))
        if isTooLarge { channel.pipeline.fireErrorCaught(HTTPParserError.headerOverflow) }
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .badRequest)))
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("nothing is answered")
            return
        }
        #expect(head.status == (isTooLarge ? .requestHeaderFieldsTooLarge : .badRequest))
        for (name, value) in AnswerHeaders.headers { #expect(head.headerFields[name] == value) }
        #expect(head.headerFields[.cacheControl] == "no-store")
        #expect(head.headerFields[.strictTransportSecurity] != nil)
    }

    @Test("times are written as heads have them")
    func dates() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
}

@Suite("Figures of the service")
struct ServiceFiguresTests {
    @Test("they count by route and status, in the text format of Prometheus, and no address stands in them")
    func text() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await agency.get("/en/due", client)
            _ = try await agency.get("/en/due", client)
            _ = try await client.execute(uri: "/en/enter/aSecretThatNobodyKnows", method: .get)
            _ = try await client.execute(uri: "/nothing", method: .get)
        }
        let text = service.portal.figures.text(.init(entries: 3, keptPageBytes: 0))
        let lines = text.split(separator: "\n")
        #expect(lines.contains(#"nap_requests_total{route="/{language}/due",method="GET",status="200"} 2"#))
        #expect(lines.contains(#"nap_request_seconds_count{route="/{language}/due"} 2"#))
        #expect(lines.contains(#"nap_requests_total{route="none",method="any",status="404"} 1"#))
        #expect(lines.contains("nap_ledger_entries 3"))
        #expect(!text.contains("aSecret"))
        let form = #/[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+/#
        for line in lines where !line.hasPrefix("# ") { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
    }

    @Test("the public is not told them")
    func closed() async throws {
        let service = try Service()
        try await service.visit { client in
            let answer = try await client.execute(uri: "/metrics", method: .get)
            #expect(answer.status == .notFound)
        }
    }

    @Test("they are told at a port of their own, which listens at the machine itself only (ASVS V16)")
    func ownPort() async throws {
        let service = try Service()
        let application = service.portal.figuresApplication(port: 0, logger: .silent)
        #expect(application.configuration.address == .hostname("127.0.0.1", port: 0))
        try await application.test(.router) { client in
            let answer = try await client.execute(uri: "/metrics", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("# TYPE nap_requests_total counter"))
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(try await client.execute(uri: "/en/sign-in", method: .get).status == .notFound)
        }
    }
}
