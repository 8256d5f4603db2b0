import Accounts
import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSONReading
import Ledger
import Testing
import TransparencyLog

@testable import Portal

/// A program with a token of an agency.
struct Program: Sendable {
    let secret: Secret

    func headers(_ more: HTTPFields = [:]) -> HTTPFields {
        var headers = more
        headers[.authorization] = "Bearer \(secret.text)"
        return headers
    }

    func get(
        _ path: String,
        _ client: any TestClientProtocol,
        headers more: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers(more))
    }

    func send(
        _ body: String,
        to path: String = "/api/v1/reports/i-trained/2021-H1",
        key: String = "k-1",
        when condition: HTTPFields = [.ifNoneMatch: "*"],
        method: HTTPRequest.Method = .put,
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers = headers(condition)
        headers[.contentType] = headers[.contentType] ?? "application/json"
        headers[.idempotencyKey] = key.isEmpty ? nil : key
        return try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
    }
}

extension Service {
    /// A program of an agency's focal point.
    func program(_ agency: String, scope: Set<TokenScope> = [.read, .submit]) throws -> Program {
        let visitor = try enter(agency, .agency)
        let member = try #require(try portal.accounts.member(in: visitor.session, at: portal.now))
        return Program(secret: try portal.accounts.makeToken("Program", for: member, scope: scope, at: portal.now))
    }
}

@Suite("What programs do")
struct APITests {
    private static let report = "/api/v1/reports/i-trained/2021-H1"
    private static let body = #"{"value": 104, "evidence": [{"title": "Order No. 14"}]}"#

