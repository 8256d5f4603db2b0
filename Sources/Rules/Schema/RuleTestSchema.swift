import ActionPlan
import CEL

/// The schema of files with cases; the facts that a case may state are those that rules see.
enum RuleTestSchema {
    static let cases = Schema.object([
        .init("format", Schema(.word([FileFormat.ruleTests.rawValue])), "What kind of file this is", required: true),
        .init("cases", .list(testCase), "Facts, and what is said of them"),
    ])

    private static let testCase = Schema.object([
        .init("name", .string, "What the case shows, as a sentence", required: true),
        .init(
            "scope",
            Schema(.word(RuleTest.Section.all.map(\.keyword))),
            "Which section of the pack is tried",
            required: true
        ),
        .init("today", .date, "The day as of which is judged", required: true),
        .init(
            "params",
            Schema(.object(ObjectSchema([], others: .init(anyName, Schema(.text(pattern: nil)))))),
            "Values of parameters other than their defaults"
        ),
        .init(
            "given",
            .object(
                types.map { .init($0.variable, Schema(.reference($0.type.name)), "Facts about the \($0.variable)") }
            ),
            "The facts; what is left out is absent or empty"
        ),
        .init("expect", expectation, "What is said", required: true),
    ])

    private static let anyName = "^[a-z][a-z0-9_]{0,63}$"

    private static let expectation = Schema.object([
        .init("status", .identifier, "The status given"),
        .init("rule", .identifier, "The verdict that gives it"),
        .init(
            "measures",
            Schema(.object(ObjectSchema([], others: .init(anyName, Schema(.anything))))),
            "Values of measures; ~ where one is absent"
        ),
        .init(
            "because",
            Schema(.object(ObjectSchema([], others: .init("^[a-z][a-z-]{1,7}$", .string)))),
            "The sentences, by language"
        ),
        .init("checks", .list(.identifier), "The checks that object to a report"),
        .init("silent", .boolean, "Whether the pack says nothing of it"),
    ])

    // MARK: - Facts

    /// The variables of all sections; that of the section on the plan has the fields of `plan` everywhere too.
    private static let types: [(variable: String, type: ObjectType)] = {
        var types: [(String, ObjectType)] = [("plan", FactSchema.planGroup.type)]
        let variables = RulePack.Scope.allCases.flatMap(RuleScope.variables) + RuleScope.reportVariables
        for variable in variables where !types.contains(where: { $0.0 == variable.name }) {
            if case .object(let type) = variable.type { types.append((variable.name, type)) }
        }
        return types
    }()

    /// The types of facts and all that they refer to, each once.
    static let factDefinitions: [(name: String, schema: Schema)] = {
        var definitions: [(name: String, schema: Schema)] = []
        var waiting = types.map(\.type)
        while let type = waiting.popLast() {
            guard !definitions.contains(where: { $0.name == type.name }) else { continue }
            definitions.append(
                (
                    type.name,
                    .object(
                        type.fields.map { field in
                            .init(field.name, schema(of: field.type(), &waiting), "\(field.type())")
                        }
                    )
                )
            )
        }
        return definitions.sorted { $0.name < $1.name }
    }()

    private static func schema(of type: CELType, _ waiting: inout [ObjectType]) -> Schema {
        switch type {
        case .double: .number
        case .int: Schema(.integer(-1_000_000_000...1_000_000_000))
        case .bool: .boolean
        case .string: Schema(.text(pattern: nil))
        case .timestamp: .date
        case .list(let element): .list(schema(of: element, &waiting))
        case .map(_, let value): Schema(.object(ObjectSchema([], others: .init(".", schema(of: value, &waiting)))))
        case .object(let type): definition(of: type, &waiting)
        default: Schema(.anything)
        }
    }

    private static func definition(of type: ObjectType, _ waiting: inout [ObjectType]) -> Schema {
        waiting.append(type)
        return Schema(.reference(type.name))
    }
}
