import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language

/// A request with everything that a handler needs to answer it.
struct PortalRequest: Sendable {
    let portal: Portal
    let request: Request
    let context: PortalContext
    /// The body, within the route's limit.
    let body: [UInt8]
    /// The instant at which it came.
    let now: Moment
    /// The path of the page that it asks for, or from which its form is sent.
    let page: String

    var principal: Principal { context.principal }

    /// Who signed in; thrown where nobody did, which the route's access has made impossible.
    func member() throws -> Member {
        guard let member = principal.member else { throw HTTPError(.unauthorized) }
        return member
    }

    /// A parameter of the path, its percent signs taken out.
    func parameter(_ name: String) throws -> String {
        guard let text = context.parameters.get(name).flatMap(PercentEncoding.decoded), text.utf8.count <= 200 else {
            throw HTTPError(.notFound)
        }
        return text
    }

    /// Where the request came from, as far as that can be believed.
    var client: String {
        ClientAddress.client(
            context.remoteAddress,
            forwarded: request.headers[.xForwardedFor],
            isBehindProxy: portal.options.isBehindProxy
        )?
        .name ?? "unknown"
    }

    /// A value of the query.
    func query(_ name: String) -> String? { request.uri.queryParameters.get(name) }

    /// Ends the session in which the request came, such as when another begins in the same browser.
    func endSession() throws {
        if let session = context.session { try portal.accounts.end(session) }
    }

    /// The language of the page, which is the first part of its path; without one, the best that the browser asks for.
    var language: String {
        let asked = context.parameters.get("language")
        if let asked, portal.languages.contains(asked) { return asked }
        if let language = principal.member?.person.language, portal.languages.contains(language) { return language }
        return AcceptedLanguages(request.headers[.acceptLanguage]).best(of: portal.languages)
    }

    /// The form that was sent, once its token has shown that it is one of this session's own pages.
    func form() throws -> FormData {
        guard let form = FormData(urlEncoded: body) else { throw HTTPError(.badRequest) }
        try check(form)
        return form
    }

    /// The form with a file that was sent, checked in the same way.
    func multipartForm() throws -> MultipartForm {
        let type = request.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data"), let form = MultipartForm(body, contentType: type) else {
            throw HTTPError(.badRequest)
        }
        try check(form.form)
        return form
    }

    /// What was typed into a form that cannot be taken now, without what is secret or a file.
    ///
    /// - Parameter isWhole: whether the body is.
    /// - Returns: its fields; nil where it is no form.
    func typed(isWhole: Bool) -> FormData? {
        let type = request.headers[.contentType] ?? ""
        let form: FormData? =
            if type.hasPrefix("multipart/form-data") {
                MultipartForm(body, contentType: type, isCutOff: !isWhole)?.form
            } else if type.hasPrefix("application/x-www-form-urlencoded"), isWhole {
                FormData(urlEncoded: body)
            } else {
                nil
            }
        return form?.without([Self.tokenField, "password", "current-password"])
    }

    /// How many bytes all that is typed into a form may have, whatever file comes with it.
    static let typedLimit = 256 * 1_024

    /// The form that was sent, with or without a file.
    func anyForm() throws -> MultipartForm {
        guard request.headers[.contentType]?.hasPrefix("multipart/form-data") == true else {
            guard body.count <= Self.typedLimit else { throw HTTPError(.contentTooLarge) }
            return MultipartForm(try form())
        }
        let form = try multipartForm()
        guard form.form.fields.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= Self.typedLimit else {
            throw HTTPError(.contentTooLarge)
        }
        return form
    }

    private func check(_ form: FormData) throws {
        guard let session = context.session else { return }
        guard let token = form[Self.tokenField], session.confirms(token, for: Self.tokenPurpose) else {
            throw StaleFormToken()
        }
    }

    /// The token that forms of this session carry; nil where there is no session.
    var formToken: String? { context.session?.derived(for: Self.tokenPurpose) }

    static let tokenField = "form-token"
    static let tokenPurpose = "form"
}

/// A form comes from a page of another session: one that has ended since, or that of somebody else's making.
struct StaleFormToken: HTTPResponseError {
    var status: HTTPResponse.Status { .forbidden }

    func response(from request: Request, context: some RequestContext) throws -> Response { Response(status: status) }
}
