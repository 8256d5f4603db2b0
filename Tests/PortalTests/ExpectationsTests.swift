import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import Testing

@testable import Portal

/// A client that writes what it likes on a connection of its own, and reads what comes.
enum RawConnection {
    /// Works on a connection until the work is done.
    static func run<Value: Sendable>(
        port: Int,
        _ work:
            @Sendable @escaping (_ send: (String) async throws -> Void, _ receive: (String?) async throws -> String)
            async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var iterator = inbound.makeAsyncIterator()
            var received = ""
            /// What has come until a text stands in it, or until nothing comes any more.
            func receive(until end: String?) async throws -> String {
                while end == nil || !received.contains(end ?? "") {
                    guard let part = try await iterator.next() else { break }
                    received += String(buffer: part)
                }
                defer { received = "" }
                return received
            }
            return try await work({ try await outbound.write(ByteBuffer(string: $0)) }, receive)
        }
    }
}

@Suite("Clients that ask before they send a body (RFC 9110, 10.1.1)")
struct ExpectationsTests {
    private static func head(_ line: String, _ fields: String...) -> String {
        (["\(line) HTTP/1.1", "Host: nap", "Expect: 100-continue"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    }

    private static let form = "Content-Type: application/x-www-form-urlencoded"
    private static let site = "Sec-Fetch-Site: same-origin"

    /// Works with a service that listens.
    private static func listen(_ work: @escaping @Sendable (Service, Int) async throws -> Void) async throws {
        let service = try Service()
        try await service.portal.application(logger: .silent)
            .test(.live) { client in try await work(service, try #require(client.port)) }
    }

    @Test(
        "they are told to go on at once where the head is all right, and answered as everybody, twice on a connection"
    )
    func accepted() async throws {
        try await Self.listen { service, port in
            let program = try service.program("moi")
            let body = #"{"value": 104, "evidence": [{"title": "Order No. 14"}]}"#
            let head = Self.head(
                "PUT /api/v1/reports/i-trained/2021-H1",
                "Authorization: Bearer \(program.secret.text)",
                "Content-Type: application/json; charset=utf-8",
                "If-None-Match: *",
                "Idempotency-Key: k-1",
                "Content-Length: \(body.utf8.count)"
            )
            let sign = "email=a%40example.org&password=nothing+that+anybody+has"
            try await RawConnection.run(port: port) { send, receive in
                try await send(head)
                #expect(try await receive("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                try await send(body)
                let stored = try await receive("\r\n\r\n")
                #expect(stored.hasPrefix("HTTP/1.1 201 "))
                #expect(!stored.lowercased().contains("connection: close"))
                // What follows the head of that answer may come apart from it.
                try await send(
                    Self.head("POST /en/sign-in", Self.form, Self.site, "Content-Length: \(sign.utf8.count)")
                )
                #expect(try await receive("100 Continue\r\n\r\n").hasSuffix("HTTP/1.1 100 Continue\r\n\r\n"))
                try await send(sign)
                #expect(try await receive("\r\n\r\n").hasPrefix("HTTP/1.1 401 "))
            }
            #expect(try service.records().count == 1)
        }
    }

    @Test("what the head says already is refused without the body, and the connection ends")
    func refused() async throws {
        try await Self.listen { service, port in
            let token = "Authorization: Bearer \(try service.program("moi").secret.text)"
            let report = "PUT /api/v1/reports/i-trained/2021-H1"
            let json = "Content-Type: application/json"
            let cases: [(name: String, head: String, status: String)] = [
                ("too long", Self.head("POST /en/sign-in", Self.form, Self.site, "Content-Length: 9000000"), "413"),
                ("too long for programs", Self.head(report, token, json, "Content-Length: 9000000"), "413"),
                ("no token", Self.head(report, json, "Content-Length: 9"), "401"),
                ("no session", Self.head("POST /en/review", Self.form, Self.site, "Content-Length: 9"), "401"),
                ("no such method", Self.head("DELETE /en/due", Self.site, "Content-Length: 9"), "405"),
                ("no such path", Self.head("POST /en/nothing", Self.site, "Content-Length: 9"), "404"),
                ("no JSON", Self.head(report, token, "Content-Type: text/csv", "Content-Length: 9"), "415"),
                ("chunks that are no JSON", Self.head(report, token, Self.form, "Transfer-Encoding: chunked"), "415"),
                (
                    "another site", Self.head("POST /en/sign-in", "Sec-Fetch-Site: cross-site", "Content-Length: 9"),
                    "403"
                ),
            ]
            for (name, head, status) in cases {
                let answer = try await RawConnection.run(port: port) { send, receive in
                    try await send(head)
                    return try await receive(nil)
                }
                #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(name)")
                #expect(answer.lowercased().contains("\r\nconnection: close\r\n"), "\(name)")
                #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2, "\(name)")
                #expect(answer.contains("Content-Security-Policy"), "\(name)")
            }
            #expect(try service.records().isEmpty)
        }
    }

    @Test("who does not wait, has no body, or speaks HTTP/1.0 is not told to go on, and keeps the connection")
    func notWaiting() async throws {
        try await Self.listen { _, port in
            let sign = "email=a%40example.org&password=nothing+that+anybody+has"
            let whole = Self.head("POST /en/sign-in", Self.form, Self.site, "Content-Length: \(sign.utf8.count)") + sign
            let cases = [
                ("with the body", whole, "401"), ("no body", Self.head("GET /healthz"), "200"),
                ("an empty body", Self.head("POST /en/sign-in", Self.site, "Content-Length: 0"), "401"),
                ("HTTP/1.0", whole.replacing("HTTP/1.1", with: "HTTP/1.0"), "401"),
            ]
            let last = "GET /healthz HTTP/1.1\r\nHost: nap\r\nConnection: close\r\n\r\n"
            for (name, request, status) in cases {
                let answers = try await RawConnection.run(port: port) { send, receive in
                    try await send(name == "HTTP/1.0" ? request : request + last)
                    return try await receive(nil)
                }
                #expect(answers.hasPrefix("HTTP/1.1 \(status) ") || answers.hasPrefix("HTTP/1.0 \(status) "), "\(name)")
                #expect(!answers.contains("100 Continue"), "\(name)")
                #expect(answers.contains("HTTP/1.1 200 ") || name == "HTTP/1.0", "\(name)")
            }
        }
    }
}
