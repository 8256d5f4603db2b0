import Accounts
import Hummingbird
import Language

/// What a link at the end of a reminder opens: a button by which its reader gets no more of them.
struct OptOutPage {
    let maker: PageMaker
    private let secret: Secret?

    /// - Parameters:
    ///   - request: what opened the link.
    ///   - secret: the link's secret; nil where it cannot be one.
    /// - Throws: ``LedgerError`` where the accounts cannot be read.
    init(_ request: PortalRequest, secret: Secret?) throws {
        maker = PageMaker(request)
        let isValid = try secret.map { try request.portal.accounts.account(optingOutBy: $0, at: request.now) != nil }
        self.secret = isValid == true ? secret : nil
    }

    func response(isDone: Bool = false) -> Response {
        let words = maker.words
        let account = (title: words("Your account"), link: maker.path("account"))
        guard let secret else {
            return LinkPage.end(
                maker,
                words("This link is not in use"),
                words(
                    "Its time is over, or it was cut off. On the page of your account you can say whether you want reminders."
                ),
                next: account,
                isDead: true
            )
        }
        guard !isDone else {
            return LinkPage.end(
                maker,
                words("You get no more reminders"),
                words("Should you want them again, say so on the page of your account."),
                next: account,
                isDead: false
            )
        }
        return LinkPage(
            maker: maker,
            title: words("Reminders by e-mail"),
            explanation: words(
                "They tell of reports that are due, overdue or sent back. Without them you see that in the service only."
            ),
            button: words("Send me no more"),
            action: maker.path("reminders/off/\(secret.text)")
        )
        .response()
    }
}
