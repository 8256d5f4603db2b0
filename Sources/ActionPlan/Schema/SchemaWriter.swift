/// Writes schemas as JSON Schema, in words that draft-07 and 2020-12 have in common.
package struct SchemaWriter {
    /// Under which address the definitions stand to which schemas refer.
    private let definitions: String

    /// - Parameter definitions: under which address the definitions stand to which schemas refer.
    package init(definitions: String) {
        self.definitions = definitions
    }

    /// A schema.
    package func value(of schema: Schema) -> JSONValue { .object(entries(of: schema)) }

    /// The JSON text of a file's schema in draft-07, ending in a line feed.
    static func text(of file: FileSchema) -> String {
        let writer = SchemaWriter(definitions: "#/definitions/")
        let head: [(String, JSONValue)] = [
            ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(file.title)),
        ]
        let definitions = file.definitions.map { ($0.name, writer.value(of: $0.schema)) }
        let root = JSONValue.object(head + writer.entries(of: file.root) + [("definitions", .object(definitions))])
        return root.text() + "\n"
    }

    private func entries(of schema: Schema) -> [(String, JSONValue)] {
        // Beside a `$ref`, draft-07 ignores all else.
        if case .reference(let name) = schema.kind, let description = schema.description {
            let reference = JSONValue.object([("$ref", .string(definitions + name))])
            return [("description", .string(description)), ("allOf", .array([reference]))]
        }
        return (schema.description.map { [("description", .string($0))] } ?? []) + entries(of: schema.kind)
    }

    private func entries(of kind: Schema.Kind) -> [(String, JSONValue)] {
        switch kind {
        case .object(let object): return entries(of: object)
        case .list(let element, let atLeast):
            return [("type", .string("array"))] + (atLeast > 0 ? [("minItems", .number(Double(atLeast)))] : []) + [
                ("items", .object(entries(of: element)))
            ]
        case .text(let pattern):
            let types = JSONValue.array([.string("string"), .string("number"), .string("boolean")])
            return [("type", types)] + (pattern.map { [("pattern", .string($0))] } ?? [])
        case .form(let pattern): return [("type", .string("string")), ("pattern", .string(pattern))]
        case .string(let length):
            return [
                ("type", .string("string")), ("minLength", .number(Double(length.lowerBound))),
                ("maxLength", .number(Double(length.upperBound))), ("pattern", .string(Schema.withoutControls)),
            ]
        case .word(let words):
            return words.count == 1
                ? [("const", .string(words[0]))]
                : [("type", .string("string")), ("enum", .array(words.map(JSONValue.string)))]
        case .number(let range):
            return [("type", .string("number"))] + bounds(range)
        case .integer(let range):
            return [("type", .string("integer"))] + bounds(Double(range.lowerBound)...Double(range.upperBound))
        case .boolean(let value):
            return value.map { [("const", .boolean($0))] } ?? [("type", .string("boolean"))]
        case .either(let schemas): return [("anyOf", .array(schemas.map { .object(entries(of: $0)) }))]
        case .anything: return []
        case .reference(let name): return [("$ref", .string(definitions + name))]
        case .chosen(let key, let choices): return choice(by: key, choices)
        }
    }

    private func choice(
        by key: String,
        _ choices: [(value: String, definition: String)]
    ) -> [(String, JSONValue)] {
        func property(_ value: JSONValue, _ keyword: String) -> JSONValue {
            .object([(key, .object([(keyword, value)]))])
        }
        let branches = choices.map { value, definition in
            JSONValue.object([
                ("if", .object([("properties", property(.string(value), "const"))])),
                ("then", .object([("$ref", .string(definitions + definition))])),
            ])
        }
        return [
            ("type", .string("object")), ("required", .array([.string(key)])),
            ("properties", property(.array(choices.map { .string($0.value) }), "enum")), ("allOf", .array(branches)),
        ]
    }

    private func bounds(_ range: ClosedRange<Double>?) -> [(String, JSONValue)] {
        guard let range else { return [] }
        return (range.lowerBound.isFinite ? [("minimum", .number(range.lowerBound))] : [])
            + (range.upperBound.isFinite ? [("maximum", .number(range.upperBound))] : [])
    }

    private func entries(of object: ObjectSchema) -> [(String, JSONValue)] {
        var entries: [(String, JSONValue)] = [("type", .string("object")), ("additionalProperties", .boolean(false))]
        let required = object.properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { entries.append(("required", .array(required))) }
        if object.atLeast > 0 { entries.append(("minProperties", .number(Double(object.atLeast)))) }
        if !object.properties.isEmpty {
            let properties = object.properties.map { ($0.name, JSONValue.object(self.entries(of: $0.schema))) }
            entries.append(("properties", .object(properties)))
        }
        if let others = object.others {
            entries.append(
                ("patternProperties", .object([(others.pattern, .object(self.entries(of: others.schema)))]))
            )
        }
        if !object.conditions.isEmpty { entries.append(("allOf", .array(object.conditions.map(condition)))) }
        if !object.exactlyOne.isEmpty {
            let groups = object.exactlyOne.map { JSONValue.object([("required", .array($0.map(JSONValue.string)))]) }
            entries.append(("oneOf", .array(groups)))
        }
        return entries
    }

    private func condition(_ condition: ObjectSchema.Condition) -> JSONValue {
        var test: [(String, JSONValue)] = [("required", .array([.string(condition.key)]))]
        if let values = condition.values {
            // The words `true` and `false` are read as truth values.
            let words = values.map { $0 == "true" || $0 == "false" ? JSONValue.boolean($0 == "true") : .string($0) }
            test.append(("properties", .object([(condition.key, .object([("enum", .array(words))]))])))
        }
        var outcome: [(String, JSONValue)] = []
        if !condition.requires.isEmpty {
            outcome.append(("required", .array(condition.requires.map(JSONValue.string))))
        }
        if !condition.forbids.isEmpty {
            outcome.append(("properties", .object(condition.forbids.map { ($0, .boolean(false)) })))
        }
        return .object([("if", .object(test)), ("then", .object(outcome))])
    }
}
