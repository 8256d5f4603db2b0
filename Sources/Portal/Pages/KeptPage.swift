import Accounts
import HTTPTypes
import Hummingbird
import Language
import Markup

/// Gives back what had been typed into a form that could not be taken, to be taken up again.
struct KeptPage {
    let maker: PageMaker
    private let typed: FormData
    private let destination: String
    private let session: Secret

    /// Why it could not be taken.
    enum Reason {
        /// The session had ended; somebody has signed in again.
        case signedIn
        /// The form came from a page of another session, which has ended since.
        case otherSession
        /// More was sent than is taken.
        case tooLarge
    }

    /// - Parameters:
    ///   - request: what asks for the page.
    ///   - typed: what had been typed.
    ///   - destination: where the form was sent.
    ///   - session: the session that goes on.
    init(_ request: PortalRequest, typed: FormData, destination: String, session: Secret) {
        maker = PageMaker(request)
        self.typed = typed
        self.destination = destination
        self.session = session
    }

    /// Of the form that a request brings; nil where it brings none.
    ///
    /// - Parameters:
    ///   - request: what brought the form.
    ///   - isWhole: whether its body is.
    init?(_ request: PortalRequest, isWhole: Bool) {
        guard let session = request.context.session, let typed = request.typed(isWhole: isWhole) else { return nil }
        self.init(request, typed: typed, destination: request.request.uri.description, session: session)
    }

    func response(because reason: Reason = .signedIn) -> Response {
        let words = maker.words
        let (title, text, status): (String, String, HTTPResponse.Status) =
            switch reason {
            case .signedIn:
                (
                    words("You are signed in"),
                    words("What you had typed is kept. Go on to see it again; nothing has been sent yet."), .ok
                )
            case .otherSession:
                (
                    words("You signed in anew meanwhile"),
                    words("What you had typed is kept. Go on to see it again; nothing has been sent yet."), .forbidden
                )
            case .tooLarge:
                (
                    words("The document is too large"),
                    words(
                        "Documents of up to 20 MB are taken. What you had typed is kept: go on, and choose a smaller one. Nothing has been sent yet."
                    ), .contentTooLarge
                )
            }
        return maker.response(title, status: status, inThisLanguageOnly: true) { page in
            page.element(.h1, text: title)
            page.element(.p, text: text)
            page.element(
                .form,
                Attribute("method", "post"),
                .action(Link(path: destination))
            ) { page in
                for field in typed.fields where field.name != PortalRequest.tokenField && field.name != "action" {
                    page.hidden(field.name, field.value)
                }
                page.hidden(PortalRequest.tokenField, session.derived(for: PortalRequest.tokenPurpose))
                page.element(
                    .button,
                    Attribute("type", "submit"),
                    Attribute("name", "action"),
                    Attribute("value", "show"),
                    text: words("Go on")
                )
            }
        }
    }
}
