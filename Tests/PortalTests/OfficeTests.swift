import Accounts
import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing
import Tracker
import TransparencyLog

@testable import Portal

@Suite("The office of the coordinating body")
struct OfficeTests {
    @Test("an assessment that was frozen for a meeting can be made again after more was reported, and is proved")
    func freeze() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let chair = try service.enter("office", .chair)
        let report = [
            "basis": "0", "request": "r-1", "answer": "value", "value": "104", "comment": "c", "action": "send",
        ]
        try await service.visit { client in
            let frozen = try await chair.post(
                "/en/office/freeze",
                ["as-of": "2021-07-10", "meeting": "12th meeting"],
                client
            )
            #expect(frozen.status == .seeOther)
            service.advance(by: 60)
            #expect(try await agency.post("/en/report/i-trained/2021-H1", report, client).status == .seeOther)
            let page = try await chair.get("/en/office", client).text
            let (number, event) = try #require(try service.tracker.numberedPublications().last)
            #expect(event.purpose == .frozen)
            #expect(event.meeting == "12th meeting")
            #expect(page.contains(event.sha256))
            for pack in event.packs { #expect(page.contains(pack.sha256)) }
            let again = try await chair.get("/en/office/assessment/\(number)/json", client)
            #expect(again.status == .ok)
            #expect(!again.text.contains("Counted"))
            let receipt = try await chair.get("/en/office/assessment/\(number)/receipt", client)
            let signer = try #require(service.portal.options.signer)
            #expect(throws: Never.self) { _ = try Receipt(receipt.text).verify(with: [signer.verifier]) }
            #expect(try await chair.get("/en/office/assessment/1/json", client).status == .notFound)
        }
    }

    @Test("what is missing in one of the forms is told at its field, and linked to from above")
    func missing() async throws {
        let service = try Service()
        let chair = try service.enter("office", .chair)
        let cases: [(path: String, fields: [String: String], field: String)] = [
            ("freeze", ["as-of": "2021-07-10"], "freeze-meeting"),
            ("freeze", ["as-of": "2031-07-10", "meeting": "12"], "freeze-as-of"),
            ("publication", ["as-of": "10 July"], "publication-as-of"),
            ("decision", ["meeting": "12"], "decision-text"), ("decision", ["text": "Send it."], "decision-meeting"),
            ("decision", ["meeting": "12", "text": "Send it.", "due": "soon"], "decision-due"),
        ]
        try await service.visit { client in
            for (path, fields, field) in cases {
                let form = fields.merging(["of": path]) { $1 }
                let answer = try await chair.post("/en/office/\(path)", form, client)
                #expect(answer.status == .unprocessableContent, "\(field)")
                #expect(answer.text.contains("<a href=\"#\(field)\">"), "\(field)")
                #expect(answer.text.components(separatedBy: "aria-invalid").count == 2, "\(field)")
                #expect(answer.text.contains("id=\"\(field)-problem\""), "\(field)")
            }
        }
        #expect(try service.tracker.decisions().isEmpty)
    }

