import Foundation

/// A plan small enough to read at a glance.
enum SmallPlan {
    /// The text of Tests/Fixtures/small-plan.yaml.
    static let text: String = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: tests.appendingPathComponent("Fixtures/small-plan.yaml"), encoding: .utf8))
            ?? ""
    }()
}
