/// The schema of files with reports.
enum ReportSchema {
    static let file = FileSchema(
        title: "Reports of an agency",
        root: .object([
            .init("format", Schema(.word([FileFormat.reports.rawValue])), "What kind of file this is", required: true),
            .init("plan", .identifier, "The plan that the reports belong to", required: true),
            .init("agency", .identifier, "The agency that reports", required: true),
            .init("submitted", .moment, "When they were sent; only for loading past reports"),
            .init("provenance", .provenance, "Left out: the agency's own statement"),
            .init("reports", .list(report), "One for each item and period", required: true),
        ]),
        definitions: Schema.commonDefinitions.filter { $0.name != "category" }
    )

    private static let report = Schema(
        .object(
            ObjectSchema(
                [
                    .init("item", .identifier, "The indicator or activity", required: true),
                    .init("period", .period, "The reporting period, such as 2021-H1", required: true),
                    .init("value", value, "A number; a level or category; a text"),
                    .init("numerator", .number, "The part, of a percentage"),
                    .init("denominator", .number, "The whole, of a percentage"),
                    .init("achieved", .boolean, "Of a milestone: whether it is reached"),
                    .init("on", .date, "The day on which a milestone was reached"),
                    .init("implementation", .word(ImplementationStatus.self), "Of an activity: how far it has come"),
                    .init("nil", Schema(.boolean(true)), "There is nothing to report: not the same as 0"),
                    .init("not-applicable", .text, "Why the item does not apply to the period"),
                    .init("cells", .list(cell), "Parts of the value by the indicator's dimensions"),
                    .init("comment", .text, "What the figure does not say"),
                    .init("claim", .identifier, "The agency's own judgement, such as on-track"),
                    .init("variation", .identifier, "Why it is off its target: one of the plan's variation-reasons"),
                    .init("evidence", .list(evidence), "Where it can be checked"),
                    .init("correction", correction, "That it replaces a verified report, and why"),
                    .init("draft", .boolean, "Kept, not yet sent"),
                    .init("submitted", .moment, "When it was sent; only for loading past reports"),
                    .init("provenance", .provenance, "Left out: that of the file"),
                ],
                conditions: [
                    .init("achieved", ["true"], requires: ["on"]),
                    .init("achieved", ["false"], forbids: ["on"]),
                    .init("on", nil, requires: ["achieved"]),
                    .init("numerator", nil, requires: ["denominator"]),
                    .init("denominator", nil, requires: ["numerator"]),
                ],
                exactlyOne: [
                    ["value"], ["numerator"], ["achieved"], ["implementation"], ["nil"], ["not-applicable"],
                ]
            )
        )
    )

    private static let value = Schema(.either([.number, .text]))

    private static let cell = Schema(
        .object(
            ObjectSchema(
                [.init("value", .number, "How many of the whole fall into these categories", required: true)],
                others: .init("^[a-z0-9][a-z0-9.-]{0,63}$", Schema.identifier.described("A category of this dimension"))
            )
        )
    )

    private static let evidence = Schema.object([
        .init("title", .text, "What the document is", required: true),
        .init("url", .webAddress, "Where it can be read"),
        .init(
            "sha256",
            Schema(.text(pattern: "^[0-9a-f]{64}$")),
            "The SHA-256 of the document, which fixes its content"
        ),
        .init("date", .date, "Its date"),
        .init("file", .string, "The file, beside this one, of which a copy is kept"),
    ])

    private static let correction = Schema.object([
        .init("reason", .identifier, "One of the plan's correction-reasons, or other", required: true),
        .init("text", .text, "What was wrong"),
    ])
}
