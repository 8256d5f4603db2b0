import ActionPlan
import Diagnostics
import Testing

@testable import Exchange

@Suite("Plans published as tables")
struct PlanTableReaderTests {
    private func draft(
        _ text: String,
        _ change: (inout PlanTableReader.Options) -> Void = { _ in }
    ) -> (draft: PlanDraft?, diagnostics: [Diagnostic]) {
        var options = PlanTableReader.Options()
        change(&options)
        guard let table = CSVReader().read(SourceText(name: "t.csv", text: text)).table else { return (nil, []) }
        return PlanTableReader("matrix.csv", options: options).draft([table])
    }

    private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private func asks(_ draft: PlanDraft?, _ words: String) -> Bool {
        draft?.questions.contains { $0.text.description.contains(words) } ?? false
    }

    @Test("the draft is a plan that can be read")
    func valid() throws {
        let (made, diagnostics) = draft(
            """
            Objective;No.;Activity;Responsible;Deadline;Indicator;Unit;Baseline;Target
            1. Prevent;1.1;Train "officers": all;MoI;2021-2022;People trained;persons;5;100
            ;1.1;Train "officers": all;MoI;2021-2022;Share trained;;10%;20 %
            2. Protect;2.1;Open a shelter;Ministry of Labour, employment and youth, MoI;on-going;Law adopted;;;
            """
        )
        #expect(!diagnostics.hasErrors)
        let text = try #require(made?.text)
        let (plan, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
        #expect(!problems.hasErrors, "\(TextRenderer().render(problems))\n\(text)")
        #expect(plan?.objectives.map(\.code) == ["1", "2"])
        #expect(plan?.activities.count == 2)
        #expect(
            plan?.indicators.map(\.title.entries.first?.text) == ["People trained", "Share trained", "Law adopted"]
        )
        #expect(plan?.activities.last?.timing?.kind == .permanent)
        #expect(plan?.activities.last?.coLeads.count == 1)
        #expect(plan?.agencies.map(\.title.entries.first?.text) == ["MoI", "Ministry of Labour, employment and youth"])
        #expect(plan?.days.end == Day("2022-12-31"))
    }

    @Test("a row with one text in it is the objective of the rows below")
    func headingRows() {
        let (made, _) = draft("№;Çäre;Möhleti\nÖňüni alyş;;\n1;Okuw geçirmek;2021\n2;Gollanma çap etmek;2022\n")
        #expect(made?.language == "tk")
        #expect(made?.objectives.map(\.title) == ["Öňüni alyş"])
        #expect(made?.objectives.first?.activities.count == 2)
        #expect(asks(made, "nobody is named"))
    }

    @Test("indicators below no activity stand below one that bears the objective's title")
    func noActivity() {
        let (made, _) = draft("Level;Indicator;Target\nOutcome 1: Prevent;People trained;100\n") {
            $0.start = Day("2021-01-01")
            $0.end = Day("2021-12-31")
        }
        #expect(made?.objectives.first?.activities.map(\.title) == ["Outcome 1: Prevent"])
        #expect(made.map { PlanLoader.load([SourceText(name: "plan.yaml", text: $0.text)]).plan != nil } == true)
        #expect(asks(made, "no activity is named"))
    }

    @Test("a number that a spreadsheet cut short is asked about")
    func cutNumber() {
        let rows = (8...9).map { "2.\($0);Activity \($0);X;2021" } + ["2.1;Activity 10;X;2021"]
        let all = ["No.;Activity;Responsible;Deadline", "2.1;Activity 1;X;2021"] + rows
        #expect(asks(draft(all.joined(separator: "\n")).draft, "was 2.10 meant?"))
    }

