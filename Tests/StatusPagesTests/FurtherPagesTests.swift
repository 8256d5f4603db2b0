import ActionPlan
import Foundation
import Rules
import StatusPages
import Testing

@Suite("Pages around the items")
struct FurtherPagesTests {
    private static func text(_ path: String, _ renderer: SiteRenderer) throws -> String {
        String(decoding: try #require(renderer.first { $0.path == path }, "\(path)").bytes, as: UTF8.self)
    }

    // MARK: - Dependencies

    @Test("what is late and waited for is told with what it holds up, and who has to finish it")
    func blockers() throws {
        let site = SiteRenderer(try SmallPlan.assessment(asOf: "2022-06-01"))
        let page = try Self.text("en/dependencies.html", site)
        let start = try #require(page.firstRange(of: "What holds up others, or may")).upperBound
        let end = try #require(page.firstRange(of: "Chain 1")).lowerBound
        let part = page[start..<end]
        #expect(part.contains("Train the inspectors") && part.contains("Manual of inspection"))
        #expect(part.contains("MoR") && part.contains("late"))
        #expect(page.contains("chart-box-late") && page.contains("chart-held"))
    }

    @Test("before the day is over nothing is held up by being late")
    func inTime() throws {
        let page = try Self.text("en/dependencies.html", SiteRenderer(try SmallPlan.assessment(asOf: "2020-08-01")))
        #expect(!page.contains("chart-box-late"))
    }

    @Test("a plan without dependencies says so")
    func noDependencies() throws {
        let plan = SmallPlan.plan.replacing("        depends-on: [a1]\n", with: "")
        let page = try Self.text("en/dependencies.html", SiteRenderer(try SmallPlan.assessment(text: plan)))
        #expect(page.contains("does not say of any activity that it waits for another"))
    }

    @Test("an activity stands below all that it waits for, however they are written")
    func order() throws {
        let plan = SmallPlan.plan.replacing(
            "        lead: rail\n        implementers",
            with: "        lead: rail\n        depends-on: [a4, a2]\n        implementers"
        )
        #expect(plan != SmallPlan.plan)
        let page = try Self.text("en/dependencies.html", SiteRenderer(try SmallPlan.assessment(text: plan)))
        let places = ["Train the inspectors", "Manual of inspection", "Meet every year", "Watch the bridges"]
            .map { title in page.firstRange(of: "\(title)").map(\.lowerBound) }
        #expect(places.allSatisfy { $0 != nil })
        let chart = try #require(page.firstRange(of: "chart-dependencies")).upperBound
        let rest = page[chart...]
        func place(_ title: String) throws -> String.Index { try #require(rest.firstRange(of: title)).lowerBound }
        #expect(try place("Train the inspectors") < place("Manual of inspection"))
        #expect(try place("Manual of inspection") < place("Watch the bridges"))
        #expect(try place("Meet every year") < place("Watch the bridges"))
    }

    // MARK: - Search

    @Test("names stand in the order of the alphabet of the language, under their letters")
    func alphabet() throws {
        let page = try Self.text("ru/search.html", SiteRenderer(try SmallPlan.assessment()))
        func place(_ title: String) throws -> String.Index {
            try #require(page.firstRange(of: ">\(title)<")).lowerBound
        }
        #expect(try place("Аварии на мостах") < place("Ассоциация водолазов"))
        #expect(try place("Ассоциация водолазов") < place("Доля осмотренных мостов"))
        #expect(page.contains(#"<h2 id="letter-1">А</h2>"#))
        let turkmen = try Self.text("tk/search.html", SiteRenderer(try SmallPlan.assessment()))
        #expect(turkmen.contains(">Ç</h2>") && turkmen.contains(">Ý</h2>"))
    }

    @Test("names for the script are a list of texts and nothing else")
    func searchData() throws {
        let file = try Self.text("en/search-data.js", SiteRenderer(try SmallPlan.assessment()))
        let json = try #require(file.firstRange(of: "=")).upperBound
        let list = file[json...].dropLast(2)
        let read = try JSONSerialization.jsonObject(with: Data(String(list).utf8)) as? [[String]]
        #expect(read?.count == 18)
        #expect(read?.allSatisfy { $0.count == 5 && $0[0].hasSuffix(".html") } == true)
    }

    @Test("a page runs no script but the search, and that one only scripts of the site itself")
    func policies() throws {
        for file in SiteRenderer(try SmallPlan.assessment())
        where file.path.hasPrefix("en/") && file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let isSearch = file.path.contains("/search")
            #expect(text.contains("script-src &#39;none&#39;") == !isSearch, "\(file.path)")
            #expect(text.contains("script-src &#39;self&#39;") == isSearch, "\(file.path)")
        }
    }

    // MARK: - Findings

    @Test("each finding stands on the page of its severity and on that of its kind")
    func findings() throws {
        let assessment = try SmallPlan.assessment()
        let site = SiteRenderer(assessment)
        func rows(_ name: String) throws -> Int {
            try Self.text("en/findings/\(name).html", site).components(separatedBy: "<tr role=\"row\">").count - 1
        }
        var bySeverity = 0
        for severity in Finding.Severity.allCases {
            let count = assessment.findings.count { $0.severity == severity }
            #expect(try rows(severity.rawValue) == (count == 0 ? 0 : count + 1))
            bySeverity += count
        }
        #expect(bySeverity == assessment.findings.count && bySeverity > 0)
        let claims = assessment.findings.count { $0.kind == .claimDiffers }
        #expect(try rows("claim") == (claims == 0 ? 0 : claims + 1))
    }

    // MARK: - The ledger

    private static func ledger(_ assessment: Assessment) -> LedgerStanding {
        var entries: [ReportKey: [LedgerStanding.Entry]] = [:]
        var number = 1000
        for indicator in assessment.indicators {
            for record in indicator.periods.flatMap(\.reports).compactMap(\.record) {
                for version in record.versions {
                    number += 1
                    entries[record.key, default: []]
                        .append(
                            LedgerStanding.Entry(
                                number: number,
                                kind: version.correction == nil ? .submit : .correct,
                                party: .agency(record.key.agency),
                                moment: version.submitted,
                                recorded: version.submitted
                            )
                        )
                }
            }
        }
        return LedgerStanding(origin: "nap-ledger/small-plan", size: number, root: "ROOTROOT", entries: entries)
    }

    @Test("an item's page names the entries of its reports, and the root of the ledger stands on one page")
    func history() throws {
        let assessment = try SmallPlan.assessment()
        let site = SiteRenderer(assessment, options: SiteOptions(ledger: Self.ledger(assessment)))
        let page = try Self.text("en/indicator/i-trained.html", site)
        #expect(page.contains("Entries in the ledger") && page.contains("Correction sent"))
        #expect(page.contains("nap receipt i-trained") && page.contains("as the agency"))
        #expect(!page.contains("ROOTROOT"))
        #expect(try Self.text("en/about.html", site).contains("ROOTROOT"))
    }

    @Test("in public only entries of what is shown are named, and nothing by which figures could be guessed")
    func publicHistory() throws {
        var assessment = try SmallPlan.assessment()
        let ledger = Self.ledger(assessment)
        assessment.edition = .public
        let position = try #require(assessment.indicators.firstIndex { $0.id.rawValue == "i-calls" })
        assessment.indicators[position].periods[2].state = .withheld
        let key = try #require(assessment.indicators[position].periods[2].reports.first?.record?.key)
        let number = try #require(ledger.entries[key]?.first?.number)
        let site = SiteRenderer(assessment, options: SiteOptions(ledger: ledger))
        #expect(
            try !Self.text("en/indicator/i-calls.html", site)
                .contains("1,\(number - 1000 < 10 ? "00" : "0")\(number - 1000)")
        )
        #expect(try !Self.text("en/indicator/i-trained.html", site).contains("as the agency"))
        for file in site {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("ROOTROOT"), "\(file.path)")
        }
    }

    // MARK: - Long lists

    @Test("a list of a thousand names is cut into pages, none of them above 300 kB")
    func paging() throws {
        let lines = (1...1000)
            .map { number in
                "      - {id: x\(number), title: {en: Measure \(number), ru: Мера \(number), tk: Çäre \(number)}}\n"
            }
        let marker = "    activities:\n      - id: a3\n"
        #expect(SmallPlan.plan.contains(marker))
        let plan = SmallPlan.plan.replacing(
            marker,
            with: "    activities:\n" + lines.joined() + "      - id: a3\n"
        )
        let site = SiteRenderer(try SmallPlan.assessment(text: plan))
        let files = Array(site)
        #expect(files.contains { $0.path == "ru/search-6.html" })
        for file in files where file.path.hasSuffix(".html") {
            #expect(file.bytes.count < 300_000, "\(file.path): \(file.bytes.count)")
        }
        let page = try #require(files.first { $0.path == "tk/search-2.html" })
        #expect(HTMLReader(page.bytes).mistakes == [])
    }
}
