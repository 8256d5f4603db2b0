import ActionPlan
import Diagnostics
import Exchange
import Foundation
import Rules

/// A plan small enough to read at a glance.
enum SmallPlan {
    /// The text of Tests/Fixtures/small-plan.yaml.
    static let text: String = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: tests.appendingPathComponent("Fixtures/small-plan.yaml"), encoding: .utf8))
            ?? ""
    }()

    static var index: PlanIndex {
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "small.yaml", text: text)])
        guard let plan else { preconditionFailure(TextRenderer().render(diagnostics)) }
        return PlanIndex(plan)
    }

    /// The last day of the plan.
    static let lastDay = Day(number: 18_992)

    /// Reads a table as an agency sends it.
    static func read(
        _ csv: String,
        agency: String = "moi",
        today: Day = lastDay
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        let (table, problems) = CSVReader().read(SourceText(name: "t.csv", text: csv))
        guard let table else { return ([], problems) }
        return ReportTableReader(index, agency: AgencyID(rawValue: agency), statuses: []).reports(table, today: today)
    }
}
