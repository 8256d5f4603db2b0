import ActionPlan
import Diagnostics
import Exchange
import Testing

@Suite("Reports from a table")
struct ReportTableReaderTests {
    @Test("headings may be in any language and order")
    func headings() throws {
        let tables = [
            "Item;Period;Value;Comment\ni-trained;2021-H1;12;fine\n",
            "Комментарий;Значение;Период;Показатель\nfine;12;2021-H1;i-trained\n",
            "Düşündiriş;Döwür;Görkeziji;Baha\nfine;2021-H1;i-trained;12\n",
        ]
        for table in tables {
            let (entries, diagnostics) = SmallPlan.read(table)
            #expect(!diagnostics.hasErrors)
            let entry = try #require(entries.first)
            #expect(
                entry.key
                    == ReportKey(
                        item: ItemID(rawValue: "i-trained"),
                        period: PeriodID(rawValue: "2021-H1"),
                        agency: AgencyID(rawValue: "moi")
                    )
            )
            #expect(entry.content.body == .value(.number(12)))
            #expect(entry.content.comment?["ru"] == "fine")
            #expect(entry.content.provenance == .stated)
        }
    }

    @Test("each measure takes the value that is its own")
    func measures() {
        let (entries, diagnostics) = SmallPlan.read(
            """
            Показатель;Период;Значение;Числитель;Знаменатель;Дата достижения
            i-trained;1-е полугодие 2021 г.;1 280;;;
            i-share;2021-H1;;12;48;
            i-manual;2021-H1;да;;;30.05.2021
            i-stage;2021-H1;Принят;;;
            a1;2021-H1;выполняется;;;
            """
        )
        #expect(!diagnostics.hasErrors)
        #expect(
            entries.map(\.content.body) == [
                .value(.number(1280)), .value(.ratio(numerator: 12, denominator: 48)),
                .value(.milestone(achieved: true, on: Day(year: 2021, month: 5, day: 30))), .value(.level("adopted")),
                .value(.implementation(.underWay)),
            ]
        )
    }

    @Test("nothing to report is not zero, and an empty row is neither")
    func absence() {
        let (entries, diagnostics) = SmallPlan.read(
            """
            Item;Period;Value;Nothing to report;Not applicable because
            i-trained;2021-H1;0;;
            i-share;2021-H1;;yes;
            i-stage;2021-H1;;;no law was planned
            i-manual;2021-H1;;;
            """
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.count == 3)
        #expect(entries[0].content.body == .value(.number(0)))
        #expect(entries[1].content.body == .nilReport)
        if case .notApplicable = entries[2].content.body {} else { Issue.record("not applicable was lost") }
        #expect(diagnostics.contains { $0.identifier == "rows-without-value" })
    }

    @Test("parts of a value stand in columns of their own")
    func cells() {
        let (entries, diagnostics) = SmallPlan.read(
            "Item;Period;Value;Пол: Женщины;sex: male\ni-trained;2021-H1;12;7;5\n"
        )
        #expect(!diagnostics.hasErrors)
        #expect(entries.first?.content.cells.map(\.value) == [7, 5])
        #expect(entries.first?.content.cells.flatMap(\.categories).map(\.category) == ["female", "male"])
    }

    @Test(
        "every mistake of a table is named at once, with its row and column",
        arguments: [
            ("i-trained;2021-H1;12,5", "not-whole"), ("i-trained;2021-H1;abc", "no-number"),
            ("i-trained;2021-H1;1,280", "ambiguous-number"), ("i-trained;2021-H1;—", "placeholder"),
            ("i-traind;2021-H1;5", "unknown-item"), ("i-trained;2021-H3;5", "unknown-period"),
            ("o1;2021-H1;5", "wrong-kind-of-item"), ("i-stage;2021-H1;Aprowed", "unknown-word"),
            ("i-manual;2021-H1;yes", "missing-cell"), ("a2;2021-H1;done", "not-entitled"),
            ("i-share;2021-H1;5", "missing-cell"),
        ]
    )
    func mistakes(row: String, identifier: String) {
        let table = "Item;Period;Value\ni-trained;2021-H2;abc\n\(row)\n"
        let (_, diagnostics) = SmallPlan.read(table)
        #expect(diagnostics.contains { $0.identifier == identifier && $0.span?.start.line == 3 })
        #expect(diagnostics.contains { $0.identifier == "no-number" && $0.span?.start.line == 2 })
    }

    @Test("a row tells all that is wrong with it: its value, its item, its agency and its period")
    func wholeRow() {
        func mistakes(_ row: String) -> [String] {
            SmallPlan.read("Item;Period;Value;Numerator;Denominator\n\(row)\n").diagnostics
                .filter { $0.severity == .error }.map(\.identifier).sorted()
        }
        #expect(mistakes("i-trained;2021-H3;abc;;") == ["no-number", "unknown-period"])
        #expect(mistakes("i-traind;2021-H1;5;;") == ["unknown-item"])
        #expect(mistakes("a2;2021-H3;done today;;") == ["not-entitled", "unknown-period", "unknown-word"])
        #expect(mistakes("i-share;2021-H3;;abc;") == ["missing-cell", "no-number", "unknown-period"])
    }

    @Test("a heading that is nearly right is asked about")
    func suggestion() {
        let (_, diagnostics) = SmallPlan.read("Item;Period;Valeu\ni-trained;2021-H1;5\n")
        #expect(diagnostics.first { $0.identifier == "unknown-column" }?.hint?.description == "did you mean Value?")
    }

    @Test("a period that has not begun cannot be reported on; one not ended is questioned")
    func periods() {
        let may = Day(year: 2021, month: 5, day: 1) ?? SmallPlan.lastDay
        let table = "Item;Period;Value\ni-trained;2021-H1;5\ni-trained;2021-H2;5\n"
        let (_, diagnostics) = SmallPlan.read(table, today: may)
        #expect(diagnostics.contains { $0.identifier == "period-not-ended" && $0.severity == .warning })
        #expect(diagnostics.contains { $0.identifier == "period-not-begun" && $0.severity == .error })
    }

    @Test("the same item and period twice is refused")
    func duplicate() {
        let (_, diagnostics) = SmallPlan.read("Item;Period;Value\ni-trained;2021-H1;5\ni-trained;2021-H1;6\n")
        #expect(diagnostics.contains { $0.identifier == "duplicate-report" })
    }
}
