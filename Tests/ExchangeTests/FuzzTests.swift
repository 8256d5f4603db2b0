import ActionPlan
import Diagnostics
import Foundation
import Spreadsheet
import TestSupport
import Testing

@testable import Exchange

/// Tables with random damage: whatever they say, reading them ends, in reports or a plan, or in diagnostics.
///
/// `NAP_FUZZ_SEED=…` repeats a run, `NAP_FUZZ_ROUNDS=…` makes it longer.
@Suite("Damaged tables")
struct FuzzTests {
    private static func setting(_ name: String, _ standard: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) ?? standard
    }

    private static let reports = """
        Item;Period;Value;Numerator;Denominator;Date;Nothing to report;Sex: female;Comment
        i-trained;2021-H1;1 280;;;;;7;fine
        i-share;2021-H1;;12;48;;;;
        i-manual;2021-H1;yes;;;30.05.2021;;;
        i-stage;2021-H1;Drafted;;;;;;
        """
    private static let plan = """
        Objective;No.;Activity;Responsible;Deadline;Indicator;Unit;Baseline;Target
        1. Prevent;1.1;Train officers;MoI SSES;2021-2022;People trained;persons;5;100
        ;1.2;Издать пособие;МВД;II квартал 2021 г.;Share;%;10%;20 %
        """

    @Test("mutated texts neither crash nor hang, and a draft that is made can be read")
    func texts() {
        var random = SplitMix64(seed: Self.setting("NAP_FUZZ_SEED", 20_261_124))
        var drafts = 0
        for round in 0..<Self.setting("NAP_FUZZ_ROUNDS", 200) {
            let isPlan = round % 2 == 0
            let bytes = random.mutated(Array((isPlan ? Self.plan : Self.reports).utf8))
            let source = SourceText(name: "t.csv", bytes: bytes)
            guard let table = CSVReader().read(source).table else { continue }
            if isPlan {
                guard let draft = PlanTableReader("t.csv").draft([table]).draft else { continue }
                drafts += 1
                let (plan, diagnostics) = PlanLoader.load([SourceText(name: "plan.yaml", text: draft.text)])
                #expect(plan != nil, "\(TextRenderer().render(diagnostics))\n\(draft.text)")
            } else {
                _ = ReportTableReader(SmallPlan.index, agency: AgencyID(rawValue: "moi"), statuses: [])
                    .reports(table, today: SmallPlan.lastDay)
            }
        }
        #expect(drafts > 0)
    }

    @Test("sheets of random cells and merged ranges neither crash nor hang")
    func sheets() {
        var random = SplitMix64(seed: Self.setting("NAP_FUZZ_SEED", 20_261_124))
        let words = [
            "Item", "Period", "Value", "Sex", "female", "Kind of value", "Agency", "i-trained", "i-share", "2021-H1",
            "12",
            "1,280", "#REF!", "=", "75%%", "—", "moi", "Activity", "Indicator", "2021", "yes", "", "", "",
        ]
        for _ in 0..<Self.setting("NAP_FUZZ_ROUNDS", 200) {
            let lines = (0..<(1 + random.below(8)))
                .map { _ in
                    (0..<(1 + random.below(9))).map { _ in words[random.below(words.count)] }.joined(separator: "|")
                }
            let merged = (0..<random.below(4))
                .map { _ in
                    let (row, column) = (1 + random.below(8), 1 + random.below(8))
                    return CellRange(
                        rows: row...(row + random.below(5)),
                        columns: column...(column + random.below(random.below(9) == 0 ? 20_000 : 4))
                    )
                }
            let sheet = Workbooks.sheet("a", lines, merged: merged)
            let (_, diagnostics) = Workbooks.read(sheet, sheet)
            _ = TextRenderer().render(diagnostics) + JSONRenderer().render(diagnostics)
            let reader = PlanTableReader("t.xlsx")
            let tables = reader.tables(in: Workbook(sheets: [sheet])).tables
            if let draft = reader.draft(tables).draft {
                #expect(PlanLoader.load([SourceText(name: "plan.yaml", text: draft.text)]).plan != nil, "\(draft.text)")
            }
        }
    }
}

extension SplitMix64 {
    fileprivate mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

    /// Some bytes changed, removed, doubled, or pieces put in that mean something in tables.
    fileprivate mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        let pieces = [
            ";", "\n", "\"", "\t", "\u{A0}", "\u{FEFF}", "%", "ý", "2021", "1.1", "—", "\u{301}", ", ", "\u{2028}",
        ]
        var bytes = bytes
        for _ in 0...below(6) where !bytes.isEmpty {
            let place = below(bytes.count)
            let end = min(bytes.count, place + below(30))
            switch below(6) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count))
            default: bytes.insert(contentsOf: Array(pieces[below(pieces.count)].utf8), at: place)
            }
        }
        return bytes
    }
}
