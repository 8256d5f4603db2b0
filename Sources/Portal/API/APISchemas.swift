import Accounts
import ActionPlan
import Diagnostics
import Rules

/// What stands in requests and answers, by the names that the description gives it.
enum APISchemas {
    private static let count = Schema(.integer(0...1_000_000_000))
    private static let words = Schema(.string(1...10_000))
    private static let line = Schema(.string(1...500))

    /// The description's own list, besides those of assessments.
    static let definitions: [(name: String, schema: Schema)] =
        AssessmentSchema.file.definitions + [
            ("assessment", AssessmentSchema.file.root), ("own-assessment", AssessmentSchema.own),
            ("problem", problem), ("token", token), ("plan", plan), ("item", item),
            ("item-list", list("items", "item")),
            ("agency-list", .object([.init("agencies", .list(agency), "In the order of the plan", required: true)])),
            ("calendar-list", calendars), ("content", content), ("report", report), ("report-list", reports),
            ("finding-list", findings), ("due-list", due), ("receipt", receipt), ("detail", detail),
            ("new-report", newReport), ("withdrawal", withdrawal),
        ]

    private static func list(_ key: String, _ name: String) -> Schema {
        .object([.init(key, .list(Schema(.reference(name))), "In the order of the plan", required: true)])
    }

    // MARK: - Answers

    static let detail = Schema.object([
        // Names that a client made up come back as they are, whatever is in them.
        .init(
            "pointer",
            Schema(.form(pattern: "^(/[\\s\\S]*)?$")),
            "Where in the body, as a JSON Pointer (RFC 6901)"
        ),
        .init(
            "parameter",
            Schema(.form(pattern: "^[\\s\\S]*$")),
            "The parameter or the field of the head that it is about"
        ),
        .init(
            "code",
            Schema(.form(pattern: "^[a-z0-9.-]+$")),
            "A stable name, the same in every language",
            required: true
        ),
        .init("detail", Schema(.string(1...10_000)), "What is wrong, in the language asked for", required: true),
        .init("severity", .word(Diagnostic.Severity.self), "warning: it was taken and is doubtful", required: true),
    ])

    static let problem = Schema.object([
        .init(
            "type",
            Schema(.word(APIProblem.Kind.allCases.map { "urn:nap:problem:\($0.rawValue)" })),
            "What kind of problem it is",
            required: true
        ),
        .init("title", line, "In the language asked for", required: true),
        .init("status", Schema(.integer(400...599)), "The status of the answer", required: true),
        .init("detail", words, "In the language asked for", required: true),
        .init("errors", .list(Schema(.reference("detail"))), "What is wrong in single places"),
    ])

    static let token = Schema.object([
        .init("plan", .identifier, "The plan that the service is about", required: true),
        .init("agency", .identifier, "The agency for which the token acts", required: true),
        .init("scope", .list(.word(TokenScope.self)), "What it may do", required: true),
    ])

    static let plan = Schema.object([
        .init("id", .identifier, "Its identifier", required: true),
        .init("version", .string, "Of its description", required: true),
        .init("title", .text, "Its title", required: true),
        .init("start", .date, "Its first day", required: true), .init("end", .date, "Its last day", required: true),
        .init("languages", .list(.string), "BCP 47 tags", required: true),
        .init(
            "utc_offset",
            Schema(.integer(-1_080...1_080)),
            "Minutes ahead of UTC, by which days begin",
            required: true
        ),
        .init("dimensions", .list(dimension), "By which figures are broken down", required: true),
        .init("variation_reasons", .list(named), "Why a figure can be off its target", required: true),
        .init("correction_reasons", .list(named), "Why a verified report can be replaced", required: true),
        .init("claims", .list(named), "What an agency can say of itself", required: true), illustrative,
    ])

    private static let illustrative = ObjectSchema.Property(
        "illustrative",
        .boolean,
        "Whether it is made up to show how it could be: this mark must be shown",
        required: true
    )
    private static let named = Schema.object([
        .init("id", .identifier, "Its identifier", required: true), .init("title", .text, "Its title", required: true),
    ])
    private static let dimension = Schema.object([
        .init("id", .identifier, "Its identifier", required: true), .init("title", .text, "Its title", required: true),
        .init("partitions", .boolean, "Whether its categories add up to the whole", required: true),
        .init("categories", .list(named), "Its categories", required: true),
    ])

