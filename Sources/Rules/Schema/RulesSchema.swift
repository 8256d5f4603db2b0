import ActionPlan

extension JSONSchema {
    /// Of the files of rule packs: the packs themselves and their cases.
    package static var rules: String { text(of: RulesSchema.file) }
}

/// The schema of the files of rule packs; docs/rule-packs.md tells the same in prose.
enum RulesSchema {
    static let file = FileSchema(
        title: "A rule pack, or cases that it states about itself",
        root: Schema(
            .chosen(
                by: "format",
                [(FileFormat.rules.rawValue, "pack"), (FileFormat.ruleTests.rawValue, "cases")]
            )
        ),
        definitions: Schema.commonDefinitions.filter { $0.name == "text" } + [
            ("pack", pack), ("section", section()), ("period-section", section(drawing: band)),
            ("indicator-section", section(drawing: forecast)), ("cases", RuleTestSchema.cases),
        ] + RuleTestSchema.factDefinitions
    )

    static let name = Schema(.text(pattern: "^[a-z][a-z0-9_]{0,63}$"))
    static let expression = Schema.string

    private static let pack = Schema.object(
        [
            .init("format", Schema(.word([FileFormat.rules.rawValue])), "What kind of file this is", required: true),
            .init("id", .identifier, "How plans call the pack; its folder bears the same name", required: true),
            .init(
                "version",
                Schema(.text(pattern: "^[0-9]+(\\.[0-9]+){0,2}$")),
                "Semantic: a new first number where verdicts change in kind",
                required: true
            ),
            .init("title", .text, "How it is called on pages", required: true),
            .init("summary", .text, "What it judges, and how, in a sentence or two"),
            .init("cites", .list(citation), "Where the method is published"),
            .init("uses", .list(.identifier), "Packs whose statuses it gives too"),
            .init("parameters", named(parameter), "Figures that a plan may set"),
            .init("helpers", named(helper), "Named expressions that all others of the pack can call"),
            .init("statuses", .list(status), "What it can find"),
        ]
            + RulePack.Scope.allCases.map { scope in
                .init(
                    scope.rawValue,
                    Schema(
                        .reference([.period, .indicator].contains(scope) ? scope.rawValue + "-section" : "section")
                    ),
                    "The rules for each \(scope.rawValue)"
                )
            } + [.init("report", report, "Checks on a report before it is taken")]
    )

    /// A mapping of names of our own choice.
    private static func named(_ schema: Schema) -> Schema {
        Schema(.object(ObjectSchema([], others: .init("^[a-z][a-z0-9_]{0,63}$", schema))))
    }

    private static let citation = Schema.object([
        .init("title", .text, "What is cited", required: true),
        .init("url", .string, "Where it can be read"),
        .init("says", .text, "What it says about this"),
    ])

    private static let parameter = Schema.object([
        .init("type", Schema(.word(["double", "int", "bool", "string"])), "The type of its values", required: true),
        .init("default", Schema(.text(pattern: nil)), "Its value where the plan gives none", required: true),
        .init("low", .number, "The lowest value that a plan may give"),
        .init("high", .number, "The highest value that a plan may give"),
        .init("title", .text, "What it is, in words", required: true),
        .init("unit", .text, "In which unit"),
    ])

    private static let status = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "The word that stands on pages", required: true),
        .init("rank", Schema(.integer(0...1000)), "0 is best; the worse, the higher", required: true),
        .init(
            "group",
            .word(Status.Group.self),
            "unknown: not judged for want of data; neutral: nothing to judge",
            required: true
        ),
        .init("color", .word(Status.Color.self), "A colour of the style sheet", required: true),
        .init("symbol", .word(Status.Symbol.self), "The symbol that stands beside the word", required: true),
        .init("advice", .text, "What to do next"),
        .init("shared", .boolean, "Whether it is there for other packs, and none of this pack's rules need give it"),
    ])

    private static let helper = Schema.object([
        .init("title", .text, "What it is, in words"),
        .init("parameters", named(Schema(.text(pattern: nil))), "What is handed over, each with its type"),
        .init("value", expression, "The expression, in CEL", required: true),
    ])

    private static func section(drawing: ObjectSchema.Property? = nil) -> Schema {
        Schema.object(
            [
                .init("applies", expression, "A condition in CEL: nothing is said where it is false"),
                .init("measures", named(measure), "Named values, in any order"),
            ]
                + (drawing.map {
                    [.init("chart", Schema.object([$0]), "Measures that are drawn on an indicator's chart")]
                }
                    ?? [])
                + [
                    .init("verdicts", .list(verdict), "The first that holds gives the status; the last has no `when`"),
                    .init("bounds", bounds, "What children without data may have at best and at worst"),
                ]
        )
    }

    private static let band = ObjectSchema.Property(
        "band",
        name,
        "The measure from which on a value counts as on track: the edge of the tolerance band"
    )
    private static let forecast = ObjectSchema.Property(
        "forecast",
        name,
        "The measure that is the day on which the target is reached at the present pace"
    )

    private static let measure = Schema.object([
        .init("title", .text, "What it is, in words"),
        .init(
            "format",
            Schema(.word(["number", "percent", "percent1", "integer", "date", "text"])),
            "How it is shown; number if left out"
        ),
        .init("when", expression, "A condition in CEL: the measure is absent where it is false"),
        .init("value", expression, "The value, in CEL", required: true),
    ])

    private static let verdict = Schema.object([
        .init("id", .identifier, "How traces call the rule", required: true),
        .init("when", expression, "A condition in CEL; left out: the last resort"),
        .init("status", .identifier, "The status that it gives", required: true),
        .init("because", .text, "Why, with ${values | format} in it", required: true),
    ])

    private static let bounds = Schema.object([
        .init("best", .identifier, "The status at best", required: true),
        .init("worst", .identifier, "The status at worst", required: true),
    ])

    private static let report = Schema.object([
        .init("measures", named(measure), "Named values, in any order"),
        .init("checks", .list(check), "All are tried"),
    ])

    private static let check = Schema.object([
        .init("id", .identifier, "How messages call the check", required: true),
        .init("when", expression, "A condition in CEL: what is wrong where it holds", required: true),
        .init(
            "severity",
            Schema(.word(["error", "warning", "info"])),
            "error: the report is refused; warning: it needs a comment; info: worth knowing",
            required: true
        ),
        .init(
            "field",
            Schema(.word(["value", "cells", "comment", "evidence", "claim"])),
            "Which part of the report it is about"
        ),
        .init("message", .text, "What is said, with ${values | format} in it", required: true),
    ])
}
