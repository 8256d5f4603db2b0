import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Portal

@Suite("Several reports on one page")
struct ManyReportsTests {
    private static let page = "/en/reports"

    private static func fields(_ more: [String: String] = [:]) -> [String: String] {
        [
            "request": "m-1", "action": "send",
            "r1.item": "i-manual", "r1.period": "2021-H1", "r1.basis": "0",
            "r2.item": "i-share", "r2.period": "2021-H1", "r2.basis": "0", "r2.numerator": "3", "r2.denominator": "4",
            "r2.comment": "From the register.",
            "r3.item": "i-trained", "r3.period": "2021-H1", "r3.basis": "0", "r3.value": "104",
            "r3.comment": "By hand.",
        ]
        .merging(more) { $1 }
    }

    @Test("those that are filled in are sent together, those left empty are not")
    func send() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let page = try await agency.get(Self.page, client).text
            for name in ["r1.item", "r2.item", "r3.item", "r4.item"] { #expect(page.contains("name=\"\(name)\"")) }
            let sent = try await agency.post(Self.page, Self.fields(), client)
            #expect(sent.status == .seeOther)
            #expect(sent.headers[.location] == "/en/due?sent=2")
        }
        #expect(try service.records().map(\.key.item.rawValue).sorted() == ["i-share", "i-trained"])
    }

    @Test("where one is wrong none is sent, and what was typed comes back with what is wrong at its field")
    func allOrNone() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.page, Self.fields(["r3.value": "thirty"]), client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"r3.value-problem\""))
            #expect(!answer.text.contains("id=\"r2.numerator-problem\""))
            #expect(answer.text.contains("value=\"thirty\""))
            #expect(answer.text.contains("From the register."))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("a check tells for each what would be said, and stores nothing")
    func check() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.page, Self.fields(["action": "check"]), client)
            #expect(answer.status == .ok)
            #expect(answer.text.components(separatedBy: "If you send this").count == 3)
        }
        #expect(try service.records().isEmpty)
    }

    @Test("what is kept as a draft there stands on the report's own page too, and the other way round")
    func drafts() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await agency.post(Self.page, Self.fields(["action": "draft", "r3.value": "about 100"]), client)
            #expect(try await agency.get("/en/report/i-trained/2021-H1", client).text.contains("value=\"about 100\""))
            #expect(try await !agency.get("/en/due", client).text.contains("Manual printed</a></h3><p>draft"))
            _ = try await agency.post(
                "/en/report/i-stage/2021-H1",
                ["answer": "value", "value": "adopted", "comment": "since May", "action": "draft"],
                client
            )
            #expect(try await agency.get(Self.page, client).text.contains("since May"))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("pressing send twice makes each report once")
    func twice() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await agency.post(Self.page, Self.fields(), client)
            let count = try service.ledger.count()
            let again = try await agency.post(
                Self.page,
                Self.fields(["r2.basis": "1", "r3.basis": "1"]),
                client
            )
            #expect(again.status == .seeOther)
            #expect(try service.ledger.count() == count)
        }
    }

    @Test("a report that somebody else sent meanwhile keeps all from being sent, and is marked")
    func conflict() async throws {
        let service = try Service()
        let first = try service.enter("moi", .agency)
        let second = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await first.post(
                "/en/report/i-trained/2021-H1",
                ["basis": "0", "answer": "value", "value": "99", "comment": "c", "action": "send", "request": "x"],
                client
            )
            let late = try await second.post(Self.page, Self.fields(), client)
            #expect(late.status == .conflict)
            #expect(late.text.contains("Somebody else of your agency sent this report"))
            #expect(late.text.contains("value=\"104\""))
        }
        #expect(try service.records().map(\.key.item.rawValue) == ["i-trained"])
        #expect(try service.records().first?.versions.count == 1)
    }

    @Test("a report of another agency is not among those that are taken")
    func otherAgency() async throws {
        let service = try Service()
        let stranger = try service.enter("moe", .agency)
        try await service.visit { client in
            let answer = try await stranger.post(Self.page, Self.fields(), client)
            #expect(answer.status == .ok)
            #expect(!answer.text.contains("value=\"104\""))
        }
        #expect(try service.records().isEmpty)
    }
}