    static let item = Schema.object([
        .init("id", .identifier, "Its identifier", required: true),
        .init("kind", Schema(.word(["objective", "activity", "indicator"])), "What it is", required: true),
        .init("parent", .identifier, "The item above; left out at the top"),
        .init("code", .string, "The number that it bears in the plan"),
        .init("title", .text, "Its title", required: true),
        .init("lead", .identifier, "The agency that answers for it"),
        .init("reporters", .list(.identifier), "The agencies that may report on it", required: true),
        .init("calendar", .identifier, "When it is reported on; left out where it is not"),
        .init("cancelled", Schema(.boolean(true)), "That an amendment has cancelled it"),
        .init("measure", .string, "What kind of value an indicator has"),
        .init("unit", .text, "Of what a number is"), .init("numerator", .text, "Of what the part of a share is"),
        .init("denominator", .text, "Of what the whole of a share is"),
        .init("decimals", Schema(.integer(0...20)), "Digits after the decimal mark"),
        .init("levels", .list(named), "The categories, or the levels from the lowest"),
        .init("due", .date, "By when a milestone is to be reached"),
        .init("direction", .string, "Which way is better"),
        .init("accumulation", .word(Accumulation.self), "How the values of periods go together"),
        .init("dimensions", .list(.identifier), "By which its figures are broken down"), illustrative,
    ])

    private static let agency = Schema.object([
        .init("id", .identifier, "Its identifier", required: true), .init("title", .text, "Its name", required: true),
        .init("kind", .word(Agency.Kind.self), "What sort of body it is", required: true),
        .init("language", .string, "In which it reports"),
    ])

    private static let calendars = Schema.object([
        .init(
            "calendars",
            .list(
                .object([
                    .init("id", .identifier, "Its identifier", required: true),
                    .init("frequency", .word(ReportingCalendar.Frequency.self), "How often", required: true),
                    .init("periods", .list(period), "In the order of time", required: true),
                ])
            ),
            "In the order of the plan",
            required: true
        )
    ])
    private static let period = Schema.object([
        .init("id", .period, "Its name", required: true), .init("start", .date, "Its first day", required: true),
        .init("end", .date, "Its last day", required: true),
        .init("due", .date, "The last day on which a report is on time", required: true),
        .init("grace_end", .date, "The last day on which it is not yet overdue", required: true),
        .init("locked", .boolean, "Whether its books are closed", required: true),
    ])

    static let findings = Schema.object([
        .init(
            "findings",
            .list(AssessmentSchema.finding),
            "What a person should look at, what matters most first",
            required: true
        )
    ])

    static let due = Schema.object([
        .init("as_of", .date, "Today", required: true),
        .init(
            "due",
            .list(
                .object([
                    .init("item", .identifier, "The item", required: true),
                    .init("period", .period, "The period", required: true),
                    .init(
                        "reason",
                        Schema(.word(["due", "overdue", "returned"])),
                        "Why it is to be sent",
                        required: true
                    ),
                    .init("due", .date, "The last day on which it is on time", required: true),
                    .init(
                        "days_late",
                        Schema(.integer(-100_000...100_000)),
                        "Days since; below 0 while there is time",
                        required: true
                    ),
                    .init("reason_returned", .text, "What the reviewer said"),
                ])
            ),
            "The oldest first",
            required: true
        ),
    ])

    static let receipt = Schema.object([
        .init("entry", Schema(.integer(1...1_000_000_000)), "The number of the ledger's entry", required: true),
        .init(
            "receipt",
            words,
            "A proof to keep that it was taken up, which can be checked without this service; left out where the service has no key"
        ),
        .init("warnings", .list(Schema(.reference("detail"))), "What was taken, and is doubtful", required: true),
    ])

    // MARK: - Reports

    private static let cells = Schema.list(
        .object([
            .init(
                "categories",
                Schema(
                    .object(
                        ObjectSchema([], others: .init("^[a-z0-9][a-z0-9.-]{0,63}$", .form(identifier)), atLeast: 1)
                    )
                ),
                "A category for each dimension",
                required: true
            ),
            .init("value", .number, "How many of the whole fall into these", required: true),
        ])
    )
    private static let identifier = "^[a-z0-9][a-z0-9.-]{0,63}$"
    private static let evidence = Schema.object([
        .init("title", line, "What the document is", required: true),
        .init("url", Schema(.form(pattern: "^https?://[^\\x00-\\x20\\x7F\"<]{4,900}$")), "Where it can be read"),
        .init("sha256", Schema(.form(pattern: "^[0-9a-f]{64}$")), "The SHA-256 of the document"),
        .init("date", .date, "Its date"),
    ])

