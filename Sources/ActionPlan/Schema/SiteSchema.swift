/// The schema of the file `site.yaml` beside a plan.
enum SiteSchema {
    static let file = FileSchema(
        title: "What a site of status pages says of itself",
        root: .object([
            .init("format", Schema(.word([FileFormat.site.rawValue])), "What kind of file this is", required: true),
            .init(
                "provenance",
                Schema(.word(["stated", "illustrative"])),
                "stated: the publisher says so; illustrative: made up to show how it could be",
                required: true
            ),
            .init("name", .text, "The name in the head of every page; left out: the plan's short title"),
            .init("publisher", .text, "Who publishes the pages and answers for them"),
            .init("contact", contact, "Whom to ask"),
            .init("licence", licence, "Under which licence the data may be used"),
            .init("emblem", emblem, "A picture in the head of every page"),
            .init(
                "accent",
                Schema(
                    .either([
                        color,
                        .object([
                            .init("light", color, "On light pages", required: true),
                            .init("dark", color, "On dark pages", required: true),
                        ]),
                    ])
                ),
                "The colour of links and lines; its contrast must be 4.5 or more"
            ),
            .init("footer", .text, "A sentence at the foot of every page"),
            .init("address", .webAddress, "Where the site will stand on the web"),
        ]),
        definitions: Schema.commonDefinitions.filter { $0.name == "text" }
    )

    private static let color = Schema(.form(pattern: "^#[0-9A-Fa-f]{6}$"))

    private static let contact = Schema.object([
        .init("name", .text, "A person by office, or a unit"),
        .init("email", Schema(.form(pattern: "^[A-Za-z0-9._+-]+@[A-Za-z0-9._+-]+$")), "An address for letters"),
        .init("phone", Schema(.text(pattern: "^[0-9 +()-]{3,40}$")), "A number, such as \"+993 12 000000\""),
        .init("url", .webAddress, "A page with a form or more addresses"),
    ])

    private static let licence = Schema.object([
        .init("title", .text, "Its name", required: true),
        .init("url", .webAddress, "Where its text stands"),
    ])

    private static let emblem = Schema.object([
        .init(
            "file",
            Schema(.form(pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(svg|png)$")),
            "A file beside this one, SVG or PNG",
            required: true
        ),
        .init("title", .text, "What it shows, for those who do not see it; left out where the name says all"),
    ])
}
