import Accounts
import Hummingbird
import Language
import Markup

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
        guard let secret else {
            return maker.response(words("This link is not in use"), status: .notFound) { page in
                page.element(.h1, text: words("This link is not in use"))
                page.element(
                    .p,
                    text: words(
                        "Its time is over, or it was cut off. On the page of your account you can say whether you want reminders."
                    )
                )
            }
        }
        let title = isDone ? words("You get no more reminders") : words("Reminders by e-mail")
        return maker.response(title) { page in
            page.element(.h1, text: title)
            guard !isDone else {
                page.element(
                    .p,
                    text: words("Should you want them again, say so on the page of your account.")
                )
                page.element(.p) { page in
                    page.element(.a, .href(maker.path("account")), text: words("Your account"))
                }
                return
            }
            page.element(
                .p,
                text: words(
                    "They tell of reports that are due, overdue or sent back. Without them you see that in the service only."
                )
            )
            page.element(
                .form,
                Attribute("method", "post"),
                .action(maker.path("reminders/off/\(secret.text)"))
            ) { page in
                page.element(.button, Attribute("type", "submit"), text: words("Send me no more"))
            }
        }
    }
}