    /// What an agency says, with texts of a kind: one as it is sent, one in its languages as it is answered.
    private static func said(_ text: Schema, _ evidence: Schema) -> [ObjectSchema.Property] {
        [
            .init("value", Schema(.either([.number, text])), "A number; a level or category; a text"),
            .init("numerator", .number, "The part, of a percentage"),
            .init("denominator", .number, "The whole, of a percentage"),
            .init("achieved", .boolean, "Of a milestone: whether it is reached"),
            .init("on", .date, "The day on which a milestone was reached"),
            .init("implementation", .word(ImplementationStatus.self), "Of an activity: how far it has come"),
            .init("nil", Schema(.boolean(true)), "There is nothing to report: not the same as 0"),
            .init("not_applicable", text, "Why the item does not apply to the period"),
            .init("cells", cells, "Parts of the value by the indicator's dimensions"),
            .init("comment", text, "What the figure does not say"),
            .init("claim", .form(identifier), "The agency's own judgement, such as on-track"),
            .init("variation", .form(identifier), "Why it is off its target: one of the plan's reasons"),
            .init("evidence", .list(evidence), "Where it can be checked"),
        ]
    }

    static let newReport = Schema(
        .object(
            ObjectSchema(
                said(words, evidence) + [
                    .init(
                        "correction",
                        .object([
                            .init("reason", .form(identifier), "One of the plan's reasons, or other", required: true),
                            .init("text", words, "What was wrong"),
                        ]),
                        "That it replaces a verified report, and why"
                    )
                ],
                conditions: [
                    .init("achieved", ["true"], requires: ["on"]), .init("achieved", ["false"], forbids: ["on"]),
                    .init("on", nil, requires: ["achieved"]), .init("numerator", nil, requires: ["denominator"]),
                    .init("denominator", nil, requires: ["numerator"]),
                ],
                exactlyOne: [["value"], ["numerator"], ["achieved"], ["implementation"], ["nil"], ["not_applicable"]]
            )
        )
    )

    static let withdrawal = Schema.object([.init("reason", words, "Why it is taken back")])

    static let content = Schema.object(
        said(
            .text,
            .object([
                .init("title", .text, "What the document is", required: true),
                .init("url", .string, "Where it can be read"),
                .init("sha256", .string, "The SHA-256 of the document"), .init("date", .date, "Its date"),
            ])
        ) + [illustrative]
    )

    private static let summary: [ObjectSchema.Property] = [
        .init("item", .identifier, "The indicator or activity", required: true),
        .init("period", .period, "The reporting period", required: true),
        .init("agency", .identifier, "Whose it is", required: true),
        .init("state", .word(ReportState.self), "Where it stands on its way", required: true),
        .init(
            "next",
            .list(Schema(.word(["submit", "correct", "withdraw", "draft"]))),
            "What the agency can do with it",
            required: true
        ),
    ]

    static let report = Schema.object(
        summary + [
            .init("versions", .list(version), "From the first to the latest", required: true),
            .init("reviews", .list(review), "What reviewers decided", required: true),
            .init("withdrawals", .list(takenBack), "Versions that the agency took back", required: true),
            .init(
                "entries",
                .list(entry),
                "Where in the ledger it stands; receipts are had by these numbers",
                required: true
            ),
        ]
    )

    static let reports = Schema.object([
        .init(
            "reports",
            .list(
                .object(
                    summary + [
                        .init("versions", count, "How many there are", required: true),
                        .init("changed", .moment, "When the last thing happened to it", required: true),
                    ]
                )
            ),
            "In the order of items and periods",
            required: true
        ),
        .init("next", .string, "The cursor of the next page; left out on the last"),
    ])

    private static let version = Schema.object([
        .init("number", count, "From 1", required: true), .init("draft", .boolean, "Kept, not sent", required: true),
        .init("submitted", .moment, "When", required: true),
        .init("content", Schema(.reference("content")), "What it says", required: true),
        .init(
            "correction",
            .object([
                .init("reason", .string, "One of the plan's reasons, or other", required: true),
                .init("text", .text, "What was wrong"),
            ]),
            "Why it replaces a verified one"
        ),
    ])
    private static let review = Schema.object([
        .init("version", count, "The version judged", required: true),
        .init("decision", .word(Review.Decision.self), "What was decided", required: true),
        .init("reason", .text, "Why"), .init("verdict", .string, "The reviewer's own judgement of the item"),
        .init("confidence", .word(DeliveryConfidence.self), "How sure a person is of delivery"),
        .init("reviewer", .string, "The body that reviewed", required: true),
        .init("reviewed", .moment, "When", required: true),
    ])
    private static let takenBack = Schema.object([
        .init("version", count, "The version", required: true), .init("reason", .text, "Why"),
        .init("withdrawn", .moment, "When", required: true),
    ])
    private static let entry = Schema.object([
        .init("number", count, "From 1", required: true),
        .init("step", .word(ReportEvent.Kind.self), "What happened", required: true),
        .init("moment", .moment, "When", required: true),
    ])
}

extension Schema {
    /// A text in a form.
    fileprivate static func form(_ pattern: String) -> Schema { Schema(.form(pattern: pattern)) }
}
