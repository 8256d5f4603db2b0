import ActionPlan
import Diagnostics
import Foundation
import Rules
import StatusPages
import Testing

@Suite("A site")
struct SiteTests {
    private static let files: [SiteFile] = (try? site()) ?? []

    private static func site() throws -> [SiteFile] {
        Array(SiteRenderer(try SmallPlan.assessment(), since: try SmallPlan.assessment(asOf: "2021-02-12")))
    }

    /// The pages, read once for all tests.
    private static let pages: [(path: String, reader: HTMLReader)] = files.filter { $0.path.hasSuffix(".html") }
        .map { ($0.path, HTMLReader($0.bytes)) }

    private static func page(_ path: String) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    // MARK: - As a whole

    @Test("every page of every language is there, and the same input gives the same bytes")
    func complete() throws {
        let again = try Self.site()
        #expect(again.map(\.path) == Self.files.map(\.path))
        #expect(again.map(\.bytes) == Self.files.map(\.bytes))
        for language in ["en", "ru", "tk"] {
            let names = Self.files.map(\.path).filter { $0.hasPrefix(language + "/") }
            #expect(names.count == (Self.files.count - 4) / 3)
            for name in [
                "index", "objective/o1", "activity/a4", "indicator/i-story", "agency/divers", "late", "brief",
                "timeline", "calendar", "period/half-yearly/2020-H2", "dependencies", "search", "accessibility",
                "findings/error", "findings/warning", "findings/information", "findings/check", "findings/claim",
                "findings/review", "findings/rule",
            ] {
                #expect(names.contains("\(language)/\(name).html"))
            }
            #expect(names.contains("\(language)/search-data.js"))
        }
    }

    @Test("pages are as recorded")
    func snapshots() throws {
        let kept = [
            "index.html", "en/index.html", "en/objective/o1.html", "en/activity/a1.html", "en/indicator/i-trained.html",
            "en/indicator/i-accidents.html", "en/agency/roads.html", "en/agencies.html", "en/late.html",
            "en/findings.html", "en/findings/check.html", "en/dependencies.html", "en/search.html", "en/search-data.js",
            "en/accessibility.html", "404.html", "ru/dependencies.html", "tk/search.html", "en/calendar.html",
            "en/timeline.html", "en/brief.html", "en/method.html",
            "en/about.html",
            "en/glossary.html",
            "ru/index.html", "ru/indicator/i-trained.html", "tk/index.html", "tk/indicator/i-trained.html",
        ]
        for path in kept {
            let file = try #require(Self.files.first { $0.path == path })
            RecordedFile.expect(file.bytes, as: path.replacing("/", with: "-"))
        }
    }

    @Test("every page is well formed, its identifiers are unique and its references within the page resolve")
    func wellFormed() {
        for file in Self.pages {
            let reader = file.reader
            #expect(reader.mistakes == [], "\(file.path)")
            let ids = reader.elements.compactMap { $0.value("id") }
            #expect(Set(ids).count == ids.count, "\(file.path)")
            for element in reader.elements {
                let wanted = (element.value("aria-labelledby") ?? "").split(separator: " ").map(String.init)
                #expect(wanted.allSatisfy(ids.contains), "\(file.path): \(wanted)")
            }
        }
    }

    @Test("headings go down without a gap, with one of the first rank")
    func headings() {
        for file in Self.pages {
            let ranks = file.reader.elements
                .compactMap { element -> Int? in
                    element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
                }
            #expect(ranks.filter { $0 == 1 }.count == 1, "\(file.path)")
            #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(file.path): \(ranks)")
        }
    }

    @Test("every link within the site leads to a page and, where it names one, to a place on it")
    func links() {
        var places: [String: Set<String>] = [:]
        for file in Self.files { places[file.path] = [] }
        for page in Self.pages { places[page.path] = Set(page.reader.elements.compactMap { $0.value("id") }) }
        for file in Self.pages {
            for element in file.reader.elements {
                guard let address = element.value("href") ?? element.value("src"), !address.hasPrefix("https:") else {
                    continue
                }
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let path = parts[0].isEmpty ? file.path : Self.resolve(String(parts[0]), from: file.path)
                guard let ids = places[path] else {
                    Issue.record("\(file.path) links to \(address)")
                    continue
                }
                if parts.count == 2 { #expect(ids.contains(String(parts[1])), "\(file.path) links to \(address)") }
            }
        }
    }

    private static func resolve(_ address: String, from page: String) -> String {
        // From the root of the server, at which the site stands in this test.
        if address.hasPrefix("/") { return String(address.dropFirst()) }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/") {
            if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
        }
        return folders.joined(separator: "/")
    }

