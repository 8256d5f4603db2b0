import Accounts
import ActionPlan
import Crypto
import HTTPTypes
import Hummingbird
import Language

/// One thing that programs can do: the way in, what is described of it, and what is done.
///
/// The description that the service gives of itself is made from these, and requests are checked against them: the two
/// cannot part ways.
struct APIOperation: Sendable {
    let method: HTTPRequest.Method
    /// The path with its parameters as ``Route`` has it.
    let path: String
    let access: Access
    /// By which programs call it.
    let name: String
    let summary: String
    var parameters: [Parameter] = []
    /// What is sent; nil where nothing is.
    var body: (name: String, schema: Schema)?
    /// What is answered where all is well.
    let answer: Answer
    /// What else can be answered, besides what every operation can.
    var problems: [APIProblem.Kind] = []
    let handler: @Sendable (APIRequest) async throws -> APIAnswer

    struct Parameter: Sendable {
        let name: String
        let place: Place
        let schema: Schema
        let description: String
        var isRequired = false

        enum Place: String, Sendable {
            case query
            case header
        }
    }

    /// An answer: with which statuses, and what stands in it.
    struct Answer: Sendable {
        var statuses: [HTTPResponse.Status] = [.ok]
        let content: Content
        let description: String

        enum Content: Sendable {
            /// JSON as one of the schemas has it.
            case json(String)
            /// A text of a media type.
            case text(String)
        }

        var mediaType: String {
            switch content {
            case .json: "application/json"
            case .text(let type): type
            }
        }
    }

    var route: Route {
        Route(method, path, access, bodyLimit: Self.bodyLimit, bodyType: body == nil ? nil : Self.bodyType) { request in
            try await self.respond(to: request)
        }
    }

    /// The media type of what is sent.
    static let bodyType = "application/json"

    /// How many bytes a body may have.
    static let bodyLimit = 256 * 1_024

    /// The parameters of the path, in its order.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }

    private func respond(to request: PortalRequest) async throws -> Response {
        let language = AcceptedLanguages(request.request.headers[.acceptLanguage]).best(of: request.portal.languages)
        do {
            let request = try APIRequest(request, self, language: language)
            return try await handler(request).response(to: request.portalRequest.request, type: answer.mediaType)
        } catch var problem as APIProblem {
            problem.language = language
            throw problem
        } catch let error as HTTPError {
            throw APIProblem(kind: APIProblem.Kind(error.status), language: language, headers: error.headers)
        }
    }
}

/// What a handler answers.
struct APIAnswer: Sendable {
    var status = HTTPResponse.Status.ok
    let bytes: [UInt8]
    var headers: HTTPFields = [:]

    /// The tag by which these bytes are known again; a strong one (RFC 9110, 8.8.3).
    static func tag(of bytes: [UInt8]) -> String {
        let digest = SHA256.hash(data: bytes).prefix(16)
        return "\"" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
    }

    func response(to request: Request, type: String) -> Response {
        let tag = headers[.eTag] ?? Self.tag(of: bytes)
        var response: Response
        if request.method == .get || request.method == .head,
            EntityTags(request.headers[values: .ifNoneMatch])?.contains(tag, weakly: true) == true
        {
            response = Response(status: .notModified)
        } else {
            response = .bytes(bytes, type: type, status: status, cache: "private, no-cache")
        }
        for field in headers { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.eTag] = tag
        response.headers[.vary] = "Authorization, Accept-Language"
        return response
    }
}

/// The tags in a conditional request (RFC 9110, 13.1): any, or some.
enum EntityTags: Equatable {
    case any
    case some([String])

    /// - Parameter fields: the fields of the head; nil where there is none.
    init?(_ fields: [String]) {
        guard !fields.isEmpty else { return nil }
        let tags = fields.flatMap { $0.utf8.split(separator: UInt8(ascii: ",")).compactMap(Self.trimmed) }
        self = tags == ["*"] ? .any : .some(tags)
    }

    /// A tag without the space around it; nil where there is nothing else.
    private static func trimmed(_ tag: Substring.UTF8View) -> String? {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = tag.firstIndex(where: { !isSpace($0) }), let last = tag.lastIndex(where: { !isSpace($0) })
        else { return nil }
        return String(Substring(tag[first...last]))
    }

    /// Whether a tag is among them; compared strongly, weak tags are equal to none.
    func contains(_ tag: String, weakly: Bool = false) -> Bool {
        switch self {
        case .any: true
        case .some(let tags): tags.contains(tag) || weakly && tags.contains("W/" + tag)
        }
    }
}
