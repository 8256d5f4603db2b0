/// What may stand at a place of a YAML file, in a form that can be written as JSON Schema.
package struct Schema: Sendable {
    package var kind: Kind
    /// What editors show about it.
    package var description: String?

    package indirect enum Kind: Sendable {
        case object(ObjectSchema)
        case list(Schema, atLeast: Int)
        /// A single value that is read as text, even where others take it for a number or a truth value, as `1.10`.
        case text(pattern: String?)
        /// A text in a form that nobody takes for a number.
        case form(pattern: String)
        /// A text of a number of characters, of which control characters are none.
        case string(ClosedRange<Int>)
        case word([String])
        case number(ClosedRange<Double>?)
        case integer(ClosedRange<Int>)
        case boolean(Bool?)
        case either([Schema])
        /// Anything at all.
        case anything
        /// One of the schema's definitions.
        case reference(String)
        /// The definition that goes with the value of a key, which must be there.
        case chosen(by: String, [(value: String, definition: String)])
    }

    package init(_ kind: Kind, _ description: String? = nil) {
        self.kind = kind
        self.description = description
    }

    /// The same with another description.
    package func described(_ description: String) -> Schema { Schema(kind, description) }
}

/// The keys of a mapping.
package struct ObjectSchema: Sendable {
    package var properties: [Property]
    /// Keys besides those named: what they look like, and what may stand under them.
    package var others: Others?
    package var conditions: [Condition] = []
    /// Groups of keys of which exactly one must be there as a whole.
    package var exactlyOne: [[String]] = []
    /// How many keys there must be.
    package var atLeast = 0

    package struct Property: Sendable {
        package var name: String
        package var schema: Schema
        package var isRequired: Bool

        package init(_ name: String, _ schema: Schema, _ description: String, required: Bool = false) {
            self.name = name
            self.schema = schema.described(description)
            isRequired = required
        }
    }

    package struct Others: Sendable {
        /// A regular expression for the keys.
        package var pattern: String
        package var schema: Schema

        package init(_ pattern: String, _ schema: Schema) {
            self.pattern = pattern
            self.schema = schema
        }
    }

    /// What else must, or must not, be there where a key has one of some values (or is there at all).
    package struct Condition: Sendable {
        package var key: String
        /// The values; nil for any.
        package var values: [String]?
        package var requires: [String]
        package var forbids: [String]

        package init(_ key: String, _ values: [String]?, requires: [String] = [], forbids: [String] = []) {
            self.key = key
            self.values = values
            self.requires = requires
            self.forbids = forbids
        }
    }

    package init(
        _ properties: [Property],
        others: Others? = nil,
        conditions: [Condition] = [],
        exactlyOne: [[String]] = [],
        atLeast: Int = 0
    ) {
        self.properties = properties
        self.others = others
        self.conditions = conditions
        self.exactlyOne = exactlyOne
        self.atLeast = atLeast
    }
}

/// The schema of a kind of file: what it consists of, and definitions that it refers to.
package struct FileSchema: Sendable {
    package var title: String
    package var root: Schema
    package var definitions: [(name: String, schema: Schema)]

    package init(title: String, root: Schema, definitions: [(name: String, schema: Schema)]) {
        self.title = title
        self.root = root
        self.definitions = definitions
    }
}
