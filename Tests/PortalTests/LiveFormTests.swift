import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("A form that is looked at while it is filled in")
struct LiveFormTests {
    private static let report = "/en/report/i-trained/2021-H1"

    private static func fields(_ more: [String: String] = [:]) -> [String: String] {
        ["basis": "0", "answer": "value", "value": "104", "comment": "c", "action": "look"].merging(more) { $1 }
    }

    @Test("a look tells what would be said, under the form, and keeps a draft; nothing is stored")
    func look() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(Self.report, Self.fields(), client)
            #expect(answer.status == .ok)
            let place = try #require(answer.text.firstRange(of: "id=\"outlook\""))
            let after = String(answer.text[place.upperBound...])
            #expect(after.contains("If you send this"))
            #expect(after.contains("class=\"status status-"))
            #expect(try await agency.get(Self.report, client).text.contains("value=\"104\""))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("the parts of a figure are added up, and it is said whether they make it")
    func sums() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let cases = [
            ("60", "44", "Together 104, as the figure says"), ("60", "40", "Together 100, but the figure is 104"),
            ("", "", ""), ("60", "about 40", ""),
        ]
        try await service.visit { client in
            for (female, male, expected) in cases {
                let answer = try await agency.post(
                    Self.report,
                    Self.fields(["sex:female": female, "sex:male": male]),
                    client
                )
                let said = try #require(
                    answer.text.firstMatch(of: #/id="sum-sex"[^>]*>(?:<span class="off">)?([^<]*)</#)
                )
                #expect(String(said.1) == expected)
            }
        }
    }

    @Test("what is wrong with the parts together is said of them all, and what is wrong with one at that one")
    func wrongSum() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let form = Self.fields(["sex:female": "60", "sex:male": "40"])
            let page = try await agency.post(Self.report, form, client).text
            let said = try #require(page.firstMatch(of: #/id="sex:sum" tabindex="-1">(.*?)<\/div><div class="field/#))
            #expect(said.1.contains("The breakdown adds up to 100"))
            #expect(!page.contains("id=\"sex:female-problem\""))
            let unread = try await agency.post(Self.report, Self.fields(["sex:female": "few"]), client).text
            #expect(unread.contains("id=\"sex:female-problem\""))
            #expect(unread.contains("id=\"sex:sum\" tabindex=\"-1\"></div>"))
        }
    }

    @Test("of what does not apply the reason is asked for")
    func notApplicable() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let page = try await agency.post(Self.report, Self.fields(["answer": "not-applicable"]), client)
            #expect(page.text.contains("<a href=\"#not-applicable\">Say why it does not apply to this period.</a>"))
        }
    }

    @Test("the form shows the last value, the target, what is asked and a chart beside it")
    func background() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            _ = try await agency.post(
                Self.report,
                Self.fields(["action": "send", "request": "r-1"]),
                client
            )
            service.advance(by: 170 * 86_400)
            let again = try service.enter("moi", .agency, name: "Later")
            let page = try await again.get("/en/report/i-trained/2021-H2", client).text
            let aside = try #require(page.components(separatedBy: "<aside").last)
            for text in ["104 (first half of 2021)", "Target", ">100<", "Due by", "<svg"] {
                #expect(aside.contains(text), "\(text)")
            }
        }
    }
}
