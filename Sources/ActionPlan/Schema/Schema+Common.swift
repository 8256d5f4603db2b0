extension Schema {
    /// An identifier.
    package static let identifier = Schema(.text(pattern: "^[a-z0-9][a-z0-9.-]{0,63}$"))
    /// A text that is the same in every language.
    package static let string = Schema(.text(pattern: "\\S"))
    /// A text in several languages, or in one.
    package static let text = Schema(.reference("text"))
    /// Where something is known from.
    package static let provenance = Schema(.reference("provenance"))
    /// A day.
    package static let date = Schema(.form(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"))
    /// The name of a reporting period.
    package static let period = Schema(.text(pattern: "^[A-Za-z0-9.-]{1,64}$"))
    /// An address of the web.
    package static let webAddress = Schema(.form(pattern: "^https?://[^\\s\"<]+$"))
    /// An instant, as RFC 3339 has it; seconds may be left out.
    package static let moment = Schema(
        .form(
            pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]*)?)?"
                + "(Z|[+-][0-9]{2}:[0-9]{2})$"
        )
    )
    /// A number.
    package static let number = Schema(.number(nil))
    /// `true` or `false`.
    package static let boolean = Schema(.boolean(nil))

    /// A regular expression for texts without control characters; they may have several lines.
    package static let withoutControls = "^[^\\x00-\\x08\\x0B-\\x1F\\x7F]*$"

    /// A list.
    package static func list(_ element: Schema, atLeast: Int = 0) -> Schema {
        Schema(.list(element, atLeast: atLeast))
    }

    /// One of the words of an enumeration.
    package static func word<Word: RawRepresentable & CaseIterable>(_ words: Word.Type) -> Schema
    where Word.RawValue == String {
        Schema(.word(words.allCases.map(\.rawValue)))
    }

    /// A mapping with some keys.
    package static func object(
        _ properties: [ObjectSchema.Property],
        conditions: [ObjectSchema.Condition] = []
    ) -> Schema {
        Schema(.object(ObjectSchema(properties, conditions: conditions)))
    }

    /// What several kinds of file define alike.
    package static let commonDefinitions: [(name: String, schema: Schema)] = [
        (
            "text",
            Schema(
                .either([
                    string.described("A text in the first language of the plan"),
                    Schema(
                        .object(ObjectSchema([], others: .init("^[a-z][a-z-]{1,7}$", string), atLeast: 1)),
                        "The text in each language, such as {en: …, ru: …, tk: …}"
                    ),
                ])
            )
        ),
        (
            "provenance",
            object(
                [
                    .init(
                        "kind",
                        word(ProvenanceKind.self),
                        "documented: a source says so; illustrative: made up to show how it could be",
                        required: true
                    ),
                    .init("source", identifier, "Which of the plan's sources says so"),
                    .init("note", text, "A remark on what is known and what is not"),
                ],
                conditions: [.init("kind", ["documented"], requires: ["source"])]
            )
        ),
        (
            "category",
            object([
                .init("id", identifier, "How it is called in files", required: true),
                .init("title", text, "How it is called on pages", required: true),
            ])
        ),
    ]
}
