package import ActionPlan
package import CEL

/// A case that a pack states about itself: facts, and what is said of them.
package struct RuleTest: Sendable {
    package var name: String
    package var scope: RulePack.Scope
    package var file: String
    package var line: Int
    package var expectedStatus: StatusID?
    package var expectedRule: String?
    package var expectedMeasures: [(id: String, value: Value?)]
    package var expectedBecause: [(language: String, text: String)]
    /// The values of the section's variables.
    var variables: [Value?]
    var parameters: Value
}
