/// Objectives, activities and indicators.
extension PlanSchema {
    private static let weight = Schema(.number(0...1_000_000))

    static let objective = Schema.object([
        .init("id", .identifier, "How it is called in files; all items share one namespace", required: true),
        .init("code", .string, "The number that it bears in the printed plan"),
        .init("kind", .text, "What the plan calls this level, such as Section"),
        .init("title", .text, "What is to be reached", required: true),
        .init("description", .text, "More about it"),
        .init(
            "lead",
            .identifier,
            "The agency that answers for it, and for what is below it unless said otherwise there"
        ),
        .init("weight", weight, "How much it counts beside its neighbours; 1 if left out"),
        .init("provenance", .provenance, "Where it is known from; as above it if left out"),
        .init("objectives", .list(Schema(.reference("objective"))), "The objectives that it is divided into"),
        .init("activities", .list(Schema(.reference("activity"))), "What is done for it"),
        .init("indicators", .list(Schema(.reference("indicator"))), "How it is measured"),
    ])

    static let activity = Schema.object([
        .init("id", .identifier, "How it is called in files; all items share one namespace", required: true),
        .init("code", .string, "The number that it bears in the printed plan; need not be unique"),
        .init("title", .text, "What is to be done", required: true),
        .init("description", .text, "More about it"),
        .init("expected-output", .text, "What is to come of it"),
        .init("lead", .identifier, "The one agency that answers for it; as above it if left out"),
        .init("co-leads", agencies, "Agencies that lead it together with the lead"),
        .init("implementers", agencies, "Agencies that do it"),
        .init("partners", agencies, "Agencies that help"),
        .init("timing", timing, "When it is to be done; left out: the plan does not say"),
        .init("depends-on", .list(.identifier), "Activities that must be finished before"),
        .init("funding", .list(funding), "Who pays for it"),
        .init(
            "reporting",
            Schema(.word(["each-period", "none"])),
            "Whether the lead reports each period how far it has come; each-period if there is nothing below it"
        ),
        .init("calendar", .identifier, "Another calendar than the plan's, or none"),
        .init("weight", weight, "How much it counts beside its neighbours; 1 if left out"),
        .init("provenance", .provenance, "Where it is known from; as above it if left out"),
        .init("activities", .list(Schema(.reference("activity"))), "The activities that it is divided into"),
        .init("indicators", .list(Schema(.reference("indicator"))), "How it is measured"),
    ])

    private static let timing = Schema.object(
        [
            .init(
                "kind",
                .word(PlanDecoder.TimingKind.self),
                "fixed: once, overdue after its end; recurring: again in every interval; permanent: never overdue",
                required: true
            ),
            .init("every", .word(Timing.Interval.self), "How often it recurs"),
            .init("start", .date, "The first day; the plan's if left out"),
            .init("end", .date, "The last day; the plan's if left out"),
            .init("stated", .string, "The words of the plan itself"),
        ],
        conditions: [
            .init("kind", ["fixed"], requires: ["end"]), .init("kind", ["recurring"], requires: ["every"]),
        ]
    )

    private static let funding = Schema.object(
        [
            .init("source", .text, "Who pays", required: true),
            .init("amount", .number, "How much"),
            .init("currency", Schema(.form(pattern: "^[A-Z]{3}$")), "ISO 4217, such as USD"),
            .init("provenance", .provenance, "Where it is known from"),
        ],
        conditions: [.init("amount", nil, requires: ["currency"])]
    )

    static let indicator = Schema.object(
        identity + measure + aims + reporting + metadata,
        conditions: [
            .init("measure", ["unit"], requires: ["unit", "direction", "accumulation"]),
            .init("measure", ["percentage"], requires: ["numerator", "denominator", "direction", "accumulation"]),
            .init("measure", ["nominal"], requires: ["categories"]),
            .init("measure", ["ordinal"], requires: ["scale", "direction"]),
            .init("measure", ["milestone"], requires: ["due"]),
            .init("direction", ["maintain"], requires: ["band"]),
        ]
    )

    private static let identity: [ObjectSchema.Property] = [
        .init("id", .identifier, "How it is called in files; all items share one namespace", required: true),
        .init("code", .string, "The number that it bears in the printed plan"),
        .init("title", .text, "What is measured", required: true),
    ]

