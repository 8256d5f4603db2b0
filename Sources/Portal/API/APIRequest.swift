import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import JSONReading
import Language
import Ledger
import Rules
import Tracker

/// A program's request that is as its operation describes it.
struct APIRequest: Sendable {
    let portalRequest: PortalRequest
    let language: String
    let words: Catalogue
    /// The agency for which the program acts, and the account whose token it has.
    let member: Member
    let agency: AgencyID
    /// What was sent; nil where nothing was.
    let body: JSONNode?
    private let values: [String: String]

    /// Takes a request, or says what is wrong with it.
    ///
    /// - Throws: ``APIProblem``.
    init(_ request: PortalRequest, _ operation: APIOperation, language: String) throws {
        portalRequest = request
        self.language = language
        words = Catalogue.portal(in: language)
        guard let member = request.principal.member, let agency = member.agency else {
            throw APIProblem(kind: .insufficientScope)
        }
        self.member = member
        self.agency = agency
        try Self.throttle(request, operation, member)
        guard Self.accepts(operation.answer.mediaType, request.request.headers[values: .accept]) else {
            throw APIProblem(kind: .notAcceptable)
        }
        values = try Self.values(request, operation, words)
        if let wanted = operation.body {
            body = try Self.body(request, wanted.schema, words)
        } else {
            body = nil
        }
    }

    var portal: Portal { portalRequest.portal }
    var now: Moment { portalRequest.now }
    var tracker: Tracker { portal.tracker }
    /// The plan as it is today.
    var index: PlanIndex { portal.workspace.index(on: portal.workspace.day(of: now)) }

    /// The value of a parameter of the address or a field of the head.
    subscript(parameter: String) -> String? { values[parameter] }

    /// A parameter of the path.
    func path(_ name: String) throws -> String { try portalRequest.parameter(name) }

    private static func throttle(_ request: PortalRequest, _ operation: APIOperation, _ member: Member) throws {
        let isReading = operation.method == .get
        let throttle = isReading ? request.portal.readThrottle : request.portal.writeThrottle
        guard let wait = throttle.tries(member.account.rawValue, at: Double(request.now.seconds)) else { return }
        throw APIProblem(kind: .tooManyRequests, headers: [.retryAfter: "\(wait)"])
    }

    /// Whether a client takes a media type (RFC 9110, 12.5.1); one that says nothing takes all.
    private static func accepts(_ type: String, _ fields: [String]) -> Bool {
        guard !fields.isEmpty else { return true }
        let family = type.split(separator: "/").first.map { "\($0)/*" } ?? type
        let ranges = fields.joined(separator: ",").split(separator: ",")
            .map { $0.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() } }
        // The most exact range that fits decides.
        for wanted in [type, family, "*/*"] {
            guard let range = ranges.first(where: { $0.first == wanted }) else { continue }
            let quality = range.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return quality > 0
        }
        return false
    }

    private static func values(
        _ request: PortalRequest,
        _ operation: APIOperation,
        _ words: Catalogue
    ) throws -> [String: String] {
        var values: [String: String] = [:]
        var details: [APIProblem.Detail] = []
        for (name, value) in request.request.uri.queryParameters {
            let known = operation.parameters.contains { $0.place == .query && $0.name == name }
            if !known || values.updateValue(String(value), forKey: String(name)) != nil {
                details.append(
                    .init(
                        parameter: String(name),
                        code: "unknown-parameter",
                        text: words("There is no such field here.")
                    )
                )
            }
        }
        for parameter in operation.parameters {
            if parameter.place == .header, let name = HTTPField.Name(parameter.name) {
                values[parameter.name] = request.request.headers[name]
            }
            guard let value = values[parameter.name] else {
                guard parameter.isRequired else { continue }
                details.append(
                    .init(
                        parameter: parameter.name,
                        code: "missing-parameter",
                        text: words("This is needed and missing.")
                    )
                )
                continue
            }
            let node = JSONNode(value: self.value(value, as: parameter.schema), range: 0..<0)
            details += SchemaCheck.faults(in: node, parameter.schema)
                .map { APIProblem.Detail($0, parameter: parameter.name, words) }
        }
        guard details.isEmpty else { throw APIProblem(kind: .malformed, details: details) }
        return values
    }

    private static func value(_ text: String, as schema: Schema) -> JSONNode.Value {
        if case .integer = schema.kind, let number = Int(text) { return .number(Double(number)) }
        return .string(text)
    }

    private static func body(_ request: PortalRequest, _ schema: Schema, _ words: Catalogue) throws -> JSONNode {
        guard request.request.mediaType == APIOperation.bodyType else { throw APIProblem(kind: .unsupportedMediaType) }
        let node: JSONNode
        do {
            node = try JSONReader.read(request.body)
        } catch {
            let text = words("This is no JSON from byte {1} on.", "\(error.offset)")
            throw APIProblem(kind: .malformed, details: [.init(pointer: "", code: "no-json", text: text)])
        }
        let faults = SchemaCheck.faults(in: node, schema)
        guard faults.isEmpty else {
            throw APIProblem(kind: .refused, details: faults.map { APIProblem.Detail($0, words) })
        }
        return node
    }
}
