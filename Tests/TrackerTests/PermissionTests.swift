import ActionPlan
import Diagnostics
import Testing

@testable import Tracker

@Suite("Who may do what")
struct PermissionTests {
    private func refusal(_ id: String, _ role: Party.Role, _ step: ReportEvent.Kind) throws -> String? {
        let index = try Fixture().workspace.index(on: Day(number: 18_900))
        let key = ReportKey(
            item: ItemID(rawValue: "i-trained"),
            period: PeriodID(rawValue: "2021-H1"),
            agency: AgencyID(rawValue: "moi")
        )
        return Permission(index).refusal(of: Party(id: id, role: role), step, on: key)?.identifier
    }

    @Test("every step of every kind of party is decided", arguments: ReportEvent.Kind.allCases)
    func table(step: ReportEvent.Kind) throws {
        let isReview = step.isReview
        #expect(try refusal("moi", .agency, step) == (isReview ? "own-review" : nil))
        #expect(try refusal("moe", .agency, step) == (isReview ? "own-review" : "not-its-report"))
        #expect(try refusal("moe", .reviewer, step) == (isReview ? nil : "not-its-report"))
        #expect(try refusal("moi", .reviewer, step) == (isReview ? "own-review" : "not-its-report"))
        #expect(try refusal("moe", .chair, step) == (isReview ? nil : "not-its-report"))
        #expect(try refusal("moe", .secretariat, step) == nil)
        #expect(try refusal("moi", .secretariat, step) == (isReview ? "own-review" : nil))
        #expect(try refusal("nobody", .secretariat, step) == "unknown-party")
    }
}
