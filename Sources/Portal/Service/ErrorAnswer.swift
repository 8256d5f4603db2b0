import HTTPTypes
import Hummingbird
import Language
import Markup

/// What is answered where something cannot be done: a page for people, problem details (RFC 9457) for programs.
struct ErrorAnswer {
    let status: HTTPResponse.Status
    /// The plan's short title, by language.
    let titles: [String: String]
    /// What the answer's head has to say besides.
    var headers: HTTPFields = [:]

    func response(to request: Request) -> Response {
        var response = request.uri.path.hasPrefix("/api/") ? problem(request) : page(request)
        for field in headers { response.headers[field.name] = field.value }
        if status == .unauthorized, response.headers[.wwwAuthenticate] == nil {
            response.headers[.wwwAuthenticate] = "Bearer"
        }
        if status == .tooManyRequests, response.headers[.retryAfter] == nil { response.headers[.retryAfter] = "60" }
        return response
    }

    private func problem(_ request: Request) -> Response {
        let language = AcceptedLanguages(request.headers[.acceptLanguage]).best(of: ["en", "ru", "tk"])
        return APIProblem(kind: APIProblem.Kind(status), language: language).response
    }

    private func page(_ request: Request) -> Response {
        let first = request.uri.path.split(separator: "/").first.map(String.init)
        let language =
            WrittenLanguage(rawValue: first ?? "")
            ?? WrittenLanguage(tag: AcceptedLanguages(request.headers[.acceptLanguage]).best(of: ["en", "ru", "tk"]))
        let words = Catalogue.portal(in: language.rawValue)
        let (title, text) = Self.words(of: status)
        var frame = PortalFrame(title: words(title), words: words)
        frame.siteName = titles[language.rawValue] ?? frame.siteName
        let bytes = frame.page { page in
            page.element(.h1, text: words(title))
            page.element(.p, text: words(text))
            page.element(.p) { page in
                page.element(.a, .href(Link(path: "/")), text: words("To the start page"))
            }
        }
        return .html(bytes, status: status)
    }

    private static func words(of status: HTTPResponse.Status) -> (title: String, text: String) {
        switch status {
        case .notFound:
            ("Page not found", "There is nothing at this address. It may have been mistyped, or the page was moved.")
        case .forbidden:
            (
                "Not allowed",
                "You may not do this in the role in which you are signed in, or the form was not sent from a page of this service."
            )
        case .contentTooLarge: ("Too large", "What was sent is larger than is taken here. Nothing was stored.")
        case .tooManyRequests: ("Too many tries", "Wait a minute and try again. Nothing was stored.")
        case .badRequest: ("Not understood", "The request could not be understood. Nothing was stored.")
        case .unauthorized: ("Not signed in", "Sign in first.")
        case .methodNotAllowed: ("Not understood", "This address does not take such a request.")
        default:
            (
                "Something failed",
                "The fault is the service's, not yours. Nothing was stored. Please tell the secretariat."
            )
        }
    }
}
