import Accounts
import HTTPTypes
import Hummingbird
import Language
import Markup
import OpenIDConnect

/// The page on which people sign in, and which keeps what somebody typed before a session ended.
struct SignInPage {
    let maker: PageMaker
    private let destination: String?
    private let kept: String?

    /// - Parameters:
    ///   - request: the request that needs somebody to be signed in, or that asks for this page.
    ///   - path: where to go afterwards, within the service.
    ///   - typed: what was typed before a session ended.
    init(_ request: PortalRequest, returningTo path: String?, kept typed: FormData? = nil) {
        maker = PageMaker(request)
        destination = path.flatMap(Self.local)
        kept = typed?.urlEncoded
    }

    var words: Catalogue { maker.words }

    /// Where this page is.
    var address: String {
        let path = "/\(maker.language)/sign-in"
        guard let destination else { return path }
        return path + "?to=" + PercentEncoding.encoded(destination)
    }

    /// A path within the service, or nil where it would lead elsewhere.
    static func local(_ path: String) -> String? {
        let bytes = path.utf8
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"), bytes.count <= 300,
            bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
        else { return nil }
        return path
    }

    func response(status: HTTPResponse.Status = .ok, message: String? = nil, email: String = "") -> Response {
        let notice = message.map { PortalFrame.Notice(text: $0, kind: .wrong) }
        // A link to the page in another language would lose what this one keeps.
        return maker.response(words("Sign in"), notice: notice, status: status, inThisLanguageOnly: kept != nil) {
            page in
            page.element(.h1, text: words("Sign in"))
            page.element(.p, .class("lede"), text: maker.planTitle)
            page.element(
                .form,
                Attribute("method", "post"),
                .action(maker.path("sign-in")),
                .class("narrow")
            ) { page in
                if let destination { page.hidden("to", destination) }
                if let kept { page.hidden("kept", kept) }
                page.field(
                    "email",
                    label: words("E-mail address"),
                    type: "email",
                    value: email,
                    Attribute("autocomplete", "username"),
                    Attribute("required")
                )
                page.field(
                    "password",
                    label: words("Password"),
                    type: "password",
                    value: "",
                    Attribute("autocomplete", "current-password"),
                    Attribute("required")
                )
                page.element(.button, Attribute("type", "submit"), text: words("Enter"))
            }
            providers(&page)
            page.element(
                .p,
                .class("note"),
                text: words("No password, or forgotten? The secretariat sends you a link that lets you in once.")
            )
        }
    }

    /// The services that may vouch for somebody.
    private func providers(_ page: inout Markup) {
        let providers = maker.portal.options.identityProviders
        guard !providers.isEmpty else { return }
        page.element(.ul) { page in
            for provider in providers {
                page.element(.li) { page in
                    page.element(
                        .a,
                        .href(maker.path("identity/\(provider.id)")),
                        text: words("Sign in by {1}", maker.name(of: provider))
                    )
                }
            }
        }
    }
}
