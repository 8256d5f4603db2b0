import Hummingbird
import Language
import Markup

/// What a link with a secret in it opens: a button that does what the link is for, since programs that look at mail open
/// links too.
struct LinkPage {
    let maker: PageMaker
    var title: String
    /// What the button does.
    var explanation: String
    var button: String
    /// Where the button leads.
    var action: Link

    func response() -> Response {
        maker.response(title) { page in
            page.element(.h1, text: title)
            page.element(.p, .class("lede"), text: maker.planTitle)
            page.element(.p, text: explanation)
            page.element(.form, Attribute("method", "post"), .action(action)) { page in
                page.element(.button, Attribute("type", "submit"), text: button)
            }
        }
    }

    /// Tells what became of a link, or that it is none, and where to go on.
    ///
    /// - Parameters:
    ///   - maker: of the page.
    ///   - title: what is so.
    ///   - explanation: what that means.
    ///   - next: where to go on.
    ///   - isDead: whether the link does nothing.
    /// - Returns: the page.
    static func end(
        _ maker: PageMaker,
        _ title: String,
        _ explanation: String,
        next: (title: String, link: Link),
        isDead: Bool
    ) -> Response {
        maker.response(title, status: isDead ? .notFound : .ok) { page in
            page.element(.h1, text: title)
            page.element(.p, .class("lede"), text: maker.planTitle)
            page.element(.p, text: explanation)
            page.element(.p) { $0.element(.a, .href(next.link), text: next.title) }
        }
    }
}
