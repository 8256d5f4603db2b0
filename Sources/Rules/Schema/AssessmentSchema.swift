package import ActionPlan

extension JSONSchema {
    /// Of assessments as JSON, format `nap-assessment/1`.
    package static var assessment: String { text(of: AssessmentSchema.file) }
}

/// The schema of what `nap assess --format json` writes.
package enum AssessmentSchema {
    package static let file = FileSchema(
        title: "An assessment: where a plan stands as of a day, and why",
        root: Schema.object([
            .init("format", Schema(.word([AssessmentJSON.format])), "What kind of file this is", required: true),
            .init("edition", .word(Assessment.Edition.self), "public: small counts are withheld", required: true),
            .init("as_of", .date, "The day as of which is judged", required: true),
            .init("known_at", .moment, "The instant up to which reports are taken into account", required: true),
            .init("plan", plan, "The plan", required: true),
            .init("packs", .list(pack), "The rule packs that judged, in the plan's order", required: true),
            .init("statuses", .list(status), "All statuses of the packs, best first", required: true),
            .init(
                "overall",
                .object(verdicts + tallies + [reports, illustrative]),
                "The plan as a whole",
                required: true
            ),
            .init("objectives", .list(objective), "In the order of the plan", required: true),
            .init("activities", .list(activity), "In the order of the plan", required: true),
            .init("indicators", .list(indicator), "In the order of the plan", required: true),
            .init("agencies", .list(agency), "In the order of the plan", required: true),
            .init("findings", .list(finding), "What a person should look at, what matters most first", required: true),
        ]),
        definitions: Schema.commonDefinitions.filter { $0.name == "text" } + [
            ("verdict", AssessmentSchema.verdict), ("trace", trace), ("fact", fact), ("period", period),
            ("tally", tally), ("counts", counts),
        ]
    )

    /// Of the part of an assessment that is an agency's own, as ``AssessmentJSON/bytes(of:only:by:)`` writes it.
    package static let own = Schema.object([
        .init("format", Schema(.word([AssessmentJSON.partFormat])), "What this is", required: true),
        .init("agency", .identifier, "Whose part it is", required: true),
        .init("as_of", .date, "The day as of which is judged", required: true),
        .init("known_at", .moment, "The instant up to which reports are taken into account", required: true),
        .init("packs", .list(pack), "The rule packs that judged, in the plan's order", required: true),
        .init("statuses", .list(status), "All statuses of the packs, best first", required: true),
        .init("reports", Schema(.reference("counts")), "Reports expected of the agency up to the day", required: true),
        .init("activities", .list(activity), "In the order of the plan", required: true),
        .init("indicators", .list(indicator), "In the order of the plan", required: true),
        .init("findings", .list(finding), "What a person should look at, what matters most first", required: true),
    ])

    private static let anyName = "^[A-Za-z][A-Za-z0-9_.-]*$"
    private static let count = Schema(.integer(0...1_000_000_000))
    private static func named(_ schema: Schema) -> Schema {
        Schema(.object(ObjectSchema([], others: .init(anyName, schema))))
    }

    private static let plan = Schema.object([
        .init("id", .identifier, "Its identifier", required: true),
        .init("version", .string, "Of its description", required: true),
        .init("title", .text, "Its title", required: true),
        .init("start", .date, "Its first day", required: true),
        .init("end", .date, "Its last day", required: true),
        .init("languages", .list(.string), "BCP 47 tags", required: true),
    ])

    private static let pack = Schema.object([
        .init("id", .identifier, "Its identifier", required: true),
        .init("version", .string, "Its version", required: true),
        .init("sha256", Schema(.text(pattern: "^[0-9a-f]*$")), "Digest of its files", required: true),
        .init("title", .text, "What it is called", required: true),
        .init("parameters", named(Schema(.reference("fact"))), "The values of its parameters"),
    ])

    private static let status = Schema.object([
        .init("id", .identifier, "Its identifier", required: true),
        .init(
            "pack",
            Schema(.text(pattern: nil)),
            "The pack that declares it; empty for the engine's own",
            required: true
        ),
        .init("title", .text, "The word for it", required: true),
        .init("rank", Schema(.integer(0...1000)), "0 is best", required: true),
        .init("group", .word(Status.Group.self), "What it means for the reader", required: true),
        .init("color", .word(Status.Color.self), "A token of the style sheet", required: true),
        .init("symbol", .word(Status.Symbol.self), "A shape", required: true),
        .init("advice", .text, "What to do next"),
    ])

    // MARK: - Items

    private static let id = ObjectSchema.Property("id", .identifier, "Its identifier", required: true)
    private static let illustrative = ObjectSchema.Property(
        "illustrative",
        .boolean,
        "Whether anything of it rests on illustrative data: this mark must be shown",
        required: true
    )
    private static let reports = ObjectSchema.Property(
        "reports",
        Schema(.reference("counts")),
        "Reports expected up to the day, on it and all below it",
        required: true
    )
    private static let verdicts: [ObjectSchema.Property] = [
        .init("status", .identifier, "The status shown first; left out where no rule applies"),
        .init("by", .identifier, "The pack that gave it"),
        .init("verdicts", .list(Schema(.reference("verdict"))), "What all packs say", required: true),
    ]
    private static let tallies: [ObjectSchema.Property] = [
        .init("tally", Schema(.reference("tally")), "How what is directly below it stands", required: true),
        .init("activity_tally", Schema(.reference("tally")), "How all activities below it stand", required: true),
        .init("indicator_tally", Schema(.reference("tally")), "How all indicators below it stand", required: true),
    ]
    private static let naming: [ObjectSchema.Property] = [
        id, .init("parent", .identifier, "The item above; left out at the top"),
        .init("code", .string, "The number that it bears in the plan"), .init("title", .text, "Its title"),
    ]
    private static let led: [ObjectSchema.Property] = [
        .init("lead", .identifier, "The agency that answers for it"),
        .init("cancelled", Schema(.boolean(true)), "That an amendment has cancelled it"),
    ]

    private static let objective = Schema.object(naming + verdicts + tallies + [reports, illustrative])

    private static let activity = Schema.object(
        naming + led + [.init("implementation", .word(ImplementationStatus.self), "What was last reported of it")]
            + verdicts
            + [
                .init("tally", Schema(.reference("tally")), "How what is directly below it stands", required: true),
                reports,
                .init("periods", .list(Schema(.reference("period"))), "For which it is reported on", required: true),
                illustrative,
            ]
    )

    private static let indicator = Schema.object(
        naming + led + [
            .init("measure", .string, "What kind of value it has", required: true),
            .init("direction", .string, "Which way is better", required: true),
            .init("accumulation", .word(Accumulation.self), "How the values of periods go together", required: true),
            .init(
                "baseline",
                .object([
                    .init("value", .number, "The value", required: true),
                    .init("year", Schema(.integer(1...9999)), "The year", required: true),
                ]),
                "Where it stood before; left out where that is unknown"
            ),
            .init(
                "target",
                .object([
                    .init("value", Schema(.either([.number, .string])), "A number or a level", required: true),
                    .init("by", .date, "The day by which", required: true),
                ]),
                "What is to be reached in the end"
            ),
            .init("latest", .period, "The last ended period with a value"),
        ] + verdicts + [
            reports, .init("periods", .list(Schema(.reference("period"))), "In the order of time", required: true),
            illustrative,
        ]
    )

    private static let agency = Schema.object(
        [id, .init("title", .text, "Its name")] + verdicts + [
            .init(
                "items",
                .list(.identifier),
                "The activities and indicators that it leads or contributes to",
                required: true
            ),
            .init("tally", Schema(.reference("tally")), "How they stand", required: true), reports,
            .init(
                "owed",
                .list(
                    .object([
                        .init("item", .identifier, "On what", required: true),
                        .init("period", .period, "For which period", required: true),
                        .init("reason", Schema(.word(["due", "overdue", "returned"])), "Why", required: true),
                        .init("due", .date, "The last day on which it is on time", required: true),
                        .init(
                            "days_late",
                            Schema(.integer(-100_000...100_000)),
                            "Negative while there is time",
                            required: true
                        ),
                    ])
                ),
                "What it has still to send, the oldest first",
                required: true
            ),
        ]
    )

    package static let finding = Schema.object([
        .init(
            "kind",
            Schema(.word(["check", "claim-differs", "review-differs", "double-counting", "rule-failed"])),
            "What it is about",
            required: true
        ),
        .init("pack", .identifier, "The pack whose check or rule it is"),
        .init("check", .identifier, "The check"),
        .init("rule", .string, "The rule that could not be evaluated"),
        .init("severity", .word(Finding.Severity.self), "How much it matters", required: true),
        .init("item", .identifier, "The item", required: true),
        .init("period", .period, "The period"),
        .init("agency", .identifier, "The agency"),
        .init("message", .text, "What is the matter", required: true),
    ])

    // MARK: - Definitions

    private static let verdict = Schema.object([
        .init("pack", .identifier, "The pack", required: true),
        .init("rule", Schema(.text(pattern: nil)), "The rule that gave it", required: true),
        .init("status", .identifier, "The status", required: true),
        .init("because", .text, "Why, in words", required: true),
        .init("measures", named(Schema(.reference("fact"))), "What was computed; absent values are left out"),
        .init(
            "bounds",
            .object([
                .init("best", .identifier, "If all that is unknown stood best", required: true),
                .init("worst", .identifier, "If all that is unknown stood worst", required: true),
            ]),
            "What a roll-up could be, for want of reports"
        ),
        .init("trace", Schema(.reference("trace")), "How it was reached"),
    ])

    private static let trace = Schema.object([
        .init("file", .string, "The file of the rule, such as pace/pack.yaml", required: true),
        .init("line", Schema(.integer(1...10_000_000)), "From 1", required: true),
        .init("condition", .string, "The condition that held; left out for a last resort"),
        .init(
            "inputs",
            .list(
                .object([
                    .init("path", .string, "What was read, such as indicator.latest.actual", required: true),
                    .init("value", Schema(.reference("fact")), "null: asked for, and not there", required: true),
                    .init(
                        "origin",
                        .object([
                            .init(
                                "kind",
                                Schema(.word(["report", "plan", "parameter", "measure"])),
                                "From where",
                                required: true
                            ),
                            .init("item", .identifier, "The item"), .init("period", .period, "Of a report"),
                            .init("agency", .identifier, "Of a report"), .init("version", count, "Of a report, from 1"),
                        ]),
                        "Where it came from"
                    ),
                ])
            ),
            "What the rule read, then what its measures were made of",
            required: true
        ),
        .init("passed_over", .list(.string), "Conditions that were tried before and did not hold", required: true),
    ])

    private static let fact = Schema(.anything, "A number, a text, true, false, a day as text, a list, or null")

    private static let period = Schema.object([
        .init("id", .period, "Its name", required: true), .init("start", .date, "Its first day", required: true),
        .init("end", .date, "Its last day", required: true),
        .init("due", .date, "The last day on which a report is on time", required: true),
        .init("state", .word(ValueState.self), "What is known: an absent figure is never 0", required: true),
        .init("actual", .number, "The figure, of several agencies their sum; left out where there is none"),
        .init("numerator", .number, "Of a percentage"), .init("denominator", .number, "Of a percentage"),
        .init("category", .identifier, "Of a nominal measure"), .init("level", .identifier, "Of an ordinal measure"),
        .init("text", .text, "Of a qualitative measure"), .init("achieved", .boolean, "Of a milestone"),
        .init("achieved_on", .date, "Of a milestone"),
        .init("implementation", .word(ImplementationStatus.self), "Of an activity"),
        .init("target", Schema(.either([.number, .string])), "The period's own target"),
        .init("expected", .number, "What is expected at its end"),
        .init(
            "cells",
            .list(
                .object([
                    .init("categories", named(.string), "Category by dimension", required: true),
                    .init("value", .number, "The part of the figure", required: true),
                ])
            ),
            "The figure by categories"
        ),
        .init("reports", .list(part), "One for each agency that was expected or did report", required: true),
        .init("verdicts", .list(Schema(.reference("verdict"))), "What packs say of the period", required: true),
        .init("measures", named(Schema(.reference("fact"))), "What packs computed for it"), illustrative,
    ])

    private static let part = Schema.object([
        .init("agency", .identifier, "The agency", required: true),
        .init("state", .word(ValueState.self), "What is known of its part", required: true),
        .init("report", .word(ReportState.self), "Where its report stands on its way"),
        .init("received", .date, "When the version that counts was first sent"),
        .init("days_late", count, "Days after the due day"), .init("version", count, "The version that counts, from 1"),
        .init("claim", .identifier, "What the agency itself says"),
        .init("evidence", count, "How many documents are named"),
        .init("illustrative", .boolean, "Whether the report is an illustration"),
        .init("review", .word(Review.Decision.self), "What the reviewer decided"),
        .init("review_verdict", .identifier, "What the reviewer says"),
        .init("confidence", .word(DeliveryConfidence.self), "How sure a person is of delivery"),
    ])

    private static let tally = Schema.object(
        ["total", "good", "attention", "bad", "unknown", "neutral"]
            .map { ObjectSchema.Property($0, count, "How many", required: true) } + [
                .init(
                    "coverage",
                    Schema(.number(0...1)),
                    "Share judged of all that could be, by weight; left out where nothing could be"
                ), .init("by_status", named(count), "How many by status, best first", required: true),
            ]
    )

    private static let counts = Schema.object(
        [
            ("expected", "Whose due day is over"), ("received", "Of these, that came"), ("on_time", "In time"),
            ("late", "Late"), ("overdue", "Grace over, not received"), ("due", "Can still come in time"),
            ("nil", "Saying that there is nothing to report"), ("returned", "Waiting for the agency"),
            ("unverified", "Received and not verified"), ("verified", "Verified"),
        ]
        .map { ObjectSchema.Property($0.0, count, $0.1, required: true) }
    )
}