    @Test("units that are spelt differently, numbers that are none and columns left out are asked about")
    func questions() {
        let (made, _) = draft(
            "Activity;Responsible;Deadline;Indicator;Unit;Target;Budget\nA;X;2021;I1;чел.;5;1\nB;X;soon;I2;человек;many;2\n"
        )
        #expect(asks(made, "is it one unit that is spelt"))
        #expect(asks(made, "“many”"))
        #expect(asks(made, "“Budget”"))
        #expect(asks(made, "the time “soon” could not be told"))
    }

    @Test("bodies without signs between them are divided at abbreviations and at known names")
    func bodies() {
        let cells = [
            "MoH&MIT SSES", "SSES Ministry of Agriculture", "Ministry of Agriculture",
            "SRC Bash Dermanhana Association",
        ]
        var names = AgencyNames(cells)
        for cell in cells { _ = names.ids(in: cell) }
        #expect(
            names.all.map(\.name) == [
                "MoH&MIT", "SSES", "Ministry of Agriculture", "SRC", "Bash Dermanhana Association",
            ]
        )
        #expect(names.guessed.count == 3)
    }

    @Test("a mapping says what a heading means that nobody could guess")
    func mapping() throws {
        let text =
            "format: nap-columns/1\ncolumns:\n  - {heading: \"Was?\", is: activity}\n  - {heading: \"Wann?\", is: time}\n"
        let (mapping, diagnostics) = ColumnMapping.read(SourceText(name: "c.yaml", text: text))
        #expect(!diagnostics.hasErrors)
        let table = "Was?;Wann?\nA;2021\n"
        #expect(draft(table).diagnostics.contains { $0.identifier == "no-plan-column" })
        #expect(draft(table) { $0.mapping = mapping }.draft?.objectives.first?.activities.map(\.title) == ["A"])
        let read = try #require(mapping)
        #expect(ColumnMapping.read(SourceText(name: "d.yaml", text: read.text)).mapping?.entries == read.entries)
    }

    @Test("a mapping that says nonsense is refused")
    func badMapping() {
        for text in ["format: nap-plan/1\n", "format: nap-columns/1\ncolumns:\n  - {heading: a, is: nonsense}\n"] {
            #expect(ColumnMapping.read(SourceText(name: "c.yaml", text: text)).mapping == nil)
        }
    }

    @Test("a table without years needs to be told them")
    func years() {
        let table = "Activity;Deadline\nA;soon\n"
        #expect(draft(table).diagnostics.contains { $0.identifier == "no-years" })
        let told = draft(table) {
            $0.start = Day("2021-01-01")
            $0.end = Day("2021-12-31")
        }
        #expect(told.draft != nil)
    }

    @Test(
        "times are understood as plans print them",
        arguments: [
            ("2017-2025", PrintedTime.Kind.fixed(start: Day("2017-01-01"), end: Self.day("2025-12-31"))),
            ("2017 1 st quarter", .fixed(start: Day("2017-01-01"), end: Self.day("2017-03-31"))),
            ("II квартал 2017 г.", .fixed(start: Day("2017-04-01"), end: Self.day("2017-06-30"))),
            ("2017-nji ýylyň 2-nji ýarymy", .fixed(start: Day("2017-07-01"), end: Self.day("2017-12-31"))),
            ("31.12.2017", .fixed(start: nil, end: Self.day("2017-12-31"))), ("Annually", .recurring(.year)),
            ("ежеквартально", .recurring(.quarter)), ("On-going", .permanent), ("hemişe", .permanent),
        ]
    )
    func times(text: String, kind: PrintedTime.Kind) {
        let time = PrintedTime.read(text)
        #expect(time?.kind == kind)
    }

    @Test("what is more than understood is doubtful; what is not understood is none; a footnote is no year")
    func doubtful() {
        #expect(PrintedTime.read("Once in 6 months and as needed")?.isDoubtful == true)
        #expect(PrintedTime.read("2017 with extension until 2025")?.isDoubtful == true)
        #expect(PrintedTime.read("2017-2025")?.isDoubtful == false)
        #expect(PrintedTime.read("soon") == nil)
        #expect(PrintedTime.read("20221") == nil)
    }
}
