import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// The outermost middleware: turns whatever is thrown into an answer, and gives every answer the headers that tell a
/// browser what it may not do.
///
/// Errors become answers here and not further out, because headers would be missing on those.
struct AnswerHeaders: RouterMiddleware {
    typealias Context = PortalContext

    /// Whether browsers reach the service by https only.
    let isSecure: Bool
    let figures: ServiceFigures
    /// The plan's short title, by language.
    let titles: [String: String]

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let problem as APIProblem {
            response = problem.response
        } catch let error as HTTPError {
            response = ErrorAnswer(status: error.status, titles: titles, headers: error.headers).response(to: request)
        } catch let error as any HTTPResponseError {
            response = ErrorAnswer(status: error.status, titles: titles).response(to: request)
        } catch is HTTPParserError {
            // What came was no HTTP any more from some byte of the body on: no fault of the service's.
            let answer = ErrorAnswer(status: .badRequest, titles: titles, headers: [.connection: "close"])
            response = answer.response(to: request)
        } catch {
            figures.count(.failures)
            context.logger.error("failed", metadata: ["error": "\(Self.inOneLine(error))"])
            response = ErrorAnswer(status: .internalServerError, titles: titles).response(to: request)
        }
        Self.add(to: &response.headers, isSecure: isSecure)
        return response
    }

    /// Adds what every answer says and this one does not.
    static func add(to fields: inout HTTPFields, isSecure: Bool) {
        for (name, value) in headers where fields[name] == nil { fields[name] = value }
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }

    /// No script but files of our own, no style but files of our own, no frames, no other origin.
    static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'
        """

    static let headers: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentSecurityPolicy),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "same-origin"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.crossOriginResourcePolicy, "same-origin"),
        (.frameOptions, "DENY"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]

    private static func inOneLine(_ error: any Error) -> String {
        String(decoding: "\(error)".utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

extension HTTPField.Name {
    static let referrerPolicy = constant("Referrer-Policy")
    static let crossOriginOpenerPolicy = constant("Cross-Origin-Opener-Policy")
    static let frameOptions = constant("X-Frame-Options")
    static let permissionsPolicy = constant("Permissions-Policy")
    static let secFetchSite = constant("Sec-Fetch-Site")
    static let idempotencyKey = constant("Idempotency-Key")
    static let xForwardedFor = constant("X-Forwarded-For")

    /// A name that is known to be well formed.
    static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a field") }
        return name
    }
}