    private static let measure: [ObjectSchema.Property] = [
        .init(
            "measure",
            .word(MeasureKind.self),
            "unit: a number of units; percentage: a share; nominal: one of several categories; ordinal: a level of a scale; "
                + "qualitative: a text; milestone: reached or not",
            required: true
        ),
        .init("unit", .text, "What is counted, such as persons trained"),
        .init(
            "counts",
            .word(Measure.Counted.self),
            "Figures that count persons are withheld from the public below the threshold; persons if left out"
        ),
        .init(
            "decimals",
            Schema(.integer(0...6)),
            "Digits after the decimal mark; 0 of a unit, 1 of a percentage if left out"
        ),
        .init("numerator", .text, "Of which part a percentage is"),
        .init("denominator", .text, "Of which whole a percentage is"),
        .init("scale", .list(category), "The levels of an ordinal measure, from lowest to highest"),
        .init("categories", .list(category), "The categories of a nominal measure"),
        .init("due", .date, "The day by which a milestone is to be reached"),
        .init("after", .list(.identifier), "The milestones that come before"),
    ]

    private static let aims: [ObjectSchema.Property] = [
        .init(
            "direction",
            .word(PlanDecoder.DirectionKind.self),
            "Which way is better; maintain: within a band; zero-tolerance: anything but 0 is a failure; contextual: never judged"
        ),
        .init("band", bounds, "The band to stay in, both ends included"),
        .init(
            "accumulation",
            .word(Accumulation.self),
            "per-period: each period counts on its own; cumulative: a running total; point-in-time: a state at the end"
        ),
        .init(
            "baseline",
            Schema(.either([Schema(.word(["unknown"])), baseline])),
            "Where it stood before the plan; unknown if left out"
        ),
        .init("targets", Schema(.reference("period-targets")), "What is to be reached in single periods"),
        .init("target", Schema(.reference("final-target")), "What is to be reached in the end"),
        .init("range", bounds, "What is plausible; reports outside it are questioned"),
    ]

    private static let reporting: [ObjectSchema.Property] = [
        .init("level", .word(Indicator.Level.self), "Where in the chain of results it stands"),
        .init("disaggregation", .list(.identifier), "The dimensions by which cells are reported"),
        .init("lead", .identifier, "The agency that answers for it; as above it if left out"),
        .init(
            "contributors",
            agencies,
            "Agencies that each report; their parts are added up, unless combine says else"
        ),
        .init(
            "combine",
            .word(Contribution.Combination.self),
            "sum: parts are added up; lead-only: the lead's figure alone counts; separate: each stands for itself"
        ),
        .init(
            "double-counting",
            .word(Contribution.Guard.self),
            "Where a part seems to be in two reports: refuse it, flag it and ask for a comment, or allow it"
        ),
        .init("calendar", .identifier, "Another calendar than the plan's, or none"),
        .init("weight", weight, "How much it counts beside its neighbours; 1 if left out"),
        .init("provenance", .provenance, "Where it is known from; as above it if left out"),
    ]

    private static let metadata: [ObjectSchema.Property] = [
        .init("definition", .text, "What exactly is meant"),
        .init("formula", .text, "How it is computed"),
        .init("data-source", .text, "Where the figures come from"),
        .init("means-of-verification", .text, "By what they can be checked"),
        .init("responsible-role", .text, "Whose task it is"),
        .init("limitations", .text, "What it does not show"),
        .init("question", .text, "What a chair should ask about it"),
    ]

    private static let bounds = Schema.object([
        .init("low", .number, "The lowest value", required: true),
        .init("high", .number, "The highest value", required: true),
    ])

    private static let baseline = Schema.object([
        .init("value", .number, "The value", required: true),
        .init("year", Schema(.integer(1900...2200)), "Of which year", required: true),
        .init("source", .identifier, "Which of the plan's sources says so"),
        .init("comment", .text, "A remark"),
    ])

    private static let targetValue = Schema(
        .either([.number, Schema.identifier.described("A level of the scale, or a category")])
    )

    static let periodTargets = Schema.list(
        .object([
            .init("period", .period, "The name of the period, such as 2021-H1", required: true),
            .init("value", targetValue, "What is to be reached in it", required: true),
        ])
    )

    static let finalTarget = Schema.object([
        .init("value", targetValue, "What is to be reached", required: true),
        .init("by", .date, "By when; the plan's end if left out"),
    ])
}
