import ActionPlan
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("Calendars and feeds of the service")
struct FeedTests {
    @Test("nothing is there before anything was published, and then both are, for all and for an agency")
    func published() async throws {
        let service = try Service()
        let office = try service.enter("office", .secretariat)
        let addresses = [
            "/calendar.ics", "/feed.atom", "/ru/calendar.ics", "/tk/feed.atom", "/en/agency/moi/calendar.ics",
            "/ru/agency/moi/feed.atom",
        ]
        try await service.visit { client in
            func status(_ path: String) async throws -> HTTPResponse.Status {
                try await client.execute(uri: path, method: .get) { $0.status }
            }
            for address in addresses { #expect(try await status(address) == .notFound, "\(address)") }
            let answer = try await office.post("/en/office/publication", ["as-of": "2021-07-10"], client)
            #expect(answer.status == .seeOther)
            for address in addresses {
                let (found, type, text) = try await client.execute(uri: address, method: .get) {
                    ($0.status, $0.headers[.contentType] ?? "", String(buffer: $0.body))
                }
                #expect(found == .ok, "\(address)")
                #expect(type.hasPrefix(address.hasSuffix("ics") ? "text/calendar" : "application/atom+xml"))
                #expect(text.hasPrefix(address.hasSuffix("ics") ? "BEGIN:VCALENDAR" : "<?xml"))
            }
            for address in ["/xx/calendar.ics", "/en/agency/nobody/calendar.ics", "/en/agency/../feed.atom"] {
                #expect(try await status(address) == .notFound, "\(address)")
            }
        }
    }

    @Test("a program reads the plan's calendar in any of its languages, and the feed once something was published")
    func programs() async throws {
        let service = try Service()
        let program = try service.program("moi")
        let office = try service.enter("office", .secretariat)
        try await service.visit { client in
            let calendar = try await program.get("/api/v1/calendar.ics?agency=moi&language=ru", client)
            #expect(calendar.status == .ok && calendar.text.contains("SUMMARY;LANGUAGE=ru:"))
            #expect(try await program.get("/api/v1/calendar.ics?agency=nobody", client).status == .notFound)
            #expect(try await program.get("/api/v1/calendar.ics?language=xx", client).status != .ok)
            #expect(try await program.get("/api/v1/feed.atom", client).status == .notFound)
            _ = try await office.post("/en/office/publication", ["as-of": "2021-07-10"], client)
            #expect(try await program.get("/api/v1/feed.atom?language=tk", client).text.contains("xml:lang=\"tk\""))
        }
    }
}
