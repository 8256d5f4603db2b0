import Accounts
import ActionPlan
import Hummingbird
import Language
import Markup
import Tracker

/// The tokens of a member, or for the secretariat those of all; a new one is shown once.
struct TokensPage {
    let maker: PageMaker
    private let member: Member
    private let formToken: String
    private let tokens: [Line]

    private struct Line {
        var account: AccountID
        var key: String
        var token: Token
    }

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        let member = try request.member()
        self.member = member
        formToken = request.formToken ?? ""
        let accounts = request.portal.accounts
        let owners = member.grant.role == .secretariat ? try accounts.records().map(\.account) : [member.account]
        tokens =
            try owners.flatMap { owner in
                try accounts.tokens(of: owner, at: request.now)
                    .filter { member.grant.role == .secretariat || $0.token.body == member.grant.body }
                    .map { Line(account: owner, key: $0.key, token: $0.token) }
            }
            .sorted { ($0.token.body, $0.token.made, $0.key) < ($1.token.body, $1.token.made, $1.key) }
    }

    var words: Catalogue { maker.words }

    func response(made secret: Secret? = nil, problem: String? = nil) -> Response {
        let notice = problem.map { PortalFrame.Notice(text: $0, kind: .wrong) }
        return maker.response(
            words("Tokens for programs"),
            notice: notice,
            status: problem == nil ? .ok : .unprocessableContent
        ) { page in
            page.element(.h1, text: words("Tokens for programs"))
            page.element(
                .p,
                .class("lede"),
                text: words("With a token a program of your agency reads and sends its reports, without a password.")
            )
            if let secret {
                page.element(.h2, text: words("The new token"))
                page.element(
                    .p,
                    text: words("It is shown this once. Keep it where only the program can read it.")
                )
                page.element(.p) { $0.element(.code, .class("link"), text: secret.text) }
            }
            list(&page)
            if member.agency != nil { form(&page) }
        }
    }

    private func list(_ page: inout Markup) {
        page.element(.h2, text: words("Tokens in use"))
        guard !tokens.isEmpty else {
            page.element(.p, text: words("There are none."))
            return
        }
        page.element(.ul, .class("cards")) { page in
            for line in tokens {
                page.element(.li, .class("card")) { page in
                    page.element(.h3, text: line.token.title)
                    page.element(.p, text: maker.body(line.token.body))
                    page.element(
                        .p,
                        text: line.token.scope.contains(.submit) ? words("reads and sends") : words("reads only")
                    )
                    let end = Moment(seconds: line.token.expires).day(at: maker.portal.workspace.plan.utcOffset)
                    page.element(.p, text: words("until {1}", maker.day(end)))
                    page.element(.form, Attribute("method", "post"), .action(maker.path("tokens/end"))) { page in
                        page.hidden(PortalRequest.tokenField, formToken)
                        page.hidden("account", line.account.rawValue)
                        page.hidden("token", line.key)
                        page.element(
                            .button,
                            Attribute("type", "submit"),
                            .class("plain"),
                            text: words("End “{1}”", line.token.title)
                        )
                    }
                }
            }
        }
    }

    private func form(_ page: inout Markup) {
        page.element(.h2, text: words("A new token"))
        page.element(.form, Attribute("method", "post"), .action(maker.path("tokens")), .class("narrow")) { page in
            page.hidden(PortalRequest.tokenField, formToken)
            page.field("title", label: words("What it is for"), value: "", Attribute("required"))
            page.check("submit", label: words("It may also send reports"), isOn: false)
            page.element(.button, Attribute("type", "submit"), text: words("Make the token"))
        }
    }
}
