package import ActionPlan

extension JSONSchema {
    /// Of files that say which value is which of a DHIS2 server.
    package static var dhis2: String { text(of: DHIS2MappingSchema.file) }
}

/// The schema of mapping files; docs/exchange.md tells the same in prose.
enum DHIS2MappingSchema {
    static let file = FileSchema(
        title: "Which value of a plan is which of a DHIS2 server",
        root: Schema(
            .object(
                ObjectSchema(
                    [
                        .init(
                            "format",
                            Schema(.word([DHIS2Mapping.format])),
                            "What kind of file this is",
                            required: true
                        ),
                        .init("data-set", uid, "The data set to which values belong"),
                        .init(
                            "org-unit",
                            uid,
                            "The unit of the whole country, for the figures of all agencies together"
                        ),
                        .init("org-units", .list(unit, atLeast: 1), "The unit of each agency, for its own figures"),
                        .init(
                            "undivided-combo",
                            uid,
                            "The category option combo of values that are not divided; HllvX50cXC0 if left out"
                        ),
                        .init("elements", .list(element, atLeast: 1), "The data elements", required: true),
                    ],
                    exactlyOne: [["org-unit"], ["org-units"]]
                )
            )
        ),
        definitions: []
    )

    /// An identifier of the server: eleven letters and digits, the first a letter.
    private static let uid = Schema(.form(pattern: "^[A-Za-z][A-Za-z0-9]{10}$"))

    private static let unit = Schema.object([
        .init("agency", .identifier, "An agency of the plan", required: true),
        .init("unit", uid, "Its organisation unit", required: true),
    ])

    private static let element = Schema.object([
        .init("item", .identifier, "An indicator of the plan", required: true),
        .init("element", uid, "The data element that takes its values", required: true),
        .init("part", .word(DHIS2Mapping.Part.self), "Of a percentage: which of its two numbers; value if left out"),
        .init("combo", uid, "The category option combo of the whole; the undivided one if left out"),
        .init("sum-of-cells", .boolean, "true: the server keeps only the cells, whose sum is the whole"),
        .init("cells", .list(cell), "The parts of its values"),
    ])

    private static let cell = Schema.object([
        .init(
            "categories",
            Schema(.object(ObjectSchema([], others: .init("^[a-z0-9][a-z0-9.-]{0,63}$", .identifier), atLeast: 1))),
            "A category of each of some dimensions, such as {sex: female}",
            required: true
        ),
        .init("combo", uid, "The category option combo", required: true),
    ])
}
