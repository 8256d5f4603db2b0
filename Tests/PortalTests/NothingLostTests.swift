import Accounts
import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing
import Tracker

@testable import Portal

@Suite("Nothing that was typed is lost")
struct NothingLostTests {
    private static let report = "/en/report/i-trained/2021-H1"
    private static let password = "seven green kettles sing"
    private static let typed = [
        "basis": "0", "request": "r-1", "answer": "value", "value": "104.5", "comment": "Counted <twice> & checked",
        "action": "send",
    ]

    /// Signs somebody in again who has a password, with what the page for that carries along; gives the page that comes.
    private static func signInAgain(
        _ service: Service,
        from answer: TestResponse,
        email: String,
        _ client: any TestClientProtocol
    ) async throws -> (page: String, visitor: Visitor) {
        func field(_ name: String) throws -> String {
            let found = try #require(answer.text.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))
            return Self.plain(String(try #require(found.output[1].substring)))
        }
        let fields = [
            "email": email, "password": password, "to": try field("to"), "kept": try field("kept"),
        ]
        let entered = try await client.execute(
            uri: "/en/sign-in",
            method: .post,
            headers: [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: Visitor.encoded(fields))
        )
        #expect(entered.status == .ok)
        let cookie = try #require(entered.headers[.setCookie]?.split(separator: ";").first?.split(separator: "=").last)
        return (entered.text, Visitor(session: try #require(Secret(cookie))))
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// The fields of the page that goes on, as a browser would send them with its button.
    private static func fields(of page: String) -> [String: String] {
        let main = page.components(separatedBy: "<main").last ?? ""
        var fields = ["action": "show"]
        for found in main.matches(of: #/name="([^"]*)" value="([^"]*)"/#) {
            fields[plain(String(found.1))] = plain(String(found.2))
        }
        return fields
    }

    private static func withPassword(
        _ service: Service,
        _ role: Party.Role,
        _ body: String
    ) async throws -> (
        visitor: Visitor, email: String
    ) {
        let visitor = try service.enter(body, role)
        let member = try #require(try service.portal.accounts.member(in: visitor.session, at: service.portal.now))
        let session = try await service.portal.accounts.set(
            password: password,
            of: member,
            keeping: visitor.session,
            at: service.portal.now
        )
        return (Visitor(session: try #require(session)), member.person.email)
    }

    @Test("a report whose writer's session had ended stands in the form again after signing in; nothing was sent")
    func report() async throws {
        let service = try Service()
        let (agency, email) = try await Self.withPassword(service, .agency, "moi")
        service.advance(by: 3_600)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.typed, client)
            #expect(answer.status == .unauthorized)
            #expect(answer.text.contains("what you typed is kept"))
            let (page, visitor) = try await Self.signInAgain(service, from: answer, email: email, client)
            var fields = Self.fields(of: page)
            fields[PortalRequest.tokenField] = nil
            let again = try await visitor.post(Self.report, fields, client)
            #expect(again.status == .ok)
            #expect(again.text.contains("value=\"104.5\""))
            #expect(again.text.contains("Counted &lt;twice&gt; &amp; checked"))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("a form with a large document gives back what was typed, though the document has to be chosen again")
    func withDocument() async throws {
        let service = try Service()
        let (agency, email) = try await Self.withPassword(service, .agency, "moi")
        service.advance(by: 3_600)
        let document = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x20, count: 2_000_000) + Array("%%EOF".utf8)
        try await service.visit { client in
            let answer = try await agency.post(
                Self.report,
                Self.typed,
                file: ("document", "order.pdf", document),
                client
            )
            #expect(answer.status == .unauthorized)
            let (page, visitor) = try await Self.signInAgain(service, from: answer, email: email, client)
            var fields = Self.fields(of: page)
            fields[PortalRequest.tokenField] = nil
            let again = try await visitor.post(Self.report, fields, client)
            #expect(again.text.contains("value=\"104.5\""))
        }
    }

    @Test("a document that is too large takes nothing away that was typed beside it")
    func tooLarge() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let document = [UInt8](repeating: 0x20, count: AttachmentStore.largest + 400_000)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.typed, file: ("document", "a.pdf", document), client)
            #expect(answer.status == .contentTooLarge)
            #expect(answer.text.contains("up to 20 MB"))
            var fields = Self.fields(of: answer.text)
            fields[PortalRequest.tokenField] = nil
            let again = try await agency.post(Self.report, fields, client)
            #expect(again.status == .ok)
            #expect(again.text.contains("value=\"104.5\""))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("a form that was opened before somebody signed in anew is given back, and changes nothing by itself")
    func otherSession() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let before = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.typed, client, token: before.token)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("value=\"104.5\""))
            #expect(!answer.text.contains(before.token))
            #expect(!answer.text.contains("value=\"send\""))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("where somebody else of the agency sent meanwhile, what she sent is shown beside what was typed")
    func meanwhile() async throws {
        let service = try Service()
        let first = try service.enter("moi", .agency)
        let second = try service.enter("moi", .agency)
        try await service.visit { client in
            let other = Self.typed.merging(["request": "r-2", "value": "77", "evidence": "Order"]) { $1 }
            #expect(try await second.post(Self.report, other, client).status == .seeOther)
            let answer = try await first.post(Self.report, Self.typed, client)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("<dd>77</dd>"))
            #expect(answer.text.contains("value=\"104.5\""))
        }
    }

    @Test("of a period that is closed the form says so before anything is typed, and keeps what is typed all the same")
    func closed() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let office = try service.enter("office", .secretariat)
        try await service.visit { client in
            let lock = ["period": "2021-H1", "change": "lock"]
            #expect(try await office.post("/en/office/period", lock, client).status == .seeOther)
            #expect(try await agency.get(Self.report, client).text.contains("The period is closed"))
            for action in ["check", "send"] {
                let whole = Self.typed.merging(["action": action, "evidence": "Order", "value": "104"]) { $1 }
                let answer = try await agency.post(Self.report, whole, client)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("value=\"104\""))
                #expect(answer.text.contains("<li>The period is closed"))
            }
        }
        #expect(try service.records().isEmpty)
    }

