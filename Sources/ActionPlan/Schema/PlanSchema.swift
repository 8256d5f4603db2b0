/// The schema of plan files; docs/plan-format.md tells the same in prose.
enum PlanSchema {
    static let file = FileSchema(
        title: "A National Action Plan, or a part of one",
        root: .object([
            .init("format", Schema(.word([FileFormat.plan.rawValue])), "What kind of file this is", required: true),
            .init("plan", header, "The plan itself; it stands in exactly one of a plan's files"),
            .init("sources", .list(source), "Where documented facts come from"),
            .init("bodies", .list(body), "Coordinating bodies, such as a working group"),
            .init("agencies", .list(agency), "Who acts under the plan and reports on it"),
            .init("calendars", .list(calendar), "By which agencies report"),
            .init("dimensions", .list(dimension), "By what figures are broken down"),
            .init("objectives", .list(Schema(.reference("objective"))), "The tree of the plan"),
            .init("amendments", .list(amendment), "Dated changes of the plan"),
        ]),
        definitions: Schema.commonDefinitions + [
            ("objective", objective), ("activity", activity), ("indicator", indicator),
            ("period-targets", periodTargets),
            ("final-target", finalTarget),
        ]
    )

    static let category = Schema(.reference("category"))
    static let agencies = Schema.list(.identifier)

    private static let header = Schema.object([
        .init("id", .identifier, "How the plan is called in files", required: true),
        .init("title", .text, "Its full title", required: true),
        .init("short-title", .text, "A title of a few words"),
        .init("description", .text, "What the plan is about"),
        .init("country", Schema(.form(pattern: "^[A-Z]{2}$")), "ISO 3166-1 alpha-2, such as TM"),
        .init("start", .date, "The first day of the plan", required: true),
        .init("end", .date, "The last day of the plan", required: true),
        .init(
            "languages",
            .list(Schema(.form(pattern: "^[a-z][a-z-]{1,7}$")), atLeast: 1),
            "The languages of its texts; others fall back to the first",
            required: true
        ),
        .init("version", .string, "The version of this description of the plan; 1 if left out"),
        .init(
            "utc-offset",
            Schema(.form(pattern: "^(Z|[+-][0-9]{2}:[0-9]{2})$")),
            "Such as +05:00: on which local day a report arrived"
        ),
        .init("adopted", .text, "When and by whom, as the source says it"),
        .init("provenance", .provenance, "Where items are known from that do not say otherwise", required: true),
        .init("awaiting-review", .list(.string), "Languages whose texts a native reader has still to check"),
        .init(
            "calendar",
            .identifier,
            "By which calendar agencies report; left out: nothing is to be reported regularly"
        ),
        .init("rules", .list(rulePackUse), "The rule packs that judge the plan"),
        .init(
            "headline",
            .list(.identifier),
            "The packs in the order in which they are asked for the verdict shown first"
        ),
        .init("disclosure", disclosure, "How counts of persons are protected in public"),
        .init("variation-reasons", .list(category), "Why a value can be off its target"),
        .init("correction-reasons", .list(category), "Why a verified report can be corrected"),
        .init("meetings", .list(meeting), "Meetings of the coordinating body"),
    ])

    private static let rulePackUse = Schema.object([
        .init("pack", .identifier, "The identifier of the pack", required: true),
        .init(
            "version",
            Schema(.text(pattern: "^[0-9]+(\\.[0-9]+){0,2}$")),
            "Such as 1.0: a pack of the same first number and not older",
            required: true
        ),
        .init(
            "parameters",
            Schema(.object(ObjectSchema([], others: .init("^[a-z][a-z0-9_]{0,63}$", Schema(.text(pattern: nil)))))),
            "Values for the pack's parameters, by name"
        ),
        .init("items", .list(.identifier), "The items, with all below them, that it judges; left out: the whole plan"),
    ])

