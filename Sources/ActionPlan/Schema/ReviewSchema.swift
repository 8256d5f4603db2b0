/// The schema of files with reviews.
enum ReviewSchema {
    static let file = FileSchema(
        title: "Reviews of reports",
        root: .object([
            .init("format", Schema(.word([FileFormat.reviews.rawValue])), "What kind of file this is", required: true),
            .init("plan", .identifier, "The plan that the reports belong to", required: true),
            .init("reviewer", .identifier, "An agency or body; never the agency whose report it is", required: true),
            .init("reviewed", .moment, "When they were reviewed; only for loading past reviews"),
            .init("provenance", .provenance, "Left out: the reviewer's own statement"),
            .init("reviews", .list(review), "One for each report", required: true),
        ]),
        definitions: Schema.commonDefinitions.filter { $0.name != "category" }
    )

    private static let review = Schema.object(
        [
            .init("agency", .identifier, "Whose report it is", required: true),
            .init("item", .identifier, "The indicator or activity reported on", required: true),
            .init("period", .period, "The reporting period", required: true),
            .init(
                "decision",
                .word(Review.Decision.self),
                "verified: it stands; returned: the agency has to mend it, for a reason",
                required: true
            ),
            .init("reason", .text, "What the agency has to mend"),
            .init("verdict", .identifier, "The reviewer's own judgement, such as at-risk"),
            .init("confidence", .word(DeliveryConfidence.self), "How likely it is that the item will be delivered"),
            .init("reviewed", .moment, "When it was reviewed; only for loading past reviews"),
            .init("provenance", .provenance, "Left out: that of the file"),
        ],
        conditions: [.init("decision", ["returned"], requires: ["reason"])]
    )
}
