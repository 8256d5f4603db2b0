import Accounts
import Hummingbird
import Language
import Markup

/// What a one-time link opens: a button that uses it up.
struct EnterPage {
    let maker: PageMaker
    private let secret: Secret?

    /// - Parameters:
    ///   - request: what opened the link.
    ///   - secret: the link's secret; nil where it lets nobody in.
    /// - Throws: ``LedgerError`` where the accounts cannot be read.
    init(_ request: PortalRequest, secret: Secret?) throws {
        maker = PageMaker(request)
        let isValid = try secret.map { try request.portal.accounts.account(invitedBy: $0, at: request.now) != nil }
        self.secret = isValid == true ? secret : nil
    }

    func response() -> Response {
        let words = maker.words
        guard let secret else {
            return maker.response(words("This link lets nobody in"), status: .notFound) { page in
                page.element(.h1, text: words("This link lets nobody in"))
                page.element(
                    .p,
                    text: words("It was used already, or its time is over. The secretariat can send you a new one.")
                )
            }
        }
        return maker.response(words("Welcome")) { page in
            page.element(.h1, text: words("Welcome"))
            page.element(.p, text: words("This link lets you in once. Press the button to use it now."))
            page.element(
                .form,
                Attribute("method", "post"),
                .action(maker.path("enter/\(secret.text)"))
            ) { page in
                page.element(.button, Attribute("type", "submit"), text: words("Enter"))
            }
        }
    }
}

/// After signing in: what had been typed when the session ended, to be taken up again.
struct KeptPage {
    let maker: PageMaker
    private let typed: FormData
    private let destination: String
    private let session: Secret

    init(_ request: PortalRequest, typed: FormData, destination: String, session: Secret) {
        maker = PageMaker(request)
        self.typed = typed
        self.destination = destination
        self.session = session
    }

    func response() -> Response {
        let words = maker.words
        return maker.response(words("You are signed in")) { page in
            page.element(.h1, text: words("You are signed in"))
            page.element(
                .p,
                text: words("What you had typed is kept. Go on to see it again; nothing has been sent yet.")
            )
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
