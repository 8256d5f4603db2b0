import Accounts
import ActionPlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("The list of reports that wait for a review")
struct ReviewQueueTests {
    /// A service with three reports that wait: one in time, one late, and one that contradicts the rules.
    private static func begun() async throws -> (service: Service, reviewer: Visitor) {
        let service = try Service { plan in
            plan + """
                        indicators:
                          - id: i-meetings
                            title: {en: Meetings held}
                            measure: unit
                            unit: {en: meetings}
                            direction: increase
                            accumulation: per-period

                """
        }
        let early = try service.enter("moi", .agency)
        try await service.visit { client in
            try await send("i-manual", ["value": "no"], by: early, client)
            try await send("i-trained", ["value": "5", "claim": "achieved"], by: early, client)
        }
        service.advance(by: 20 * 86_400)
        let other = try service.enter("moe", .agency)
        try await service.visit { client in
            try await send("i-meetings", ["value": "7"], by: other, client)
        }
        service.advance(by: 60)
        return (service, try service.enter("office", .reviewer))
    }

    private static func send(
        _ item: String,
        _ fields: [String: String],
        by agency: Visitor,
        _ client: any TestClientProtocol
    ) async throws {
        let form = ["basis": "0", "request": item, "answer": "value", "comment": "c", "action": "send"]
        let answer = try await agency.post("/en/report/\(item)/2021-H1", form.merging(fields) { $1 }, client)
        #expect(answer.status == .seeOther, "\(item)")
    }

    /// The reports in a page of the list, by their links.
    private static func reports(in page: TestResponse) -> [String] {
        page.text.matches(of: #/<a href="\/en\/review\/([a-z]+\/[a-z0-9-]+)\/2021-H1/#).map { String($0.1) }
    }

    @Test("it is narrowed to an agency, to what is contradictory, and to what came late")
    func filters() async throws {
        let (service, reviewer) = try await Self.begun()
        try await service.visit { client in
            let all = ["moi/i-manual", "moi/i-trained", "moe/i-meetings"]
            for (query, expected) in [
                ("", all), ("?agency=moe", ["moe/i-meetings"]), ("?matter=findings&agency=moi", ["moi/i-trained"]),
                ("?matter=late", ["moe/i-meetings"]), ("?matter=late&agency=moi", []),
                // What is no agency, no matter and no page narrows nothing.
                ("?matter=other&agency=none&from=-9", all), ("?from=99999999999999999999", all),
            ] {
                let page = try await reviewer.get("/en/review\(query)", client)
                #expect(Set(Self.reports(in: page)) == Set(expected), "\(query)")
            }
        }
    }

    @Test("each way of narrowing says how many reports it shows, without scripts")
    func counts() async throws {
        let (service, reviewer) = try await Self.begun()
        try await service.visit { client in
            let page = try await reviewer.get("/en/review?agency=moi", client).text
            for (address, count) in [
                ("/en/review?agency=moi", 2), ("/en/review?agency=moi&amp;matter=findings", 1),
                ("/en/review?agency=moi&amp;matter=late", 0),
            ] {
                let link = try #require(page.range(of: "<li><a href=\"\(address)\"", options: .backwards), "\(address)")
                #expect(page[link.upperBound...].prefix(120).contains("class=\"count\">\(count)<"), "\(address)")
            }
            #expect(page.contains("<option value=\"moi\" selected>Interior (2)"))
            #expect(page.contains("<option value=\"moe\">Education (1)"))
            #expect(page.contains("/ru/review?agency=moi"))
            let late = try await reviewer.get("/en/review?matter=late", client).text
            #expect(late.contains("15\u{A0}days late"))
            #expect(late.contains("<option value=\"moi\">Interior (0)"))
        }
    }

    @Test(
        "after a decision on one report or on several the same part of it is shown",
        arguments: ["verified", "returned"]
    )
    func place(decision: String) async throws {
        let (service, reviewer) = try await Self.begun()
        try await service.visit { client in
            let address = "/en/review/moi/i-trained/2021-H1"
            let page = try await reviewer.get("\(address)?agency=moi&matter=findings", client).text
            #expect(page.contains("href=\"/en/review?agency=moi&amp;matter=findings\""))
            #expect(
                page.contains("name=\"agency\" value=\"moi\"") && page.contains("name=\"matter\" value=\"findings\"")
            )
            let place = ["agency": "moi", "matter": "findings"]
            let silent = try await reviewer.post(address, place.merging(["version": "1"]) { $1 }, client)
            #expect(silent.status == .unprocessableContent)
            #expect(silent.text.contains("name=\"matter\" value=\"findings\""))
            let one = place.merging(["decision": decision, "reason": "Which?", "version": "1"]) { $1 }
            let done = try await reviewer.post(address, one, client)
            #expect(done.status == .seeOther)
            let location = try #require(done.headers[.location])
            #expect(location.hasPrefix("/en/review?agency=moi&matter=findings&\(decision)=1&report="))
            let next = try await reviewer.get(location, client)
            #expect(next.text.contains("People trained"))
            #expect(next.text.contains("No such report waits"))

            let many = [
                "report": "moi/i-manual/2021-H1/1", "agency": "moi",
                "action": decision == "verified" ? "verify" : "return",
            ]
            let without = try await reviewer.post("/en/review", ["action": "verify", "agency": "moi"], client)
            #expect(without.status == .unprocessableContent)
            #expect(Self.reports(in: without) == ["moi/i-manual"])
            let all = try await reviewer.post("/en/review", many.merging(["reason": "Which?"]) { $1 }, client)
            #expect(all.headers[.location] == "/en/review?agency=moi&\(decision)=1")
        }
    }