    @Test("nothing is asked for outside the site, and nothing is styled or scripted in place")
    func selfContained() {
        for file in Self.pages {
            for element in file.reader.elements {
                #expect(!["iframe", "object"].contains(element.name), "\(file.path)")
                // A server shows this page at any address, so that it can refer to no style sheet.
                #expect(element.name != "style" || file.path == "404.html", "\(file.path)")
                if element.name == "script" {
                    #expect(file.path.contains("/search"), "\(file.path)")
                    #expect(element.value("src")?.contains(":") == false, "\(file.path)")
                }
                #expect(element.value("style") == nil, "\(file.path)")
                #expect(element.attributes.allSatisfy { !$0.name.hasPrefix("on") }, "\(file.path)")
                if element.name == "link" { #expect(element.value("href")?.contains(":") == false) }
                if element.name == "a", element.value("href")?.hasPrefix("https:") == true {
                    #expect(element.value("rel")?.contains("noopener") == true)
                }
            }
        }
        let style = String(decoding: Self.files.first { $0.path.hasSuffix(".css") }?.bytes ?? [], as: UTF8.self)
        #expect(!style.contains("url(") && !style.contains("@import"))
    }

    // MARK: - Languages

    @Test("pages in Russian and Turkmen have no English words but those marked as English")
    func untranslated() {
        let allowed: Set<String> = ["WCAG", "SHA", "nap", "USD", "AA", "Small", "axe", "core", "HTML", "EN"]
        let english = ["the", "The", "report", "Report", "agency", "Agency", "status", "Status", "and", "with", "plan"]
        for file in Self.pages where file.path.hasPrefix("ru/") || file.path.hasPrefix("tk/") {
            for text in file.reader.texts where Self.isInLanguageOfPage(text) {
                let words = text.text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
                if file.path.hasPrefix("ru/") {
                    let foreign = words.filter {
                        $0.count > 2 && !allowed.contains($0) && $0 != "small" && $0 != "pack" && $0 != "yaml"
                            && $0 != "html"
                    }
                    #expect(
                        foreign.filter { word in !Self.identifiers.contains(word) } == [],
                        "\(file.path): \(text.text)"
                    )
                } else {
                    #expect(!words.contains(where: english.contains), "\(file.path): \(text.text)")
                }
            }
        }
    }

    private static func isInLanguageOfPage(_ text: HTMLReader.Text) -> Bool {
        !text.path.contains { $0.name == "code" || ($0.name != "html" && $0.value("lang") != nil) }
    }

    /// Names of rules, which stand as they are in every language.
    private static let identifiers: Set<String> = [
        "reached", "late", "context", "good", "slow", "behind", "unknown", "bad", "fine", "silent", "punctual",
        "absent", "there",
        "English", "sum", "pages",
    ]

    @Test("a text that a language lacks is shown in another and marked with it")
    func fallback() throws {
        let page = try Self.page("ru/indicator/i-trained.html")
        #expect(page.contains(#"lang="en">List of certificates"#))
        #expect(page.contains(#"<html lang="ru">"#))
        #expect(try Self.page("en/indicator/i-trained.html").contains(#"lang="ru">Обучение начато."#))
    }

    @Test("the language switch stays on the page")
    func languageSwitch() throws {
        #expect(try Self.page("en/indicator/i-trained.html").contains(#"href="../../ru/indicator/i-trained.html""#))
        #expect(try Self.page("ru/late.html").contains(#"href="../tk/late.html""#))
    }

    @Test("a language that awaits review says so on every page")
    func awaitingReview() throws {
        #expect(try Self.page("tk/about.html").contains("ene dili bolan okyjynyň barlagyna"))
        #expect(try !Self.page("ru/about.html").contains("ещё не проверены носителем"))
    }

    // MARK: - Branding

