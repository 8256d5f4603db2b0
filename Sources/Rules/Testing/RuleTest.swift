package import ActionPlan
package import CEL

/// A case that a pack states about itself: facts, and what is said of them.
package struct RuleTest: Sendable {
    package var name: String
    package var section: Section
    package var file: String
    package var line: Int
    package var expectation = Expectation()
    /// The values of the section's variables.
    var variables: [Value?]
    var parameters: Value

    /// The part of a pack that a case is about.
    package enum Section: Hashable, Sendable {
        case scope(RulePack.Scope)
        /// The checks on a report.
        case report

        /// The word by which files name it.
        package var keyword: String {
            switch self {
            case .scope(let scope): scope.rawValue
            case .report: "report"
            }
        }

        /// All of them, in the order of the documentation.
        package static let all = RulePack.Scope.allCases.map(Self.scope) + [.report]
    }

    /// What should come of it; nil and empty parts are not looked at.
    package struct Expectation: Sendable {
        package var status: StatusID?
        package var rule: String?
        package var measures: [(id: String, value: Value?)] = []
        package var because: [(language: String, text: String)] = []
        /// The checks that find something, all of them.
        package var checks: [String]?
        /// Whether the section should not apply at all.
        package var isSilent = false
    }
}