    @Test("a reviewer sees what the plan asks for beside what was reported")
    func asked() async throws {
        let (service, reviewer) = try await Self.begun()
        try await service.visit { client in
            let page = try await reviewer.get("/en/review/moi/i-trained/2021-H1", client).text
            let aside = try #require(page.components(separatedBy: "<aside").last)
            for text in ["What is asked", "Code", "Due by"] { #expect(aside.contains(text), "\(text)") }
        }
    }

    @Test("a session that ended while reports were ticked gives back the ticks and the place")
    func lostSession() async throws {
        let (service, reviewer) = try await Self.begun()
        try await service.visit { client in
            let ticked = ["report": "moi/i-manual/2021-H1/1", "agency": "moi", "action": "show"]
            let page = try await reviewer.post("/en/review", ticked, client)
            #expect(Set(Self.reports(in: page)) == ["moi/i-manual", "moi/i-trained"])
            #expect(page.text.components(separatedBy: " checked").count == 2)
            // What is ticked is in sight, whatever is shown besides: nobody decides on what she does not see.
            let hidden = try await reviewer.post("/en/review", ticked.merging(["matter": "late"]) { $1 }, client)
            #expect(Self.reports(in: hidden) == ["moi/i-manual"])
        }
    }

    @Test("a long list comes in pages, each keeps what is chosen, and the last is never past the end")
    func pages() async throws {
        let more = ReviewQueuePage.most + 5
        let service = try Service { plan in
            let indicators = (1...more)
                .map { number in
                    """
                          - id: i-more-\(number)
                            title: {en: More \(number)}
                            measure: unit
                            unit: {en: persons}
                            direction: increase
                            accumulation: per-period

                    """
                    .split(separator: "\n").map { "    \($0)\n" }.joined()
                }
            return plan.replacing("          - id: i-share", with: indicators.joined() + "          - id: i-share")
        }
        let agency = try service.enter("moi", .agency)
        let reviewer = try service.enter("office", .reviewer)
        try await service.visit { client in
            for number in 1...more {
                try await Self.send("i-more-\(number)", ["value": "\(number)"], by: agency, client)
            }
            service.advance(by: 60)
            let first = try await reviewer.get("/en/review?agency=moi", client)
            #expect(Self.reports(in: first).count == ReviewQueuePage.most)
            #expect(first.text.contains("1 to \(ReviewQueuePage.most) of \(more)"))
            #expect(first.text.contains("/en/review?agency=moi&amp;from=\(ReviewQueuePage.most)"))
            let last = try await reviewer.get("/en/review?agency=moi&from=\(ReviewQueuePage.most)", client)
            #expect(Self.reports(in: last).count == 5)
            #expect(Set(Self.reports(in: first)).isDisjoint(with: Self.reports(in: last)))
            #expect(last.text.contains("name=\"from\" value=\"\(ReviewQueuePage.most)\""))
            let past = try await reviewer.get("/en/review?from=5000", client)
            #expect(Self.reports(in: past).count == 5)
        }
    }
}