    private static func branded(_ lines: String) throws -> [SiteFile] {
        let source = SourceText(name: "site.yaml", bytes: Array("format: nap-site/1\n\(lines)".utf8))
        let (branding, diagnostics) = BrandingLoader.load(source, languages: ["en", "ru", "tk"]) { name in
            (SourceText(name: name, bytes: Array("<svg/>".utf8)), nil)
        }
        let options = SiteOptions(branding: try #require(branding, "\(TextRenderer().render(diagnostics))"))
        return Array(SiteRenderer(try SmallPlan.assessment(), options: options))
    }

    @Test("a site's name, emblem, colour, contact and foot are on every page")
    func branding() throws {
        let files = try Self.branded(
            """
            provenance: illustrative
            name: Bridges & Co
            contact: {email: a@example.org}
            emblem: {file: e.svg, title: A bridge}
            accent: "#7a1536"
            footer: As told by the agencies.
            address: https://example.org/bridges/
            """
        )
        #expect(files.contains { $0.path == "assets/emblem.svg" })
        let style = try #require(files.first { $0.path == "assets/style.css" })
        #expect(String(decoding: style.bytes, as: UTF8.self).contains("--accent:#7a1536"))
        let pages = files.filter { $0.path.hasPrefix("ru/") && $0.path.hasSuffix(".html") }
        for page in pages {
            let text = String(decoding: page.bytes, as: UTF8.self)
            #expect(text.contains("Bridges &amp; Co") && text.contains("As told by the agencies."), "\(page.path)")
            #expect(text.contains(#"href="mailto:a@example.org""#), "\(page.path)")
            #expect(text.contains(#"alt="A bridge""#) && text.contains("../assets/emblem.svg"), "\(page.path)")
        }
        let lost = try #require(files.first { $0.path == "404.html" })
        #expect(String(decoding: lost.bytes, as: UTF8.self).contains(#"href="/bridges/en/index.html""#))
    }

    @Test("the colours of a site are measured on the grounds that pages have")
    func grounds() throws {
        let style = try #require(Self.files.first { $0.path == "assets/style.css" })
        let text = String(decoding: style.bytes, as: UTF8.self)
        let dark = try #require(text.firstRange(of: "prefers-color-scheme:dark")).lowerBound
        for color in Accent.lightGrounds { #expect(text[..<dark].contains(":" + color.text)) }
        for color in Accent.darkGrounds { #expect(text[dark...].contains(":" + color.text)) }
    }

    // MARK: - What must not be mixed up

    @Test("zero, nothing to report, not applicable, missing and not due look and read differently")
    func states() throws {
        let calls = try Self.page("en/indicator/i-calls.html")
        let share = try Self.page("en/indicator/i-share.html")
        let accidents = try Self.page("en/indicator/i-accidents.html")
        #expect(calls.contains(#"<span class="figure figure-nil"><span class="figure-text">Nothing to report"#))
        #expect(calls.contains(#"<span class="figure figure-not-due"><span class="figure-text">Not due yet"#))
        #expect(calls.contains(#"<span class="figure figure-value"><span class="figure-text">1,234"#))
        #expect(share.contains(#"<span class="figure figure-zero"><span class="figure-text">0%"#))
        #expect(share.contains(#"<span class="figure figure-not-applicable"><span class="figure-text">Not applicable"#))
        #expect(accidents.contains(#"<span class="figure figure-overdue"><span class="figure-text">Overdue"#))
    }

    @Test("an illustrative report's mark stands on its row, its card and the chart")
    func illustrative() throws {
        let page = try Self.page("en/indicator/i-trained.html")
        let row = try #require(page.split(separator: "\n").first { $0.contains("id=\"period-2020-H1\"") })
        #expect(row.contains(#"class="illustrative""#))
        let later = try #require(page.split(separator: "\n").first { $0.contains("id=\"period-2022-H1\"") })
        #expect(!later.contains(#"class="illustrative""#))
        #expect(page.contains("chart-illustrative"))
        #expect(try Self.page("en/index.html").contains("Illustrative content"))
    }

    @Test("a withheld figure is nowhere on the page, even where the report behind it was left in")
    func withheld() throws {
        var assessment = try SmallPlan.assessment()
        assessment.edition = .public
        let position = try #require(assessment.indicators.firstIndex { $0.id.rawValue == "i-calls" })
        assessment.indicators[position].periods[2].state = .withheld
        assessment.indicators[position].periods[2].actual = nil
        assessment.indicators[position].periods[2].value = nil
        let page = try #require(SiteRenderer(assessment).first { $0.path == "en/indicator/i-calls.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(!text.contains("1,234") && !text.contains("1234"))
        #expect(text.contains("figure-withheld"))
        #expect(text.contains("Public edition"))
    }

    @Test(
        "parts that are withheld read as withheld, not as ones that nobody gave; where all are, one sentence says so",
        arguments: [1, 2]
    )
    func withheldParts(count: Int) throws {
        var assessment = try SmallPlan.assessment()
        assessment.edition = .public
        let position = try #require(assessment.indicators.firstIndex { $0.id.rawValue == "i-trained" })
        let first = try #require(assessment.indicators[position].periods.firstIndex { !$0.cells.isEmpty })
        let parts = assessment.indicators[position].periods[first].cells
        #expect(parts.count == 2)
        assessment.indicators[position].periods[first].withheldCells = parts.prefix(count).map(\.categories)
        assessment.indicators[position].periods[first].cells.removeFirst(count)
        let page = try #require(SiteRenderer(assessment).first { $0.path == "en/indicator/i-trained.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: ">Broken down</h2>")).upperBound
        let end = try #require(text[start...].firstRange(of: "</section>")).lowerBound
        let section = text[start..<end]
        #expect(!section.contains("not given"))
        #expect(section.contains("Withheld in this edition: Sex.") == (count == 2))
        #expect(section.contains("<table") == (count == 1))
        #expect(section.matches(of: /figure-withheld/).count == (count == 1 ? 1 : 0))
        if count == 1 { #expect(section.contains("First half of"), "the period is not left out") }
    }

    @Test("columns of what agency, rules and reviewer say are left out and named where all of them is withheld")
    func withheldOpinions() throws {
        var assessment = try SmallPlan.assessment()
        assessment.edition = .public
        let position = try #require(assessment.indicators.firstIndex { $0.id.rawValue == "i-trained" })
        for period in assessment.indicators[position].periods.indices {
            assessment.indicators[position].periods[period].verdicts = []
        }
        assessment.indicators[position].periods[0].state = .withheld
        let page = try #require(SiteRenderer(assessment).first { $0.path == "en/indicator/i-trained.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("Withheld in this edition: The rules say."))
        #expect(!text.contains(#"data-label="The rules say""#))
        #expect(text.contains(#"data-label="The agency claims""#))
    }

    @Test("columns of figures that no period has are left out")
    func columns() throws {
        let trained = try Self.page("en/indicator/i-trained.html")
        #expect(trained.contains(">Expected by then</th>"))
        for name in ["i-calls", "i-story"] {
            let page = try Self.page("en/indicator/\(name).html")
            #expect(page.contains(">Value</th>"))
            #expect(!page.contains(">Expected by then</th>") && !page.contains(">Target</th>"))
        }
    }

    @Test("what was not judged before and stands badly now is no change among others")
    func newlyBad() throws {
        let page = try Self.page("en/index.html")
        let worse = try #require(page.firstRange(of: "Worse than before, or newly bad")).upperBound
        let better = try #require(page.firstRange(of: "Better than before")).lowerBound
        #expect(page[worse..<better].contains("Manual is adopted"))
    }

    @Test("a forecast is of days to come: a day that went by without the target is none")
    func forecast() throws {
        let measure = """
                soon: {title: {en: Reached on}, format: date, value: "plan.start + duration('20000h')"}

            """
        let pack = SmallPlan.pack.replacing(
            "indicator:\n  measures:\n",
            with: "indicator:\n  chart: {forecast: soon}\n  measures:\n" + measure
        )
        #expect(pack != SmallPlan.pack)
        func page(_ day: String) throws -> String {
            let site = SiteRenderer(try SmallPlan.assessment(asOf: day, pack: pack))
            let page = try #require(site.first { $0.path == "en/indicator/i-trained.html" })
            return String(decoding: page.bytes, as: UTF8.self)
        }
        #expect(try page("2021-08-05").contains("chart-forecast"))
        #expect(try !page("2022-05-05").contains("chart-forecast"))
    }

    @Test("where nothing is reported, pages tell the truth about that")
    func silence() throws {
        let plan = SmallPlan.plan.replacing("  calendar: half-yearly\n", with: "")
            .replacing(
                "targets: [{period: 2020-H1, value: 35}, {period: 2020-H2, value: 30}, {period: 2021-H1, value: 25}]\n",
                with: "weight: 1\n"
            )
            .replacing("targets: [{period: 2021-H1, value: high}]", with: "weight: 2")
        let site = SiteRenderer(try SmallPlan.assessment(text: plan, withReports: false))
        let pages = site.filter { $0.path.hasPrefix("en/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(pages[0].contains("The plan arranges no regular reports: none is late, and none is to be waited for."))
        #expect(pages[0].contains("what has begun by the plan and has time left: 1\u{A0}item."))
        #expect(pages[0].contains("Whether they need a decision, nobody can say."))
        #expect(pages[0].contains("Arrange regular reports"))
        #expect(pages.contains { $0.contains("The plan arranges none on it, and none has come.") })
        #expect(pages.contains { $0.contains("Arrange reports on it: who reports, and when.") })
        #expect(pages[0].contains("There is no earlier meeting to compare with."))
        #expect(!pages.contains { $0.contains("NaN") || $0.contains("nil)") })
    }

    @Test("what is past its deadline without a report stands under what needs a decision")
    func unknownPastDeadline() throws {
        let site = SiteRenderer(try SmallPlan.assessment(asOf: "2022-06-01", withReports: false))
        let page = try #require(site.first { $0.path == "en/index.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        let decisions = try #require(text.firstRange(of: "What needs a decision"))
        let changes = try #require(text.firstRange(of: "What changed since the last meeting"))
        let part = text[decisions.upperBound..<changes.lowerBound]
        #expect(part.contains("to be finished by 31\u{A0}Dec\u{A0}2021"))
        #expect(!part.contains("Arrange regular reports"))
    }

    @Test("the page of a period names what came and what did not, and a period that has not ended has no page")
    func periodPages() throws {
        let page = try Self.page("en/period/half-yearly/2021-H1.html")
        #expect(page.contains("What came") && page.contains("What did not come"))
        #expect(page.contains("Reports expected"))
        #expect(!Self.files.contains { $0.path == "en/period/half-yearly/2021-H2.html" })
        let silent = SiteRenderer(try SmallPlan.assessment(withReports: false))
        let file = try #require(silent.first { $0.path == "en/period/half-yearly/2020-H2.html" })
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("No report has come."))
    }

    // MARK: - Hostile texts

    @Test("hostile texts execute nothing and break no page")
    func attack() throws {
        let hostile = #"<script>alert(1)</script>\"\u0301 onload=alert(1) ' </title> javascript:alert(1) \u202E"#
        var plan = SmallPlan.plan
        for text in [
            "National Plan for Safe Bridges 2020-2022", "Inspectors trained", "Ministry of Roads",
            "Train the inspectors", "March 2020 to the end of 2021", "persons trained", "Third meeting", "Women",
            "Bridge Gazette 7/2019", "Donor fund", "Who was not reached?", "Persons with a certificate.",
            "Restrictions during the pandemic",
        ] {
            let isQuoted = plan.contains("\"\(text)\"")
            plan = plan.replacing(isQuoted ? "\"\(text)\"" : text, with: "\"\(hostile)\"")
        }
        plan = plan.replacing(
            "https://example.org/gazette?no=7&year=2019",
            with: "https://example.org/'onclick=x&lt;script"
        )
        let pack = SmallPlan.pack.replacing("Enough to judge bridges.", with: "\"\(hostile)\"")
            .replacing("Stands well.", with: "\"\(hostile)\"")
        let known = Set(Self.pages.flatMap { $0.reader.elements.map(\.name) }).union(["img"])
        let names = Set(Self.pages.flatMap { $0.reader.elements.flatMap { $0.attributes.map(\.name) } }).union(["alt"])
        var seen = 0
        let text = "\"\(hostile)\""
        let lines =
            "provenance: stated\nname: \(text)\npublisher: \(text)\nfooter: \(text)\n"
            + "contact: {name: \(text), url: \"https://example.org/'onclick=x&lt;script\"}\n"
            + "licence: {title: \(text)}\nemblem: {file: e.svg, title: \(text)}\n"
        let source = SourceText(name: "site.yaml", bytes: Array("format: nap-site/1\n\(lines)".utf8))
        let branding = BrandingLoader.load(source, languages: ["en", "ru", "tk"]) { name in
            (SourceText(name: name, bytes: Array("<svg/>".utf8)), nil)
        }
        let options = SiteOptions(branding: try #require(branding.branding))
        let renderer = SiteRenderer(try SmallPlan.assessment(text: plan, pack: pack), options: options)
        for file in renderer where file.path.hasSuffix(".js") {
            let data = String(decoding: file.bytes, as: UTF8.self)
            #expect(!data.contains("<") || file.path == "assets/search.js", "\(file.path)")
        }
        for file in renderer where file.path.hasSuffix(".html") {
            let reader = HTMLReader(file.bytes)
            #expect(reader.mistakes == [], "\(file.path)")
            #expect(Set(reader.elements.map(\.name)).subtracting(known) == [], "\(file.path)")
            for element in reader.elements {
                #expect(element.attributes.allSatisfy { names.contains($0.name) }, "\(file.path)")
                #expect(element.value("href")?.lowercased().contains("javascript") != true, "\(file.path)")
            }
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.unicodeScalars.contains("\u{202E}"))
            if text.contains("&lt;script&gt;") { seen += 1 }
        }
        #expect(seen > 10)
    }
}
