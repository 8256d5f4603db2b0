import ActionPlan
import Foundation
import Rules
import StatusPages
import Testing

@Suite("What programs find on a site")
struct OpenDataTests {
    private static func site(_ change: (inout Assessment, inout SiteOptions) -> Void = { _, _ in }) throws -> [SiteFile]
    {
        var assessment = try SmallPlan.assessment()
        assessment.edition = .public
        var options = SiteOptions(downloads: [
            .init(.items, file: SiteFile(path: "data/items.csv", bytes: [0x61]), digest: "00")
        ])
        change(&assessment, &options)
        return Array(SiteRenderer(assessment, since: try SmallPlan.assessment(asOf: "2021-02-12"), options: options))
    }

    private static func text(_ path: String, _ files: [SiteFile]) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }, "\(path)").bytes, as: UTF8.self)
    }

    /// The description on a page, as a program takes it out.
    private static func dataset(_ page: String) throws -> [String: Any] {
        let start = try #require(page.firstRange(of: #"<script type="application/ld+json">"#))
        let rest = page[start.upperBound...]
        let end = try #require(rest.firstRange(of: "</script>"))
        let json = Data(rest[..<end.lowerBound].utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }

    @Test("the page about the data describes them for catalogues, with every file")
    func described() throws {
        let files = try Self.site { _, options in options.branding.address = "https://example.org/nap" }
        let dataset = try Self.dataset(try Self.text("en/about.html", files))
        #expect(dataset["@type"] as? String == "Dataset")
        let downloads = try #require(dataset["distribution"] as? [[String: Any]])
        #expect(downloads.map { $0["contentUrl"] as? String } == ["https://example.org/nap/data/items.csv"])
    }

    @Test("nothing that a plan says ends the element in which the description stands")
    func escaped() throws {
        let title = "</script><script>alert(1)</script><!--"
        let files = try Self.site { _, options in
            options.branding.publisher = LocalizedText(title, language: "en")
        }
        let page = try Self.text("en/about.html", files)
        #expect(page.components(separatedBy: "<script").count == 2)
        let publisher = try Self.dataset(page)["publisher"] as? [String: Any]
        #expect(publisher?["name"] as? String == title)
    }

    @Test("the internal edition describes itself to nobody")
    func `internal`() throws {
        let files = try Self.site { assessment, _ in assessment.edition = .internal }
        #expect(try !Self.text("en/about.html", files).contains("ld+json"))
    }

    @Test("calendars and feeds are there for all and for each agency in every language, and pages link them")
    func feeds() throws {
        let files = try Self.site()
        let paths = Set(files.map(\.path))
        for language in ["en", "ru", "tk"] {
            for name in ["calendar.ics", "feed.atom", "agency/roads/calendar.ics", "agency/roads/feed.atom"] {
                #expect(paths.contains("\(language)/\(name)"))
            }
        }
        #expect(try Self.text("ru/agency/roads.html", files).contains(#"href="../agency/roads/calendar.ics""#))
        #expect(try Self.text("ru/about.html", files).contains(#"href="feed.atom""#))
    }

    @Test("a feed names the address under which it stands")
    func selfLink() throws {
        let files = try Self.site { _, options in options.branding.address = "https://example.org/nap/" }
        #expect(
            try Self.text("tk/agency/roads/feed.atom", files)
                .contains(#"href="https://example.org/nap/tk/agency/roads/feed.atom""#)
        )
    }
}
