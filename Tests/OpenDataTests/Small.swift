import ActionPlan
import Diagnostics
import Disclosure
import Foundation
import Rules
import Testing

/// The small plan with some reports, judged.
enum Small {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static let plan: Plan = {
        let file = tests.appendingPathComponent("Fixtures/small-plan.yaml")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let (plan, diagnostics) = PlanLoader.load([SourceText(name: "small.yaml", text: text)])
        guard let plan else { preconditionFailure(TextRenderer().render(diagnostics)) }
        return plan
    }()

    static let index = PlanIndex(plan)
    static let agency = AgencyID(rawValue: "moi")
    static let lastDay = Day(number: 18_992)

    /// A report as an agency sends it.
    static func report(
        _ item: String,
        _ period: String,
        _ value: ReportedValue,
        cells: [(String, Double)] = []
    ) -> ReportRecord {
        let content = ReportContent(
            body: .value(value),
            cells: cells.map { .init(categories: [.init(dimension: "sex", category: $0.0)], value: $0.1) },
            provenance: .illustrative(note: nil)
        )
        return ReportRecord(
            key: ReportKey(item: ItemID(rawValue: item), period: PeriodID(rawValue: period), agency: agency),
            state: .submitted,
            versions: [
                ReportVersion(
                    number: 1,
                    content: content,
                    isDraft: false,
                    submitted: Moment(startOf: Day(number: 18_820), at: .zero)
                )
            ],
            reviews: []
        )
    }

    /// Where the plan stands with some reports.
    static func assessment(_ reports: [ReportRecord], _ edition: Assessment.Edition = .internal) throws -> Assessment {
        let rules = tests.deletingLastPathComponent().appendingPathComponent("rules").path
        let library = RulePackLibrary(folders: [rules])
        let (assessor, diagnostics) = Assessor.prepare(plan, find: library.pack) { _ in "" }
        let known = try #require(assessor, "\(TextRenderer().render(diagnostics))")
        let snapshot = Snapshot(
            knownAt: Moment(startOf: lastDay, at: .zero),
            records: reports.sorted { $0.key < $1.key }
        )
        return switch edition {
        case .internal: known.assess(snapshot, asOf: lastDay)
        case .public: Disclosure(known).assess(snapshot, asOf: lastDay)
        }
    }
}
