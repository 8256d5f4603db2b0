import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

/// A client that writes what it likes on a connection of its own, and reads what comes.
///
/// It has a thread to itself: what the service closes after some seconds must not hang on when other tests let it go on.
struct RawConnection {
    private let descriptor: Int32

    private struct Failure: Error {
        var call: String
        var number = errno
    }

    /// Works on a connection until the work is done.
    static func run<Value: Sendable>(
        port: Int,
        _ work: @Sendable @escaping (RawConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(
                    with: Result {
                        let connection = try RawConnection(port: port)
                        defer { _ = close(connection.descriptor) }
                        return try work(connection)
                    }
                )
            }
            .start()
        }
    }

    private init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard status == 0 else { throw Failure(call: "connect") }
    }

    func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(call: "send") }
            rest = rest.dropFirst(count)
        }
    }

    /// What has come until a text stands in it, or until nothing comes any more.
    func receive(until end: String? = nil) throws -> String {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while end.map({ !String(decoding: received, as: UTF8.self).contains($0) }) ?? true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count >= 0 else { throw Failure(call: "recv") }
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return String(decoding: received, as: UTF8.self)
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
            try await RawConnection.run(port: port) { connection in
                try connection.send(head)
                #expect(try connection.receive(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                try connection.send(body)
                let stored = try connection.receive(until: "\r\n\r\n")
                #expect(stored.hasPrefix("HTTP/1.1 201 "))
                #expect(!stored.lowercased().contains("connection: close"))
                // What follows the head of that answer may come apart from it.
                try connection.send(
                    Self.head("POST /en/sign-in", Self.form, Self.site, "Content-Length: \(sign.utf8.count)")
                )
                #expect(
                    try connection.receive(until: "100 Continue\r\n\r\n").hasSuffix("HTTP/1.1 100 Continue\r\n\r\n")
                )
                try connection.send(sign)
                #expect(try connection.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 401 "))
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
                let answer = try await RawConnection.run(port: port) { connection in
                    try connection.send(head)
                    return try connection.receive()
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
                let answers = try await RawConnection.run(port: port) { connection in
                    try connection.send(name == "HTTP/1.0" ? request : request + last)
                    return try connection.receive()
                }
                #expect(answers.hasPrefix("HTTP/1.1 \(status) ") || answers.hasPrefix("HTTP/1.0 \(status) "), "\(name)")
                #expect(!answers.contains("100 Continue"), "\(name)")
                #expect(answers.contains("HTTP/1.1 200 ") || name == "HTTP/1.0", "\(name)")
            }
        }
    }
}
