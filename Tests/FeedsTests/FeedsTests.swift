import ActionPlan
import Diagnostics
import Feeds
import Foundation
import Language
import Rules
import Testing
import XMLReading

/// A plan of which something is due, with what was reported on it.
enum Roads {
    static let text = """
        format: nap-plan/1
        plan:
          id: roads
          title: {en: "Roads, safely; at last", ru: Безопасные дороги, tk: Howpsuz ýollar}
          start: 2021-01-01
          end: 2021-12-31
          utc-offset: "+05:00"
          languages: [en, ru, tk]
          calendar: halves
          provenance: {kind: illustrative}
          rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}]
          headline: [pace, core]
          meetings:
            - {date: 2021-06-20, title: {en: Second meeting}}
            - {date: 2021-09-20}
        agencies:
          - {id: moi, title: {en: Interior, ru: МВД, tk: IIM}, kind: ministry}
          - {id: moe, title: {en: Education, ru: Минобразования, tk: BM}, kind: ministry}
        calendars:
          - {id: halves, frequency: half-yearly, due-day: 15, grace-days: 5}
        objectives:
          - id: o1
            title: {en: Fewer accidents, ru: Меньше аварий, tk: Az betbagtçylyk}
            activities:
              - id: a1
                title: {en: Patrols, ru: Патрули, tk: Gözegçilik}
                lead: moi
                timing: {kind: fixed, start: 2021-02-01, end: 2021-08-31}
                indicators:
                  - id: i1
                    title: {en: Patrols on the road, ru: Патрулей на дорогах, tk: Ýollarda gözegçilik}
                    measure: unit
                    unit: {en: patrols, ru: патрулей, tk: gözegçilik}
                    counts: things
                    direction: increase
                    accumulation: per-period
                    target: {value: 40, by: 2021-12-31}
              - id: a2
                title: {en: Lessons, ru: Уроки, tk: Sapaklar}
                lead: moe
                indicators:
                  - {id: i2, title: {en: Textbook, ru: Учебник, tk: Kitap}, measure: milestone, due: 2021-09-01}
        """

    static let plan: Plan = {
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "roads.yaml", text: text)])
        guard let plan else { preconditionFailure(TextRenderer().render(diagnostics)) }
        return plan
    }()

    static let index = PlanIndex(plan)

    static func assessment(asOf: String, value: Double? = 12) throws -> Assessment {
        let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("rules").path
        let (assessor, _) = Assessor.prepare(plan, find: RulePackLibrary(folders: [rules]).pack) { _ in "" }
        let key = ReportKey(
            item: ItemID(rawValue: "i1"),
            period: PeriodID(rawValue: "2021-H1"),
            agency: AgencyID(rawValue: "moi")
        )
        let sent = try #require(Moment("2021-07-12T21:30:00Z"))
        let record = value.map { value in
            ReportRecord(
                key: key,
                state: .submitted,
                versions: [
                    ReportVersion(
                        number: 1,
                        content: ReportContent(body: .value(.number(value)), provenance: .stated),
                        isDraft: false,
                        submitted: sent
                    )
                ],
                reviews: []
            )
        }
        let day = try #require(Day(asOf))
        let snapshot = Snapshot(
            knownAt: Moment(startOf: day + 1, at: plan.utcOffset),
            records: record.map { [$0] }?
                .filter { $0.versions[0].submitted < Moment(startOf: day + 1, at: plan.utcOffset) } ?? []
        )
        return try #require(assessor).assess(snapshot, asOf: day)
    }
}

@Suite("Deadlines as a calendar")
struct DeadlineCalendarTests {
    private static func calendar(
        _ language: String = "en",
        agency: String? = nil,
        address: String? = nil
    ) throws -> [UInt8] {
        let deadlines = Deadlines(Roads.index, asOf: try #require(Day("2021-07-01")))
        let source = FeedSource(language: language, agency: agency.map(AgencyID.init(rawValue:)), address: address)
        return DeadlineCalendar(deadlines, source).bytes
    }

    /// The lines as they were before they were folded.
    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("lines end in CRLF, have 75 octets at most, and no character is cut in two", arguments: ["en", "ru", "tk"])
    func folding(language: String) throws {
        let bytes = try Self.calendar(language)
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        var line: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A { #expect(place > 0 && bytes[place - 1] == 0x0D) }
            guard byte != 0x0A else {
                #expect(line.count - 1 <= 75)
                #expect(String(validating: line, as: UTF8.self) != nil)
                line = []
                continue
            }
            line.append(byte)
        }
        #expect(Self.lines(bytes).count < String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count)
    }

    @Test("reports, activities, milestones, targets, meetings and the end of the plan are in it, on their days")
    func events() throws {
        let lines = Self.lines(try Self.calendar())
        let days = lines.filter { $0.hasPrefix("DTSTART") }.map { $0.suffix(8) }
        #expect(
            days == ["20210620", "20210715", "20210831", "20210901", "20210920", "20211231", "20211231", "20220115"]
        )
        #expect(lines.contains(#"SUMMARY;LANGUAGE=en:Reports due: first half of 2021 (illustrative)"#))
        #expect(lines.contains("SUMMARY;LANGUAGE=en:Second meeting (illustrative)"))
    }

    @Test("commas, semicolons and line ends in texts are escaped")
    func escaping() throws {
        let lines = Self.lines(try Self.calendar())
        #expect(lines.contains(#"X-WR-CALNAME:Roads\, safely\; at last: deadlines and meetings"#))
        #expect(lines.contains { $0.hasPrefix("DESCRIPTION") && $0.contains(#"\n"#) })
    }

