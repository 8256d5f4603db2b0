import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Rules

/// What a program is told where something cannot be done: problem details (RFC 9457).
struct APIProblem: HTTPResponseError, Sendable {
    let kind: Kind
    var language = "en"
    /// What is wrong in single places.
    var details: [Detail] = []
    var headers: HTTPFields = [:]

    /// One thing that is wrong, or doubtful.
    struct Detail: Hashable, Sendable {
        /// Where in the body, as a JSON Pointer (RFC 6901).
        var pointer: String?
        /// The parameter of the address or the field of the head that it is about.
        var parameter: String?
        /// A stable name in kebab-case, the same in every language.
        var code: String
        var text: String
        var severity = Diagnostic.Severity.error
    }

    enum Kind: String, Sendable, CaseIterable {
        case malformed
        case unauthorized
        case insufficientScope = "insufficient-scope"
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case conflict
        case preconditionFailed = "precondition-failed"
        case tooLarge = "too-large"
        case unsupportedMediaType = "unsupported-media-type"
        case refused
        case keyReused = "key-reused"
        case preconditionRequired = "precondition-required"
        case tooManyRequests = "too-many-requests"
        case failed
        case unavailable

        var status: HTTPResponse.Status {
            switch self {
            case .malformed: .badRequest
            case .unauthorized: .unauthorized
            case .insufficientScope: .forbidden
            case .notFound: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .notAcceptable: .notAcceptable
            case .conflict: .conflict
            case .preconditionFailed: .preconditionFailed
            case .tooLarge: .contentTooLarge
            case .unsupportedMediaType: .unsupportedMediaType
            case .refused, .keyReused: .unprocessableContent
            case .preconditionRequired: .init(code: 428, reasonPhrase: "Precondition Required")
            case .tooManyRequests: .tooManyRequests
            case .failed: .internalServerError
            case .unavailable: .serviceUnavailable
            }
        }

        /// The kind of an answer that was decided elsewhere, by its status alone.
        init(_ status: HTTPResponse.Status) {
            self = Self.allCases.first { $0.status.code == status.code } ?? .failed
        }
    }

    var status: HTTPResponse.Status { kind.status }

    /// How many mistakes are told at once: an answer is not many times as large as what was asked.
    static let mostDetails = 100

    /// The media type of problem details.
    static let mediaType = "application/problem+json"

    func response(from request: Request, context: some RequestContext) throws -> Response { response }

    var response: Response {
        let words = Catalogue.portal(in: language)
        let (title, text) = texts(words)
        var writer = JSONWriter()
        writer.object { writer in
            writer.string("type", "urn:nap:problem:\(kind.rawValue)")
            writer.string("title", title)
            writer.integer("status", status.code)
            writer.string("detail", text)
            if !details.isEmpty { writer.array("errors", Array(details.prefix(Self.mostDetails)), Self.write) }
        }
        writer.newline()
        var response = Response.bytes(writer.bytes, type: Self.mediaType, status: status)
        for field in headers { response.headers[field.name] = field.value }
        response.headers[.contentLanguage] = words.language.rawValue
        response.headers[.vary] = "Accept-Language"
        return response
    }

    static func write(_ writer: inout JSONWriter, _ detail: Detail) {
        writer.object { writer in
            writer.string("pointer", detail.pointer)
            writer.string("parameter", detail.parameter)
            writer.string("code", detail.code)
            writer.string("detail", detail.text)
            writer.string("severity", detail.severity.rawValue)
        }
    }