    @Test("a report is sent, answered with a receipt that verifies, read back and withdrawn")
    func life() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            let sent = try await program.send(Self.body, client)
            #expect(sent.status == .created, "\(sent.text)")
            let answer = try JSONReader.read(Array(sent.text.utf8))
            let signer = try #require(service.portal.options.signer)
            let receipt = try Receipt(try #require(answer["receipt"]?.string))
            #expect(throws: Never.self) { _ = try receipt.verify(with: [signer.verifier]) }

            let read = try await program.get(Self.report, client)
            let tag = try #require(read.headers[.eTag])
            let report = try JSONReader.read(Array(read.text.utf8))
            #expect(report["state"]?.string == "submitted")
            #expect(report["versions"]?.elements.first?["content"]?["value"]?.number == 104)
            #expect(try await program.get(Self.report, client, headers: [.ifNoneMatch: tag]).status == .notModified)

            service.advance(by: 60)
            let back = try await program.send(
                #"{"reason": "Counted twice"}"#,
                to: Self.report + "/withdrawal",
                key: "k-2",
                when: [.ifMatch: tag],
                method: .post,
                client
            )
            #expect(back.status == .ok, "\(back.text)")
            #expect(try await program.get(Self.report, client).text.contains("\"state\":\"withdrawn\""))
        }
    }

    @Test("however many mistakes are sent, an answer tells a hundred at most (ASVS V15)")
    func manyMistakes() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            let body = "{" + (0..<5_000).map { #""k\#($0)":1"# }.joined(separator: ",") + "}"
            let answer = try await program.send(body, client)
            #expect(answer.status == .unprocessableContent)
            let problem = try JSONReader.read(Array(answer.text.utf8))
            #expect(problem["errors"]?.elements.count == 100)
        }
    }

    @Test("a request that is repeated gives the same receipt and makes no second version")
    func repetition() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            let first = try await program.send(Self.body, client)
            let count = try service.ledger.count()
            service.advance(by: 3_600)
            let second = try await program.send(Self.body, client)
            #expect(second.status == first.status)
            #expect(second.text == first.text)
            #expect(second.headers[.idempotencyReplayed] == "true")
            #expect(try service.ledger.count() == count)
            let other = try await program.send(#"{"value": 105}"#, client)
            #expect(other.status == .unprocessableContent)
            #expect(other.text.contains("urn:nap:problem:key-reused"))
        }
    }

    @Test("a report is replaced only by whoever has seen its latest version")
    func conditions() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            #expect(try await program.send(Self.body, when: [:], client).status.code == 428)
            let stale: HTTPFields = [.ifMatch: "\"00000000000000000000000000000000\""]
            #expect(try await program.send(Self.body, when: stale, client).status == .preconditionFailed)
            #expect(try await program.send(Self.body, client).status == .created)
            let again = try await program.send(Self.body, key: "k-2", client)
            #expect(again.status == .preconditionFailed)
            let tag = try #require(try await program.get(Self.report, client).headers[.eTag])
            service.advance(by: 60)
            let next = try await program.send(#"{"value": 110}"#, key: "k-3", when: [.ifMatch: tag], client)
            #expect(next.status == .ok, "\(next.text)")
            let late = try await program.send(#"{"value": 111}"#, key: "k-4", when: [.ifMatch: tag], client)
            #expect(late.status == .preconditionFailed)
        }
        let record = try #require(service.ledger.snapshot(knownAt: service.portal.now).records.first)
        #expect(record.versions.count == 2)
    }

    @Test(
        "what is wrong with a body is said by its place and a stable name",
        arguments: [
            (#"{"value": "many"}"#, "\"pointer\":\"/value\",\"code\":\"wrong-kind-of-value\""),
            (#"{"value": 1.5}"#, "\"pointer\":\"/value\",\"code\":\"not-whole\""),
            (#"{"value": 1, "nil": true}"#, "\"pointer\":\"\",\"code\":\"not-exactly-one\""),
            (#"{"value": 1, "valeu": 1}"#, "\"pointer\":\"/valeu\",\"code\":\"unknown-field\""),
            (#"{"value": 1, "comment": " "}"#, "\"pointer\":\"/comment\",\"code\":\"blank-text\""),
            (#"{"value": 1, "claim": "splendid"}"#, "\"pointer\":\"/claim\",\"code\":\"unknown-status\""),
            (
                #"{"value": 1, "cells": [{"categories": {"age": "old"}, "value": 1}]}"#,
                "/cells/0\",\"code\":\"unknown-dimension"
            ),
            (
                #"{"value": 1, "evidence": [{"title": "T", "date": "2021-06-31"}]}"#,
                "/evidence/0/date\",\"code\":\"bad-date"
            ),
            (#"{"value": null}"#, "\"pointer\":\"/value\",\"code\":\"wrong-kind\""),
        ]
    )
    func bodies(body: String, wanted: String) async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            let answer = try await program.send(body, client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer.text.contains(wanted), "\(answer.text)")
        }
        #expect(try service.ledger.snapshot(knownAt: service.portal.now).records.isEmpty)
    }

    @Test("problems are told in the language asked for, and a title says so")
    func languages() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            for (language, title) in [("ru", "Не принято"), ("tk", "Kabul edilmedi"), ("en-GB, en;q=0.8", "Not taken")]
            {
                let answer = try await program.send(
                    #"{"value": 1.5}"#,
                    when: [.ifNoneMatch: "*", .acceptLanguage: language],
                    client
                )
                #expect(answer.text.contains(title), "\(answer.text)")
                #expect(answer.headers[.contentLanguage] == String(language.prefix(2)))
            }
        }
    }

    @Test("requests that cannot be taken are answered by what is wrong with them")
    func refusals() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            #expect(try await program.send("{", client).status == .badRequest)
            #expect(try await program.send(Self.body, key: "", client).status == .badRequest)
            let form: HTTPFields = [.ifNoneMatch: "*", .contentType: "text/plain"]
            #expect(try await program.send(Self.body, when: form, client).status == .unsupportedMediaType)
            let large = "{\"value\": 1, \"comment\": \"\(String(repeating: "x", count: 300_000))\"}"
            #expect(try await program.send(large, client).status == .contentTooLarge)
            #expect(
                try await program.get("/api/v1/plan", client, headers: [.accept: "text/html"]).status == .notAcceptable
            )
            #expect(try await program.get("/api/v1/reports?limit=0", client).status == .badRequest)
            #expect(try await program.get("/api/v1/reports?page=2", client).status == .badRequest)
            let none = try await client.execute(uri: "/api/v1/plan", method: .delete, headers: program.headers())
            #expect(none.status == .methodNotAllowed)
            #expect(none.headers[.allow] == "GET, HEAD")
            let stranger = try await client.execute(uri: Self.report, method: .put)
            #expect(stranger.status == .unauthorized)
            #expect(stranger.headers[.wwwAuthenticate] == "Bearer")
            #expect(
                try await program.get("/api/v1/nothing", client).headers[.contentType] == "application/problem+json"
            )
        }
    }

    @Test("an agency's token opens no report, receipt or figure of another")
    func others() async throws {
        let service = try Service()
        let program = try service.program("moi")
        let stranger = try service.program("moe")
        try await service.visit { client in
            #expect(try await program.send(#"{"value": 3, "comment": "seen"}"#, client).status == .created)
            let number = try service.ledger.count()
            #expect(try await program.get("/api/v1/receipts/\(number)", client).status == .ok)
            for path in [Self.report, "/api/v1/receipts/\(number)", "/api/v1/assessment"] {
                #expect(try await stranger.get(path, client).status == .notFound, "\(path)")
            }
            #expect(try await stranger.send(Self.body, client).status == .notFound)
            #expect(try await stranger.get("/api/v1/reports", client).text == "{\"reports\":[]}\n")
            let own = try await program.get("/api/v1/assessment/own", client).text
            #expect(own.contains("\"actual\":3"))
            for path in ["/api/v1/assessment/own", "/api/v1/findings"] {
                #expect(try await !stranger.get(path, client).text.contains("i-trained"))
            }
        }
    }

    @Test("what was published is shown to programs, with small counts withheld")
    func published() async throws {
        let service = try Service()
        let program = try service.program("moi")
        let stranger = try service.program("moe")
        let office = try service.enter("office", .secretariat)
        try await service.visit { client in
            #expect(try await program.send(#"{"value": 3, "comment": "seen"}"#, client).status == .created)
            let fields = ["as-of": "2021-07-10"]
            let published = try await office.post("/en/office/publication", fields, client)
            #expect(published.status == .seeOther, "\(published.text)")
            let answer = try await stranger.get("/api/v1/assessment", client)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(!answer.text.contains("\"actual\":3"))
            #expect(answer.text.contains("\"edition\":\"public\""))
        }
    }

    @Test("lists come page by page, and following their links leads to all reports once")
    func paging() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            for (item, body) in [
                ("i-trained", Self.body), ("i-share", #"{"numerator": 1, "denominator": 2}"#),
                ("i-stage", #"{"value": "drafted"}"#),
            ] {
                let path = "/api/v1/reports/\(item)/2021-H1"
                let sent = try await program.send(body, to: path, key: item, client)
                #expect(sent.status == .created, "\(sent.text)")
            }
            var items: [String] = []
            var next: String? = "/api/v1/reports?limit=1"
            while let path = next, items.count < 9 {
                let answer = try await program.get(path, client)
                let node = try JSONReader.read(Array(answer.text.utf8))
                items += node["reports"]?.elements.compactMap { $0["item"]?.string } ?? []
                next = answer.headers[.link]?.split(separator: ">").first.map { String($0.dropFirst()) }
            }
            #expect(items == ["i-share", "i-stage", "i-trained"])
        }
    }

    @Test("whoever asks too much is told how long to wait")
    func limits() async throws {
        let service = try Service()
        let program = try service.program("moi")
        try await service.visit { client in
            for _ in 0..<600 { _ = try await program.get("/api/v1/token", client) }
            let answer = try await program.get("/api/v1/token", client)
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "1")
        }
    }

    @Test("a token that may only read sends nothing, one that was ended opens nothing")
    func scopes() async throws {
        let service = try Service()
        let reader = try service.program("moi", scope: [.read])
        let focal = try service.enter("moi", .agency)
        try await service.visit { client in
            #expect(try await reader.send(Self.body, client).status == .forbidden)
            let made = try await focal.post("/en/tokens", ["title": "Ours", "submit": "yes"], client)
            let text = try #require(made.text.firstMatch(of: #/<code class="link">([^<]+)</#)?.1)
            let program = Program(secret: try #require(Secret(text)))
            #expect(try await program.get("/api/v1/token", client).text.contains("\"scope\":[\"read\",\"submit\"]"))
            let page = try await focal.get("/en/tokens", client).text
            #expect(!page.contains(text))
            let account = try #require(page.firstMatch(of: #/name="account" value="([^"]+)"/#)?.1)
            let key = try #require(page.firstMatch(of: #/name="token" value="([^"]+)"/#)?.1)
            _ = try await focal.post("/en/tokens/end", ["account": String(account), "token": String(key)], client)
            #expect(try await program.get("/api/v1/token", client).status == .unauthorized)
        }
    }

    @Test("the description names every operation once, and refers to nothing that is not there")
    func description() throws {
        let text = String(decoding: OpenAPIDocument(origin: "https://nap.example.org").bytes, as: UTF8.self)
        let node = try JSONReader.read(Array(text.utf8))
        let names = (node["paths"]?.members ?? []).flatMap { $0.node.members }
            .compactMap { $0.node["operationId"]?.string }
        #expect(names.sorted() == API.operations.map(\.name).sorted())
        #expect(Set(names).count == names.count)
        for match in text.matches(of: ##/"#\/components\/([a-z]+)\/([a-z-]+)"/##) {
            #expect(node["components"]?[String(match.1)]?[String(match.2)] != nil, "\(match.0)")
        }
    }

    @Test(
        "the description takes the reports that the service takes: each in exactly one form",
        arguments: [
            (#"{"value": 4}"#, true), (#"{"value": "adopted", "comment": "c"}"#, true), (#"{"nil": true}"#, true),
            (#"{"numerator": 1, "denominator": 2}"#, true), (#"{"achieved": false}"#, true),
            (#"{"achieved": true, "on": "2021-03-04"}"#, true), (#"{"implementation": "completed"}"#, true),
            (#"{"not_applicable": "No."}"#, true), ("{}", false), (#"{"comment": "c"}"#, false),
            (#"{"value": 4, "nil": true}"#, false), (#"{"nil": false}"#, false), (#"{"numerator": 1}"#, false),
            (#"{"achieved": true}"#, false), (#"{"achieved": false, "on": "2021-03-04"}"#, false),
            (#"{"value": 4, "on": "2021-03-04"}"#, false), (#"{"value": 4, "denominator": 2}"#, false),
            (#"{"value": 4, "other": 1}"#, false),
        ]
    )
    func forms(text: String, isTaken: Bool) throws {
        let body = try JSONReader.read(Array(text.utf8))
        guard case .object(let object) = APISchemas.newReport.kind else {
            Issue.record("no object")
            return
        }
        #expect(SchemaCheck.faults(in: body, APISchemas.newReport).isEmpty == isTaken)
        let fitting = object.forms.filter { SchemaCheck.faults(in: body, Schema(.object($0))).isEmpty }
        #expect(fitting.count == (isTaken ? 1 : 0))
        #expect(object.forms.count == 7)
    }
}

@Suite("JSON that programs send")
struct JSONReaderTests {
    @Test(
        "what no JSON is, or would be read in two ways, is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1e400", "\"\\ud800\"", "\"\u{1}\"", "nul", "1 2", "+1",
            "\"\\x\"",
            String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
        ]
    )
    func refused(text: String) {
        #expect(throws: JSONReader.Fault.self) { _ = try JSONReader.read(Array(text.utf8)) }
    }

    @Test("bytes that are no text are refused")
    func noText() {
        #expect(throws: JSONReader.Fault.self) { _ = try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test("values are read with the bytes that they cover")
    func read() throws {
        let node = try JSONReader.read(Array(#" {"a": [1.5e1, "\u00e9\ud83d\ude00\n", true, null]} "#.utf8))
        let elements = try #require(node["a"]?.elements)
        #expect(elements.map(\.number) == [15, nil, nil, nil])
        #expect(elements[1].string == "é😀\n")
        #expect(elements[2].boolean == true)
        #expect(elements[0].range == 8..<13)
    }
}
