import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing
import TransparencyLog

@testable import Portal

@Suite("From an invitation to a verified report")
struct StoryTests {
    private static let report = "/en/report/i-trained/2021-H1"

    private static func fields(_ more: [String: String] = [:]) -> [String: String] {
        [
            "basis": "0", "request": "r-1", "answer": "value", "value": "104", "evidence": "Order No. 14",
            "evidence-url": "https://example.org/14", "action": "send",
        ]
        .merging(more) { $1 }
    }

    @Test("a focal point sends a report, a reviewer sends it back with a reason, it is sent again and verified")
    func wholeStory() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let reviewer = try service.enter("office", .secretariat)
        try await service.visit { client in
            #expect(try await agency.get("/en/due", client).text.contains("People trained"))
            let sent = try await agency.post(Self.report, Self.fields(), client)
            #expect(sent.status == .seeOther)
            let receipt = try await agency.get("/en/receipt/i-trained/2021-H1", client)
            #expect(receipt.status == .ok)
            let signer = try #require(service.portal.options.signer)
            #expect(throws: Never.self) { _ = try Receipt(receipt.text).verify(with: [signer.verifier]) }

            #expect(try await reviewer.get("/en/review", client).text.contains("People trained"))
            let address = "/en/review/moi/i-trained/2021-H1"
            let silent = try await reviewer.post(address, ["decision": "returned", "version": "1"], client)
            #expect(silent.status == .unprocessableContent)
            service.advance(by: 60)
            let returned = try await reviewer.post(
                address,
                ["decision": "returned", "version": "1", "reason": "Which order?"],
                client
            )
            #expect(returned.status == .seeOther)
            #expect(try await agency.get("/en/due", client).text.contains("Which order?"))

            service.advance(by: 60)
            let again = try await agency.post(Self.report, Self.fields(["basis": "1", "request": "r-2"]), client)
            #expect(again.status == .seeOther)
            service.advance(by: 60)
            let verified = try await reviewer.post(address, ["decision": "verified", "version": "2"], client)
            #expect(verified.status == .seeOther)
            #expect(try await reviewer.get("/en/review", client).text.contains("No report waits"))
        }
        let record = try #require(service.ledger.snapshot(knownAt: service.portal.now).records.first)
        #expect(record.state == .verified)
        #expect(record.versions.count == 2)
    }

    @Test("an error gives back what was typed, beside the field that is wrong")
    func errors() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(
                Self.report,
                Self.fields(["value": "thirty", "comment": "seen <twice>"]),
                client
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("value=\"thirty\""))
            #expect(answer.text.contains("seen &lt;twice&gt;"))
            #expect(answer.text.contains("aria-invalid=\"true\""))
        }
        #expect(try service.ledger.snapshot(knownAt: service.portal.now).records.isEmpty)
    }

    @Test("before she sends, a focal point sees what status would follow; nothing is stored")
    func preview() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.fields(["action": "check"]), client)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("If you send this"))
            #expect(answer.text.contains("class=\"status status-"))
        }
        #expect(try service.ledger.snapshot(knownAt: service.portal.now).records.isEmpty)
    }

    @Test("pressing send twice makes one report")
    func twice() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await agency.post(Self.report, Self.fields(), client)
            let before = try service.ledger.count()
            let second = try await agency.post(Self.report, Self.fields(["basis": "1"]), client)
            #expect(second.status == .seeOther)
            #expect(try service.ledger.count() == before)
        }
    }

    @Test("where somebody else of the agency sent meanwhile, nothing is overwritten and what was typed comes back")
    func conflict() async throws {
        let service = try Service()
        let first = try service.enter("moi", .agency)
        let second = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await first.post(Self.report, Self.fields(), client)
            let late = try await second.post(Self.report, Self.fields(["value": "99", "request": "r-9"]), client)
            #expect(late.status == .conflict)
            #expect(late.text.contains("value=\"99\""))
        }
        let record = try #require(service.ledger.snapshot(knownAt: service.portal.now).records.first)
        #expect(record.versions.count == 1)
    }

    @Test("a draft is kept word for word, even where it is wrong, and only its writer sees it")
    func drafts() async throws {
        let service = try Service()
        let writer = try service.enter("moi", .agency)
        let colleague = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await writer.post(Self.report, Self.fields(["value": "about 100", "action": "draft"]), client)
            #expect(try await writer.get(Self.report, client).text.contains("value=\"about 100\""))
            #expect(try await writer.get("/en/due", client).text.contains("draft kept"))
            #expect(try await !colleague.get(Self.report, client).text.contains("about 100"))
        }
    }

    @Test("nothing to report, does not apply and zero are three things")
    func absences() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        func sent(_ fields: [String: String], _ item: String) async throws -> ReportContent.Body? {
            try await service.visit { client in
                let answer = try await agency.post("/en/report/\(item)/2021-H1", Self.fields(fields), client)
                #expect(answer.status == .seeOther, "\(answer.text)")
            }
            return try service.ledger.snapshot(knownAt: service.portal.now).records
                .first { $0.key.item.rawValue == item }?
                .versions.last?
                .content.body
        }
        let comment = ["comment": "Counted by hand."]
        #expect(try await sent(["value": "0"].merging(comment) { $1 }, "i-trained") == .value(.number(0)))
        let none = ["answer": "nil", "value": "7", "request": "r-2"].merging(comment) { $1 }
        #expect(try await sent(none, "i-stage") == .nilReport)
        let outside = ["answer": "not-applicable", "not-applicable": "Not in force", "request": "r-3"]
            .merging(comment) { $1 }
        #expect(try await sent(outside, "i-share") == .notApplicable(LocalizedText("Not in force", language: "ru")))
    }
}