    @Test("a review of a period that is closed is told to be impossible, and the reason comes back")
    func closedPeriod() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let office = try service.enter("office", .secretariat)
        try await service.visit { client in
            let report = [
                "basis": "0", "request": "r-1", "answer": "value", "value": "104", "comment": "c", "action": "send",
                "evidence": "Order",
            ]
            #expect(try await agency.post("/en/report/i-trained/2021-H1", report, client).status == .seeOther)
            let lock = ["period": "2021-H1", "change": "lock"]
            #expect(try await office.post("/en/office/period", lock, client).status == .seeOther)
            let decision = ["decision": "returned", "reason": "Which <order>?", "version": "1"]
            let answer = try await office.post("/en/review/moi/i-trained/2021-H1", decision, client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("The period is closed"))
            #expect(answer.text.contains("Which &lt;order&gt;?"))
        }
        #expect(try service.records().first?.reviews == [])
    }

    @Test("several reports are sent back with one reason, or verified, together")
    func many() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let reviewer = try service.enter("office", .reviewer)
        try await service.visit { client in
            for item in ["i-trained", "i-share"] {
                let fields = [
                    "basis": "0", "request": item, "answer": "value", "value": "104", "numerator": "1",
                    "denominator": "2", "comment": "c", "action": "send",
                ]
                .filter { item == "i-share" ? $0.key != "value" : !["numerator", "denominator"].contains($0.key) }
                #expect(try await agency.post("/en/report/\(item)/2021-H1", fields, client).status == .seeOther)
            }
            service.advance(by: 60)
            let both = ["moi/i-trained/2021-H1/1", "moi/i-share/2021-H1/1"]
            func post(_ action: String, _ reason: String) async throws -> TestResponse {
                var body = both.map { "report=\(PercentEncoding.encoded($0))" }
                body += ["action=\(action)", "reason=\(reason)", "\(PortalRequest.tokenField)=\(reviewer.token)"]
                return try await client.execute(
                    uri: "/en/review",
                    method: .post,
                    headers: reviewer.headers([
                        .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded",
                    ]),
                    body: ByteBuffer(string: body.joined(separator: "&"))
                )
            }
            let silent = try await post("return", "")
            #expect(silent.status == .unprocessableContent)
            // What was ticked is still ticked.
            #expect(silent.text.components(separatedBy: " checked").count == 3)
            #expect(try await post("return", "Which+order").status == .seeOther)
        }
        #expect(try service.records().allSatisfy { $0.state == .returned })
    }

    @Test("the secretariat gives an account another role and takes one; nobody changes their own")
    func roles() async throws {
        let service = try Service()
        let secretariat = try service.enter("office", .secretariat)
        let agency = try service.enter("moi", .agency)
        let account = try #require(try service.portal.accounts.member(in: agency.session, at: service.portal.now))
            .account
        let own = try #require(try service.portal.accounts.member(in: secretariat.session, at: service.portal.now))
            .account
        try await service.visit { client in
            service.advance(by: 60)
            let given = try await secretariat.post(
                "/en/people/\(account)",
                ["action": "grant", "given": "moe/agency"],
                client
            )
            #expect(given.status == .seeOther)
            #expect(try service.ledger.account(account)?.grants.count == 2)
            service.advance(by: 60)
            let taken = try await secretariat.post(
                "/en/people/\(account)",
                ["action": "revoke", "taken": "moi/agency"],
                client
            )
            #expect(taken.status == .seeOther)
            #expect(try service.ledger.account(account)?.grants.map(\.body) == ["moe"])
            #expect(try await agency.get("/en/report/i-trained/2021-H1", client).status == .notFound)
            let herself = try await secretariat.post(
                "/en/people/\(own)",
                ["action": "grant", "given": "moi/agency"],
                client
            )
            #expect(herself.status == .unprocessableContent)
        }
    }

    @Test("who runs the plan sees of each agency what it owes, by when, and who answers for it")
    func deadlines() async throws {
        let service = try Service()
        let secretariat = try service.enter("office", .secretariat)
        _ = try service.enter("moi", .agency, name: "Aýna Orazowa")
        try await service.visit { client in
            let page = try await secretariat.get("/en/deadlines", client).text
            #expect(page.contains("Aýna Orazowa"))
            #expect(page.contains("15\u{A0}Jul\u{A0}2021"))
            #expect(page.contains("nobody has an account"))
        }
    }

    @Test("the link in a reminder opens a button, and mail programs may press it for their reader (RFC 8058)")
    func optOut() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let member = try #require(try service.portal.accounts.member(in: agency.session, at: service.portal.now))
        let link = try service.portal.accounts.note(["due-7 x"], to: member.account, at: service.portal.now)
        let path = "/ru/reminders/off/\(link.text)"
        @Sendable func wants() throws -> Bool? {
            try service.portal.accounts.person(of: member.account, at: service.portal.now)?.wantsReminders
        }
        try await service.visit { client in
            #expect(try await client.execute(uri: path, method: .get).status == .ok)
            #expect(try wants() == true)
            let pressed = try await client.execute(
                uri: path,
                method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: "List-Unsubscribe=One-Click")
            )
            #expect(pressed.status == .ok)
            #expect(try wants() == false)
            let none = "/en/reminders/off/\(Secret().text)"
            #expect(try await client.execute(uri: none, method: .post).status == .notFound)
            // Nothing else can be reached in that way.
            #expect(try await client.execute(uri: "/en/reminders/off/x/y", method: .post).status == .forbidden)
        }
    }
}
