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
            return LinkPage.end(
                maker,
                words("This link lets nobody in"),
                words("It was used already, or its time is over. The secretariat can send you a new one."),
                next: (words("Sign in with your password"), maker.path("sign-in")),
                isDead: true
            )
        }
        return LinkPage(
            maker: maker,
            title: words("Welcome"),
            explanation: words(
                "This link lets you in once. Press the button to use it now; then choose a password, so that you can come again."
            ),
            button: words("Enter"),
            action: maker.path("enter/\(secret.text)")
        )
        .response()
    }
}
