import Hummingbird
import Language
import Markup
import OpenIDConnect

/// Leads a member to the service that is to vouch for her.
struct ConnectPage {
    let maker: PageMaker
    private let provider: IdentityProvider
    private let address: Link

    init(_ request: PortalRequest, _ provider: IdentityProvider, _ address: Link) {
        maker = PageMaker(request)
        self.provider = provider
        self.address = address
    }

    func response() -> Response {
        let words = maker.words
        let title = words("Connect your account with {1}", maker.name(of: provider))
        return maker.response(title) { page in
            page.element(.h1, text: title)
            page.element(.p, text: words("Sign in there; then you come back here, and your account is connected."))
            page.element(.p) { page in
                page.element(.a, .href(address), .id("go-on"), text: words("Go on to {1}", maker.name(of: provider)))
            }
        }
    }
}
