import ActionPlan
import Rules
import Testing

@Suite("An assessment in words")
struct WritingTests {
    private static let objectives = """
        objectives:
          - id: o1
            code: "1"
            title: More forest
            lead: forestry
            activities:
              - id: a1
                code: "1.1"
                title: Plant trees
                indicators:
                  - id: trees
                    title: Trees planted
                    measure: unit
                    unit: trees
                    direction: increase
                    accumulation: cumulative
                    baseline: {value: 0, year: 2019}
                    target: {value: 600}
                  - {id: law, title: Law, measure: milestone, due: 2020-06-30}
        """

    private func assessment(_ claim: String? = "on-track") throws -> Assessment {
        try TestPlan(Self.objectives)
            .assess(
                [report("trees", "2020-H1", .number(40), claim: claim, illustrative: true)],
                asOf: "2020-08-01"
            )
    }

    private func plain(_ text: String?) -> String { text?.replacing("\u{A0}", with: " ") ?? "" }

    @Test("the overview names the whole, the objectives, what is late and who has to act")
    func overview() throws {
        let text = plain(AssessmentText.overview(try assessment(), language: "en", width: 80))
        #expect(
            text == """
                Forest plan
                As of 1 Aug 2020; reports known up to 1 Aug 2020.
                ! Rests in part on illustrative data.
                Judged by core 1.0.0 and pace 1.0.0.

                The plan as a whole: ✗ Off track
                  1 of 1 objectives is off track.

                   Objective    Status       Judged  Below it
                ─  ───────────  ───────────  ──────  ────────
                1  More forest  ✗ Off track    100%  ✗1

                ✓ good  ▲ attention  ✗ bad  ? unknown  – not to judge

                Reports
                  2 expected by now: 1 in time, 0 late, 1 overdue, 0 may still come in time.

                Agencies to act
                  Agency          overdue  returned  due  Oldest
                  ──────────────  ───────  ────────  ───  ─────────────────────
                  Forest service        1                 15 Jul 2020 (17 days)

                Findings: 2 warnings

                """
        )
    }

    @Test("an explanation begins as a person would say it, and ends in the trace")
    func explanation() throws {
        let text = plain(Explanation.text(of: ItemID(rawValue: "trees"), in: try assessment(), language: "en"))
        #expect(
            text.hasPrefix(
                "trees Trees planted (indicator)\nLead: Forest service\n! Illustrative: no body has said this.\n"
            )
        )
        #expect(
            text.contains(
                "✗ Off track\n  40% of what was expected by 30 Jun 2020; at risk from 75%. At this pace the target"
            )
        )
        #expect(
            text.contains(
                "  the agency claims: ✓ On track\n  the rules give: ✗ Off track\n  the reviewer says: nothing\n"
            )
        )
        #expect(
            text.contains(
                "  first half of 2020: 40, expected 99.6\n    Forest service: 10 Jul 2020, in time, not verified, illustrative\n"
            )
        )
        #expect(text.contains("pack pace 1.0.0, rule behind-forecast (pace/pack.yaml:"))
        #expect(
            text.contains(
                "    indicator.latest.actual       = 40   (report of Forest service for first half of 2020, version 1)\n"
            )
        )
    }

    @Test("what is not in the plan has no explanation")
    func unknown() throws {
        #expect(Explanation.text(of: ItemID(rawValue: "nothing"), in: try assessment(), language: "en") == nil)
        #expect(Explanation.text(of: AgencyID(rawValue: "nobody"), in: try assessment(), language: "en") == nil)
    }

    @Test("an agency's explanation lists what it owes")
    func agency() throws {
        let text = plain(Explanation.text(of: AgencyID(rawValue: "forestry"), in: try assessment(), language: "en"))
        #expect(text.contains("Owed\n  law Law: first half of 2020 (overdue, 17 days)\n"))
    }

    @Test("every text exists in three languages", arguments: ["ru", "tk"])
    func languages(language: String) throws {
        let english = AssessmentText.overview(try assessment(), language: "en")
        let other = AssessmentText.overview(try assessment(), language: language)
        for phrase in ["Judged by", "Reports", "Agencies to act", "Findings", "good", "The plan as a whole"] {
            #expect(english.contains(phrase))
            #expect(!other.contains(phrase), "\(phrase) in \(language)")
        }
    }

    @Test("a text from a plan cannot move the cursor")
    func control() throws {
        let plan = try TestPlan(
            Self.objectives.replacing("title: More forest", with: "title: \"More\\e[2Jforest\\nX\"")
        )
        let text = AssessmentText.overview(try plan.assess([], asOf: "2020-08-01"), language: "en")
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(text.contains("More [2Jforest X"))
    }

    @Test("changes are told with what made them")
    func changes() throws {
        let plan = try TestPlan(Self.objectives)
        let first = report("trees", "2020-H1", .number(40))
        let earlier = try plan.assess([first], asOf: "2020-08-01")
        let later = try plan.assess([first, report("trees", "2020-H2", .number(210))], asOf: "2021-02-01")
        let text = plain(ChangesText.text(of: Changes.between(earlier, later), in: later, language: "en"))
        #expect(text.hasPrefix("From 1 Aug 2020 to 1 Feb 2021\n"))
        #expect(text.contains("Better\n  1 More forest\n    ✗ Off track → ✓ On track\n"))
        #expect(text.contains("  trees Trees planted\n    ✗ Off track → ✓ On track\n"))
        #expect(text.contains("      because of: 1 report\n"))
        #expect(text.contains("Reports\n  received: 1\n  newly overdue: 1\n"))
    }
}