    @Test("a reviewer's decision that came after her session is shown again and not taken")
    func review() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let (reviewer, email) = try await Self.withPassword(service, .secretariat, "office")
        let address = "/en/review/moi/i-trained/2021-H1"
        try await service.visit { client in
            let sent = Self.typed.merging(["value": "104"]) { $1 }
            #expect(try await agency.post(Self.report, sent, client).status == .seeOther)
            service.advance(by: 3_600)
            let answer = try await reviewer.post(
                address,
                ["decision": "returned", "version": "1", "reason": "Which order?"],
                client
            )
            #expect(answer.status == .unauthorized)
            let (page, visitor) = try await Self.signInAgain(service, from: answer, email: email, client)
            var fields = Self.fields(of: page)
            fields[PortalRequest.tokenField] = nil
            let again = try await visitor.post(address, fields, client)
            #expect(again.status == .ok)
            #expect(again.text.contains("Which order?"))
        }
        #expect(try service.records().first?.state == .submitted)
    }

    @Test(
        "what the office had typed comes back after an error and after a session that ended",
        arguments: [
            ("office/decision", "text", "Report within a month"), ("office/freeze", "meeting", "the 12th"),
            ("people", "name", "Aýna Orazowa"),
        ]
    )
    func office(path: String, field: String, text: String) async throws {
        let service = try Service()
        let (secretariat, email) = try await Self.withPassword(service, .secretariat, "office")
        let form = [
            field: text, "of": String(path.split(separator: "/").last ?? ""), "as-of": "2031-01-01", "due": "x",
        ]
        try await service.visit { client in
            let wrong = try await secretariat.post("/en/\(path)", form, client)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains(text))
            service.advance(by: 3_600)
            let answer = try await secretariat.post("/en/\(path)", form, client)
            #expect(answer.status == .unauthorized)
            let (page, visitor) = try await Self.signInAgain(service, from: answer, email: email, client)
            var fields = Self.fields(of: page)
            fields[PortalRequest.tokenField] = nil
            // What was typed is sent to where the form was sent, which shows it.
            let target = try #require(page.firstMatch(of: #/<form method="post" action="([^"]*)">/#))
            #expect(String(target.1) == "/en/\(path)")
            let again = try await visitor.post(String(target.1), fields, client)
            #expect(again.status == .ok)
            #expect(again.text.contains(text))
        }
        #expect(try service.tracker.decisions().isEmpty)
    }

    @Test("every form that is given back goes to a handler that shows it; no secret and no token goes along")
    func secrets() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        service.advance(by: 3_600)
        try await service.visit { client in
            let answer = try await agency.post("/en/account", ["password": "a secret that nobody knows"], client)
            #expect(answer.status == .unauthorized)
            #expect(!answer.text.contains("nobody"))
            #expect(!answer.text.contains(agency.token))
            #expect(!answer.text.contains("name=\"kept\""))
            let report = try await agency.post(Self.report, Self.typed, client)
            #expect(!report.text.contains(agency.token))
        }
        #expect(Portal.routes.count { $0.givesBack } == 8)
    }

    @Test("of what somebody sends who is not signed in little is kept, and more than the route takes is refused")
    func anonymous() async throws {
        let service = try Service()
        let stranger = Visitor(session: Secret())
        try await service.visit { client in
            for (count, status) in [(10_000_000, HTTPResponse.Status.unauthorized), (30_000_000, .contentTooLarge)] {
                let answer = try await stranger.post(
                    Self.report,
                    Self.typed,
                    file: ("document", "a.pdf", [UInt8](repeating: 0x20, count: count)),
                    client
                )
                #expect(answer.status == status)
                #expect(answer.text.utf8.count < 100_000)
            }
        }
    }
}
