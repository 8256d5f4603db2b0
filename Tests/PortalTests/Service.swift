import Accounts
import ActionPlan
import Diagnostics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import OpenIDConnect
import Synchronization
import Testing
import Tracker
import TransparencyLog

@testable import Portal

/// The service over the small plan, with people who are signed in.
final class Service: Sendable {
    let portal: Portal
    let tracker: Tracker
    private let folder: URL
    private let time: Clock

    /// Time stands still unless it is moved.
    final class Clock: Sendable {
        private let seconds: Mutex<Int64>

        init(_ moment: Moment) { seconds = Mutex(moment.seconds) }

        var moment: Moment { Moment(seconds: seconds.withLock { $0 }) }

        func advance(by amount: Int64) { seconds.withLock { $0 += amount } }
    }

    init(
        origin: String = "https://nap.example.org",
        identityProviders: [IdentityProvider] = [],
        isBehindProxy: Bool = false,
        changingPlan change: (String) -> String = { $0 }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let plan = try String(
            contentsOf: root.appendingPathComponent("Tests/Fixtures/small-plan.yaml"),
            encoding: .utf8
        )
        let file = folder.appendingPathComponent("plan.yaml")
        let bodies = """

            bodies:
              - id: office
                title: {en: Office, ru: Секретариат, tk: Sekretariat}
                provenance: {kind: illustrative}

            """
        try Data((change(plan) + bodies).utf8).write(to: file)
        let (workspace, diagnostics) = Workspace.open(
            plan: file.path,
            rules: [root.appendingPathComponent("rules").path]
        )
        let opened = try #require(workspace, "\(TextRenderer().render(diagnostics))")
        let ledger = try Ledger.create(at: folder.appendingPathComponent("ledger.sqlite").path, planID: opened.plan.id)
        tracker = Tracker(opened, ledger: ledger)
        let clock = Clock(try #require(Moment("2021-07-10T15:00+05:00")))
        time = clock
        portal = Portal(
            tracker,
            accounts: Accounts(tracker, ledger: ledger),
            options: PortalOptions(
                port: 0,
                origin: origin,
                siteFolder: folder.appendingPathComponent("site").path,
                isBehindProxy: isBehindProxy,
                identityProviders: identityProviders,
                signer: NoteSigner(name: "nap.example.org")
            ),
            clock: { clock.moment }
        )
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var ledger: Ledger { portal.accounts.ledger }

    /// All reports that there are.
    func records() throws -> [ReportRecord] { try ledger.snapshot(knownAt: portal.now).records }

    func advance(by seconds: Int64) { time.advance(by: seconds) }

    /// Somebody who was invited and has come in.
    func enter(
        _ body: String,
        _ role: Party.Role,
        name: String = "Maral",
        language: String = "en"
    ) throws -> Visitor {
        let (secret, problems) = try portal.accounts.invite(
            Person(name: name, email: "\(UUID().uuidString.prefix(8))@example.org", language: language),
            as: AccountEvent.Grant(body: body, role: role),
            by: Party(id: "office", role: .secretariat),
            at: time.moment
        )
        #expect(problems.isEmpty)
        let link = try #require(secret)
        let session = try #require(try portal.accounts.enter(with: link, at: time.moment))
        return Visitor(session: session, isSecure: portal.options.isSecure)
    }

    /// Somebody who set a password and came in by it.
    func enterByPassword(_ body: String, _ role: Party.Role) async throws -> (visitor: Visitor, password: String) {
        let password = "\(UUID().uuidString) зонтик"
        let first = try enter(body, role)
        let member = try #require(try portal.accounts.member(in: first.session, at: portal.now))
        try await portal.accounts.set(password: password, of: member, keeping: nil, at: portal.now)
        let session = try await portal.accounts.signIn(email: member.person.email, password: password, at: portal.now)
        return (Visitor(session: try #require(session), isSecure: portal.options.isSecure), password)
    }

    /// Runs requests against the router.
    func visit(_ work: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: portal.router, logger: .silent).test(.router, work)
    }
}

extension Logger {
    /// What a test's service says of its requests would bury what the tests say.
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// A browser with the cookie of a session.
struct Visitor: Sendable {
    let session: Secret
    var isSecure = true

    var token: String { session.derived(for: PortalRequest.tokenPurpose) }

    var cookie: String { "\(isSecure ? "__Host-session" : "session")=\(session.text)" }

    func headers(_ more: HTTPFields = [:]) -> HTTPFields {
        var headers = more
        headers[.cookie] = cookie
        return headers
    }

    func get(_ path: String, _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers())
    }

    /// Sends a form from a page of the service itself.
    func post(
        _ path: String,
        _ fields: [String: String],
        _ client: any TestClientProtocol,
        headers more: HTTPFields = [.secFetchSite: "same-origin"],
        token: String? = nil
    ) async throws -> TestResponse {
        var fields = fields
        fields[PortalRequest.tokenField] = token ?? self.token
        var headers = headers(more)
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await client.execute(
            uri: path,
            method: .post,
            headers: headers,
            body: ByteBuffer(string: Self.encoded(fields))
        )
    }

    /// Sends a form with a file from a page of the service itself.
    func post(
        _ path: String,
        _ fields: [String: String],
        file: (field: String, name: String, bytes: [UInt8]),
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var fields = fields
        fields[PortalRequest.tokenField] = token
        var headers = headers([.secFetchSite: "same-origin"])
        headers[.contentType] = "multipart/form-data; boundary=b0undary"
        return try await client.execute(
            uri: path,
            method: .post,
            headers: headers,
            body: ByteBuffer(bytes: Self.multipart(fields, file: file))
        )
    }

    static func multipart(
        _ fields: [String: String],
        file: (field: String, name: String, bytes: [UInt8])
    ) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += Array("--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "Content-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n"
        return body + Array("--b0undary\r\n\(head)".utf8) + file.bytes + Array("\r\n--b0undary--\r\n".utf8)
    }

    static func encoded(_ fields: [String: String]) -> String {
        fields.sorted { $0.key < $1.key }
            .map { "\(PercentEncoding.encoded($0.key))=\(PercentEncoding.encoded($0.value))" }
            .joined(separator: "&")
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