    private static let disclosure = Schema.object([
        .init(
            "threshold",
            Schema(.integer(1...1000)),
            "The smallest count of persons that may be shown; 10 if left out"
        ),
        .init("zero", Schema(.word(["publish", "withhold"])), "Whether a true zero may be shown; publish if left out"),
        .init(
            "texts",
            .word(DisclosurePolicy.Texts.self),
            "Whether texts of qualitative indicators are shown where a reviewer verified them and they name no number; "
                + "withhold if left out"
        ),
    ])

    private static let meeting = Schema.object([
        .init("date", .date, "When it was held", required: true),
        .init("title", .text, "What it was about"),
        .init("provenance", .provenance, "Where it is known from"),
    ])

    private static let source = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "Its title", required: true),
        .init("publisher", .text, "Who published it"),
        .init("date", .date, "When it was published"),
        .init("url", .webAddress, "Where it can be read"),
    ])

    private static let body = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "Its name", required: true),
        .init("provenance", .provenance, "Where it is known from"),
    ])

    private static let agency = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "Its full name", required: true),
        .init("short-title", .text, "Its usual abbreviation"),
        .init("kind", .word(Agency.Kind.self), "What sort of body it is", required: true),
        .init("language", .string, "In which of the plan's languages it reports"),
        .init("membership", .list(membership), "The coordinating bodies that it belongs to, or has belonged to"),
        .init("provenance", .provenance, "Where it is known from"),
    ])

    private static let membership = Schema.object([
        .init("body", .identifier, "Which body", required: true),
        .init("role", .word(Membership.Role.self), "As what", required: true),
        .init("from", .date, "The first day on which it is known to have been a member"),
        .init("until", .date, "The last day, if it has ended"),
        .init("provenance", .provenance, "Where it is known from"),
    ])

    private static let calendar = Schema.object(
        [
            .init("id", .identifier, "How it is called in files", required: true),
            .init("title", .text, "Its name"),
            .init("frequency", .word(ReportingCalendar.Frequency.self), "How often agencies report", required: true),
            .init("due-day", Schema(.integer(1...31)), "The day of the month on which reports are due"),
            .init("due-month", Schema(.integer(1...24)), "In which month after the end of the period; 1 if left out"),
            .init(
                "grace-days",
                Schema(.integer(0...366)),
                "Days after the due day until a report is overdue; 0 if left out"
            ),
            .init("periods", .list(customPeriod), "The periods of a custom calendar, in the order of time"),
            .init("provenance", .provenance, "Where it is known from"),
        ],
        conditions: [
            .init("frequency", ["custom"], requires: ["periods"]),
            .init(
                "frequency",
                ReportingCalendar.Frequency.allCases.filter { $0 != .custom }.map(\.rawValue),
                requires: ["due-day"],
                forbids: ["periods"]
            ),
        ]
    )

    private static let customPeriod = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "How it is called on pages"),
        .init("start", .date, "Its first day", required: true),
        .init("end", .date, "Its last day", required: true),
        .init("due", .date, "The last day on which a report is on time", required: true),
    ])

    private static let dimension = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("title", .text, "Its name", required: true),
        .init("partitions", .boolean, "Whether every counted unit falls into exactly one category", required: true),
        .init("categories", .list(category), "What there is to fall into", required: true),
    ])

    private static let amendment = Schema.object([
        .init("id", .identifier, "How it is called in files", required: true),
        .init("in-force", .date, "The first day on which it holds", required: true),
        .init("title", .text, "What it changes, in a few words", required: true),
        .init("decision", .text, "Which decision, of whom"),
        .init("provenance", .provenance, "Where it is known from"),
        .init("changes", .list(change), "What changes for which item", required: true),
    ])

    private static let change = Schema.object([
        .init("item", .identifier, "The objective, activity or indicator that changes", required: true),
        .init("title", .text, "Its new title"),
        .init("lead", .identifier, "The agency that answers for it from now on"),
        .init("end", .date, "The new last day of an activity"),
        .init("due", .date, "The new due day of a milestone"),
        .init("target", Schema(.reference("final-target")), "The new final target of an indicator"),
        .init("targets", Schema(.reference("period-targets")), "New targets of periods; others stay"),
        .init("cancelled", .boolean, "Whether it is given up"),
    ])
}
