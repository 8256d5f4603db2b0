import CEL

/// The names that the expressions of a section may use, and in which order their values are handed over.
enum RuleScope {
    /// The variables that every section has: `today`, `params`, `measures`, `plan`.
    static func environment(
        _ subject: [Environment.Variable],
        parameters: ObjectType,
        measures: ObjectType,
        plan: ObjectType = FactSchema.plan.type,
        functions: RuleFunctions,
        helpers: [Helper] = []
    ) -> Environment {
        Environment(
            variables: [
                .init("today", .timestamp), .init("params", .object(parameters)), .init("measures", .object(measures)),
                .init("plan", .object(plan)),
            ] + subject,
            functions: functions.overloads,
            definitions: helpers.map(\.definition)
        )
    }

    /// What helpers can read besides what is handed over to them: whatever any section has, but for its measures.
    ///
    /// Where one is called, what it reads must be there.
    static func helperEnvironment(
        parameters: ObjectType,
        functions: RuleFunctions,
        helpers: [Helper]
    ) -> Environment {
        let subjects: [Environment.Variable] = [
            .init("period", .object(FactSchema.period.type)), .init("indicator", .object(FactSchema.indicator.type)),
            .init("activity", .object(FactSchema.activity.type)),
            .init("objective", .object(FactSchema.objective.type)),
            .init("agency", .object(FactSchema.agency.type)), .init("report", .object(FactSchema.report.type)),
        ]
        return Environment(
            variables: [
                .init("today", .timestamp), .init("params", .object(parameters)),
                .init("plan", .object(FactSchema.plan.type)),
            ] + subjects,
            functions: functions.overloads,
            definitions: helpers.map(\.definition)
        )
    }

    /// The variables that a section has besides.
    static func variables(of scope: RulePack.Scope) -> [Environment.Variable] {
        switch scope {
        case .period:
            [.init("period", .object(FactSchema.period.type)), .init("indicator", .object(FactSchema.indicator.type))]
        case .indicator: [.init("indicator", .object(FactSchema.indicator.type))]
        case .activity: [.init("activity", .object(FactSchema.activity.type))]
        case .objective: [.init("objective", .object(FactSchema.objective.type))]
        case .agency: [.init("agency", .object(FactSchema.agency.type))]
        case .plan: []
        }
    }

    /// The variables of checks on a report.
    static let reportVariables: [Environment.Variable] = [
        .init("report", .object(FactSchema.report.type)), .init("indicator", .object(FactSchema.indicator.type)),
        .init("activity", .object(FactSchema.activity.type)), .init("period", .object(FactSchema.period.type)),
    ]

    /// In the section on the plan, `plan` has the roll-up's fields too.
    static func planType(of scope: RulePack.Scope) -> ObjectType {
        scope == .plan ? FactSchema.planGroup.type : FactSchema.plan.type
    }
}