    @Test("an agency finds its own deadlines and the meetings, and no other's")
    func agency() throws {
        let text = Self.lines(try Self.calendar(agency: "moe")).joined(separator: "\n")
        #expect(text.contains("Milestone: Textbook") && text.contains("Second meeting"))
        #expect(!text.contains("Patrols"))
    }

    @Test("identifiers are the same each time and no two alike; stamps are the plan's and not the clock's")
    func identifiers() throws {
        let lines = Self.lines(try Self.calendar())
        let identifiers = lines.filter { $0.hasPrefix("UID:") }
        #expect(
            Set(identifiers).count == identifiers.count
                && identifiers.contains("UID:reports-halves-2021-H1-all@roads.nap")
        )
        #expect(lines.filter { $0.hasPrefix("DTSTAMP") }.allSatisfy { $0 == "DTSTAMP:20201231T190000Z" })
        #expect(try Self.calendar() == Self.calendar())
    }

    @Test("pages are linked where it is known where they stand")
    func links() throws {
        let lines = Self.lines(try Self.calendar("ru", agency: "moi", address: "https://example.org/nap/"))
        #expect(lines.contains("URL:https://example.org/nap/ru/agency/moi.html"))
        #expect(!Self.lines(try Self.calendar()).contains { $0.hasPrefix("URL") })
    }
}

@Suite("Changes as a feed")
struct NewsFeedTests {
    private static func feed(
        _ language: String = "en",
        agency: String? = nil,
        asOf: String = "2021-09-25",
        address: String? = nil
    ) throws -> [UInt8] {
        let before = try Roads.assessment(asOf: "2021-06-20")
        let now = try Roads.assessment(asOf: asOf)
        let news = News(now, changes: Changes.between(before, now))
        let source = FeedSource(language: language, agency: agency.map(AgencyID.init(rawValue:)), address: address)
        return NewsFeed(news, source).bytes
    }

    private static func entries(_ bytes: [UInt8]) throws -> [(id: String, updated: String, title: String)] {
        var found: [(id: String, updated: String, title: String)] = []
        var xml = try XMLReader(SourceText(name: "feed.atom", bytes: bytes))
        while let event = try xml.next() {
            guard case .start(let tag) = event, tag.name.local == "entry" else { continue }
            let element = try xml.element(tag)
            func text(_ name: String) -> String { element.first(name)?.text ?? "" }
            found.append((text("id"), text("updated"), text("title")))
        }
        return found
    }

    @Test("a report that came is told on the day of the plan's own clock, with whose it is")
    func received() throws {
        let entry = try #require(try Self.entries(Self.feed()).first { $0.id.contains(":received:moi:") })
        // Half past nine in the evening in Greenwich is the next day where the plan is.
        #expect(entry.updated == "2021-07-12T19:00:00Z")
        #expect(entry.title == "Received from Interior for first half of 2021: 1\u{A0}report")
    }

    @Test("news that are moved on to a later assessment are those that are made of it")
    func updated() throws {
        let before = try Roads.assessment(asOf: "2021-06-20")
        let now = try Roads.assessment(asOf: "2021-09-25")
        let earlier = try Roads.assessment(asOf: "2021-09-25", value: nil)
        let known = News(earlier, changes: Changes.between(before, earlier))
        let items = Set((now.indicators.map(\.id) + now.activities.map(\.id)))
        let changes = Changes.between(before, now)
        let moved = known.updated(now, changes: changes, items: items)
        let agencies: [AgencyID?] = [nil] + now.plan.plan.agencies.map { $0.id }
        for agency in agencies {
            let source = FeedSource(language: "en", agency: agency)
            let expected = NewsFeed(News(now, changes: changes), source).bytes
            #expect(NewsFeed(moved, source).bytes == expected)
            #expect(agency != nil || NewsFeed(known, source).bytes != expected)
        }
    }

    @Test("statuses that changed are told with what they were before, the latest first")
    func statuses() throws {
        let entries = try Self.entries(Self.feed())
        #expect(entries.contains { $0.id.contains(":status:i1:2021-06-20:") && $0.title.contains("(before: ") })
        #expect(entries.map(\.updated) == entries.map(\.updated).sorted(by: >))
        #expect(Set(entries.map(\.id)).count == entries.count)
    }

    @Test("what happened before bears the same identifier and time on a later day")
    func stable() throws {
        let early = try Self.entries(Self.feed(asOf: "2021-07-14")).filter { $0.id.contains(":received:") }
        let late = try Self.entries(Self.feed(asOf: "2021-09-25")).filter { $0.id.contains(":received:") }
        #expect(!early.isEmpty && early.map(\.id) == late.map(\.id) && early.map(\.updated) == late.map(\.updated))
    }

    @Test("an agency is told of its own")
    func agency() throws {
        #expect(
            try !Self.entries(Self.feed(agency: "moe")).contains { $0.id.contains(":i1:") || $0.id.contains(":moi:") }
        )
    }

    @Test("no figure that was reported is told")
    func figures() throws {
        let entries = try Self.entries(Self.feed()).filter { $0.id.contains(":received:") }
        #expect(entries.allSatisfy { !$0.title.contains("12") })
    }

    @Test("the same news give the same bytes, in every language", arguments: ["en", "ru", "tk"])
    func deterministic(language: String) throws {
        let address = "https://example.org"
        #expect(try Self.feed(language, address: address) == Self.feed(language, address: address))
        let text = String(decoding: try Self.feed(language, address: address), as: UTF8.self)
        #expect(text.contains("href=\"https://example.org/\(language)/feed.atom\""))
    }

    @Test("every sentence is there in Russian and Turkmen, with the same values")
    func words() {
        for (en, ru, tk) in FeedWords.table.rows {
            for place in ["{1}", "{2}", "{3}"] {
                #expect(ru.contains(place) == en.contains(place) && tk.contains(place) == en.contains(place), "\(en)")
            }
        }
    }
}