    private func texts(_ words: Catalogue) -> (title: String, text: String) {
        switch kind {
        case .malformed: (words("Not understood"), words("The request could not be understood. Nothing was stored."))
        case .unauthorized:
            (words("Not signed in"), words("A token is needed: Authorization: Bearer, and the token."))
        case .insufficientScope: (words("Not allowed"), words("The token does not allow this."))
        case .notFound: (words("Not found"), words("There is nothing at this address."))
        case .methodNotAllowed: (words("Not understood"), words("This address does not take such a request."))
        case .notAcceptable:
            (words("Not acceptable"), words("What stands here exists in no media type that the request accepts."))
        case .conflict: (words("It does not follow"), words("What was asked for cannot follow what happened before."))
        case .preconditionFailed:
            (
                words("Changed meanwhile"),
                words("The report is no longer as the request expects it. Read it again, compare, then send anew.")
            )
        case .tooLarge: (words("Too large"), words("What was sent is larger than is taken here. Nothing was stored."))
        case .unsupportedMediaType: (words("Not understood"), words("The body has to be application/json."))
        case .refused:
            (words("Not taken"), words("What was sent was understood, and refused. Nothing was stored."))
        case .keyReused:
            (
                words("Not taken"),
                words("This Idempotency-Key was used before, for another content. Use a new key for a new content.")
            )
        case .preconditionRequired:
            (
                words("Say what you expect"),
                words(
                    "Send If-None-Match: * for a report that is new, or If-Match with the ETag of the one that you replace."
                )
            )
        case .tooManyRequests: (words("Too many requests"), words("Wait as long as Retry-After says, then try again."))
        case .failed:
            (
                words("Something failed"),
                words("The fault is the service's, not yours. Nothing was stored. Please tell the secretariat.")
            )
        case .unavailable: (words("Not possible now"), words("Nothing was stored. Try again later."))
        }
    }
}

extension APIProblem.Detail {
    /// What a schema does not allow.
    init(_ fault: SchemaCheck.Fault, parameter: String? = nil, _ words: Catalogue) {
        let (code, text): (String, String) =
            switch fault.kind {
            case .missing: ("missing-field", words("This is needed and missing."))
            case .unknown: ("unknown-field", words("There is no such field here."))
            case .otherKind(let wanted): ("wrong-kind", words("Expected: {1}", wanted))
            case .form: ("wrong-form", words("This is written in another form than is expected."))
            case .length(let length) where length.upperBound == Int.max:
                ("wrong-length", words("At least {1} are expected.", "\(length.lowerBound)"))
            case .length(let length):
                (
                    "wrong-length",
                    words("From {1} to {2} characters are taken.", "\(length.lowerBound)", "\(length.upperBound)")
                )
            case .range: ("out-of-range", words("The number is too small or too large."))
            case .word(let known): ("unknown-word", words("Expected: {1}", known.joined(separator: ", ")))
            case .choice(let known):
                ("not-exactly-one", words("Exactly one of these is expected: {1}", known.joined(separator: ", ")))
            }
        self.init(pointer: parameter == nil ? fault.pointer : nil, parameter: parameter, code: code, text: text)
    }

    /// What is wrong, or doubtful, with what was sent.
    init(_ diagnostic: Diagnostic, pointer: String?, _ words: Catalogue) {
        let translation = DiagnosticCatalogue.translation(into: words.language)
        var sentences = [diagnostic.message.text(translation)]
        if let expected = diagnostic.expected { sentences.append(words("Expected: {1}", expected.text(translation))) }
        if let hint = diagnostic.hint { sentences.append(hint.text(translation)) }
        self.init(
            pointer: pointer,
            parameter: nil,
            code: diagnostic.identifier,
            text: sentences.joined(separator: "; "),
            severity: diagnostic.severity
        )
    }
}

extension APIProblem {
    /// What the ledger refused.
    init(_ error: LedgerError, _ language: String) {
        let words = Catalogue.portal(in: language)
        let details = error.diagnostics.map { Detail($0, pointer: nil, words) }
        switch error {
        case .keyReused: self.init(kind: .keyReused, language: language)
        case .refused: self.init(kind: .conflict, language: language, details: details)
        case .unwritable: self.init(kind: .refused, language: language, details: details)
        default: self.init(kind: .unavailable, language: language)
        }
    }
}
