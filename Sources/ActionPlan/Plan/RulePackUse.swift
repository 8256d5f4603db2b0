/// That a plan is judged by a rule pack.
package struct RulePackUse: Hashable, Sendable {
    package var pack: String
    /// The version asked for, such as `1.0`; the pack found must have the same first number and be no older.
    package var version: String
    /// Values for the pack's parameters, by name.
    package var parameters: [String: ParameterValue]
    /// The items, and all below them, that it judges; empty for the whole plan.
    package var items: [ItemID]
    /// Where the plan says so.
    package var places: Places

    /// A use of a pack.
    package init(
        pack: String,
        version: String,
        parameters: [String: ParameterValue] = [:],
        items: [ItemID] = [],
        places: Places = Places()
    ) {
        self.pack = pack
        self.version = version
        self.parameters = parameters
        self.items = items
        self.places = places
    }

    /// A value that a plan gives to a parameter.
    package enum ParameterValue: Hashable, Sendable {
        case number(Double)
        case text(String)
        case boolean(Bool)
    }

    /// Where in the plan's files its parts stand.
    package struct Places: Hashable, Sendable {
        package var pack = SourceSpanReference(nil)
        package var version = SourceSpanReference(nil)
        /// The names of parameters, and their values.
        package var parameters: [String: SourceSpanReference] = [:]
        package var values: [String: SourceSpanReference] = [:]
    }
}
