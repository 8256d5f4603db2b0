import CEL

// The expressions of a pack as its file writes them, for those who explain rules and need not know the rule language.

extension ScopeRules {
    /// Where the rules say anything at all; nil for everywhere.
    package var writtenApplies: String? { applies?.text }
}

extension ScopeRules.Measure {
    /// How it is computed.
    package var writtenValue: String { value.text }
    /// Where it is computed; nil for everywhere.
    package var writtenCondition: String? { when?.text }
}

extension ScopeRules.Rule {
    /// When it holds; nil for the last resort.
    package var writtenCondition: String? { when?.text }
}

extension Check {
    /// When it finds something.
    package var writtenCondition: String { when.text }
}
