import Accounts
import ActionPlan
import HTTPTypes

/// The description of the interface for programs (OpenAPI 3.1), made from its operations and schemas.
struct OpenAPIDocument {
    let bytes: [UInt8]

    /// - Parameter origin: the scheme, host and port under which the service is known.
    init(origin: String) {
        bytes = Array((Self.document(origin).text() + "\n").utf8)
    }

    private static let schemas = SchemaWriter(definitions: "#/components/schemas/")

    private static func document(_ origin: String) -> JSONValue {
        let paths = Dictionary(grouping: API.operations, by: \.path)
        return .object([
            ("openapi", .string("3.1.0")),
            (
                "info",
                .object([
                    ("title", .string("National action plan: reports and where the plan stands")),
                    ("version", .string("1")),
                    (
                        "description",
                        .string(
                            "For the agencies of a plan. A token acts for one agency: it reads and sends that agency's reports, and sees of others what the public edition shows. An absent figure is left out, never 0."
                        )
                    ), ("license", .object([("name", .string("Apache 2.0")), ("identifier", .string("Apache-2.0"))])),
                ])
            ), ("servers", .array([.object([("url", .string(origin))])])),
            ("security", .array([.object([("token", .array([]))])])),
            (
                "paths",
                .object(
                    paths.keys.sorted()
                        .map { path in
                            let operations = (paths[path] ?? []).sorted { $0.method.rawValue < $1.method.rawValue }
                            return (
                                templated(path),
                                .object(operations.map { ($0.method.rawValue.lowercased(), operation($0)) })
                            )
                        }
                )
            ), ("components", components),
        ])
    }

    private static var components: JSONValue {
        let definitions = APISchemas.definitions.sorted { $0.name < $1.name }
        let problems = APIProblem.Kind.allCases.map { ($0.rawValue, problem($0)) }
        return .object([
            ("schemas", .object(definitions.map { ($0.name, schemas.value(of: writtenOut($0.schema))) })),
            ("responses", .object(problems)),
            (
                "securitySchemes",
                .object([
                    (
                        "token",
                        .object([
                            ("type", .string("http")), ("scheme", .string("bearer")),
                            ("description", .string("Made by the agency's focal point in the service, shown once")),
                        ])
                    )
                ])
            ),
        ])
    }

    /// A schema whose object has several forms, as a choice of these.
    private static func writtenOut(_ schema: Schema) -> Schema {
        guard case .object(let object) = schema.kind, !object.exactlyOne.isEmpty else { return schema }
        return Schema(.either(object.forms.map { Schema(.object($0)) }), schema.description)
    }

    /// `/reports/:item` as OpenAPI has it: `/reports/{item}`.
    private static func templated(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    private static func operation(_ operation: APIOperation) -> JSONValue {
        var entries: [(String, JSONValue)] = [
            ("operationId", .string(operation.name)), ("summary", .string(operation.summary)),
        ]
        if case .programs(let scope) = operation.access {
            entries.append(("description", .string("The token needs the scope `\(scope.rawValue)`.")))
        }
        let parameters =
            operation.pathParameters.map(pathParameter) + operation.parameters.map(parameter)
            + [acceptLanguage]
        entries.append(("parameters", .array(parameters)))
        if let body = operation.body {
            entries.append(
                (
                    "requestBody",
                    .object([
                        ("required", .boolean(true)),
                        ("content", .object([("application/json", media(reference(body.name)))])),
                    ])
                )
            )
        }
        entries.append(("responses", .object(responses(of: operation))))
        return .object(entries)
    }

    // MARK: - Parameters

    private static func pathParameter(_ name: String) -> JSONValue {
        let schema: Schema =
            switch name {
            case "entry": Schema(.integer(1...1_000_000_000))
            case "period": Schema(.form(pattern: "^[A-Za-z0-9.-]{1,64}$"))
            default: Schema(.form(pattern: "^[a-z0-9][a-z0-9.-]{0,63}$"))
            }
        return .object([
            ("name", .string(name)), ("in", .string("path")), ("required", .boolean(true)),
            ("schema", schemas.value(of: schema)),
        ])
    }

    private static func parameter(_ parameter: APIOperation.Parameter) -> JSONValue {
        .object([
            ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
            ("description", .string(parameter.description)), ("required", .boolean(parameter.isRequired)),
            ("schema", schemas.value(of: parameter.schema)),
        ])
    }

    private static let acceptLanguage = JSONValue.object([
        ("name", .string("Accept-Language")), ("in", .string("header")),
        ("description", .string("The language of problem details")), ("required", .boolean(false)),
        ("schema", .object([("type", .string("string"))])),
    ])

    // MARK: - Answers

    private static func responses(of operation: APIOperation) -> [(String, JSONValue)] {
        let answer = operation.answer
        let content =
            switch answer.content {
            case .json(let name): media(reference(name))
            case .text: media(.object([("type", .string("string"))]))
            }
        let headers = JSONValue.object([
            ("ETag", header("Known again by this; for If-None-Match and If-Match"))
        ])
        var found = answer.statuses.map { status in
            (
                String(status.code),
                JSONValue.object([
                    ("description", .string(answer.description)), ("headers", headers),
                    ("content", .object([(answer.mediaType, content)])),
                ])
            )
        }
        if operation.method == .get {
            found.append(("304", .object([("description", .string("As the client has it"))])))
        }
        let general: [APIProblem.Kind] =
            [
                .malformed, .unauthorized, .insufficientScope, .methodNotAllowed, .notAcceptable, .tooManyRequests,
                .failed, .unavailable,
            ]
            + (operation.body == nil ? [] : [.tooLarge, .unsupportedMediaType, .refused])
        for kind in (general + operation.problems) {
            found.append(
                (String(kind.status.code), .object([("$ref", .string("#/components/responses/\(kind.rawValue)"))]))
            )
        }
        return found.sorted { $0.0 < $1.0 }
    }

    private static func problem(_ kind: APIProblem.Kind) -> JSONValue {
        var headers: [(String, JSONValue)] = []
        switch kind {
        case .unauthorized, .insufficientScope: headers.append(("WWW-Authenticate", header("What is missing")))
        case .methodNotAllowed: headers.append(("Allow", header("The methods that there are")))
        case .tooManyRequests: headers.append(("Retry-After", header("After how many seconds to try again")))
        default: break
        }
        return .object([
            ("description", .string("Problem details: \(kind.rawValue)")), ("headers", .object(headers)),
            ("content", .object([(APIProblem.mediaType, media(reference("problem")))])),
        ])
    }

    private static func header(_ description: String) -> JSONValue {
        .object([("description", .string(description)), ("schema", .object([("type", .string("string"))]))])
    }

    private static func media(_ schema: JSONValue) -> JSONValue { .object([("schema", schema)]) }

    private static func reference(_ name: String) -> JSONValue {
        .object([("$ref", .string("#/components/schemas/\(name)"))])
    }
}
