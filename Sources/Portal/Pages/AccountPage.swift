import Accounts
import ActionPlan
import Diagnostics
import Hummingbird
import Language
import Markup
import OpenIDConnect

/// What a member can change about her own account.
struct AccountPage {
    let maker: PageMaker
    private let member: Member
    private let token: String
    /// Whether the password that she has is asked for before what opens the account is changed.
    private let needsPassword: Bool
    private let sessions: [SessionSummary]

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        member = try request.member()
        token = request.formToken ?? ""
        let (accounts, session) = (request.portal.accounts, request.context.session)
        needsPassword = try accounts.needsPassword(member, in: session, at: request.now)
        sessions = try accounts.sessions(of: member.account, current: session, at: request.now)
    }

    /// The page; told what is wrong with a new password, or why nothing is changed.
    func response(problem: PasswordPolicy.Problem? = nil, fault: AccountRoutes.Fault? = nil) throws -> Response {
        let words = maker.words
        let failure = maker.request.query("failed").flatMap(IdentityFailure.init)
        let done = maker.request.query("done")
            .map { done in
                let text =
                    switch done {
                    case "password": words("The new password is stored. All other sessions have ended.")
                    case "session": words("The session has ended.")
                    default: words("Stored.")
                    }
                return PortalFrame.Notice(text: text, kind: .done)
            }
        let connected = try maker.portal.accounts.services(of: member.account, at: maker.request.now)
        return maker.response(
            words("Your account"),
            notice: (fault.map(words(of:)) ?? failure?.text(words)).map { PortalFrame.Notice(text: $0, kind: .wrong) }
                ?? done,
            status: fault?.status ?? (problem == nil ? .ok : .unprocessableContent)
        ) {
            page in
            page.element(.h1, text: words("Your account"))
            page.element(.dl, .class("facts")) { page in
                page.fact(words("Name"), member.person.name)
                page.fact(words("E-mail address"), member.person.email)
                page.fact(words("Role"), "\(maker.role(member.grant.role)), \(maker.body(member.grant.body))")
            }
            if member.grants.count > 1 { roles(&page) }
            form(&page, words("Language and reminders")) { page in
                page.choice(
                    "language",
                    label: words("Language"),
                    value: member.person.language,
                    options: maker.portal.languages.map { ($0, WrittenLanguage(rawValue: $0)?.ownName ?? $0) }
                )
                page.check("reminders", label: words("Remind me by e-mail"), isOn: member.person.wantsReminders)
            }
            form(&page, words("New password")) { page in
                currentPassword(&page)
                page.field(
                    "password",
                    label: words("New password"),
                    type: "password",
                    value: "",
                    hint: words("15 characters or more; a sentence that only you know is good."),
                    problems: problem.map { [ReportForm.Problem(text: self.words(of: $0), severity: .error)] } ?? [],
                    Attribute("autocomplete", "new-password")
                )
            }
            providers(&page, connected)
            openSessions(&page)
        }
    }

    /// Where the account is signed in, each to be ended (ASVS 7.5.2).
    private func openSessions(_ page: inout Markup) {
        let words = maker.words
        page.element(.h2, text: words("Where you are signed in"))
        page.element(.ul, .class("cards")) { page in
            for session in sessions {
                page.element(.li, .class("card")) { page in
                    page.element(.h3, text: session.isCurrent ? words("This browser") : words("Another browser"))
                    page.element(.p, text: words("since {1}", maker.moment(session.began)))
                    page.element(.p, .class("note"), text: words("last used {1}", maker.moment(session.seen)))
                    guard !session.isCurrent else { return }
                    page.element(.form, Attribute("method", "post"), .action(maker.path("account/session"))) { page in
                        page.hidden(PortalRequest.tokenField, token)
                        page.hidden("session", session.name)
                        page.element(
                            .button,
                            Attribute("type", "submit"),
                            .class("plain"),
                            text: words("Sign out there")
                        )
                    }
                }
            }
        }
    }

    /// The services that may vouch for the member: connected, or to be connected.
    private func providers(_ page: inout Markup, _ connected: Set<String>) {
        let words = maker.words
        let providers = maker.portal.options.identityProviders
        guard !providers.isEmpty else { return }
        page.element(.h2, text: words("Sign-in by another service"))
        for provider in providers {
            let name = maker.name(of: provider)
            let isConnected = connected.contains(provider.issuer)
            page.element(
                .form,
                Attribute("method", "post"),
                .action(maker.path("identity/\(provider.id)/\(isConnected ? "disconnect" : "connect")")),
                .class("narrow")
            ) { page in
                page.hidden(PortalRequest.tokenField, token)
                if isConnected {
                    page.element(.p, text: words("Your account is connected with {1}.", name))
                    page.element(.button, Attribute("type", "submit"), text: words("Disconnect"))
                } else {
                    currentPassword(&page, id: "\(AccountRoutes.passwordField)-\(provider.id)")
                    page.element(
                        .button,
                        Attribute("type", "submit"),
                        text: words("Connect your account with {1}", name)
                    )
                }
            }
        }
    }

    /// The field for the password that the member has; nothing where none is asked for.
    private func currentPassword(_ page: inout Markup, id: String? = nil) {
        guard needsPassword else { return }
        page.field(
            AccountRoutes.passwordField,
            label: maker.words("Your password until now"),
            type: "password",
            value: "",
            hint: maker.words(
                "Forgotten? The secretariat sends you a link that lets you in once; then none is asked for."
            ),
            id: id,
            Attribute("autocomplete", "current-password"),
            Attribute("required")
        )
    }

    private func words(of fault: AccountRoutes.Fault) -> String {
        switch fault {
        case .password:
            maker.words("The password that you have until now is missing or not right. Nothing was changed.")
        case .tries: maker.words("Too many tries. Wait a minute, then try again.")
        case .crowded: maker.words("Many people come in at this moment. Wait a minute, then try again.")
        }
    }

    private func words(of problem: PasswordPolicy.Problem) -> String {
        switch problem {
        case .tooShort: maker.words("It is too short: 15 characters or more are needed.")
        case .tooLong: maker.words("It is too long: up to 128 characters are taken.")
        case .tooPlain: maker.words("It is too easy to guess: use other words than your name, agency or a row of keys.")
        }
    }

    private func roles(_ page: inout Markup) {
        let words = maker.words
        page.element(.h2, text: words("Act in another role"))
        page.element(.form, Attribute("method", "post"), .action(maker.path("account/role")), .class("narrow")) {
            page in
            page.hidden(PortalRequest.tokenField, token)
            page.choice(
                "role",
                label: words("Role"),
                value: Self.value(member.grant),
                options: member.grants.map { (Self.value($0), "\(maker.role($0.role)), \(maker.body($0.body))") }
            )
            page.element(.button, Attribute("type", "submit"), text: words("Change"))
        }
    }

    private static func value(_ grant: AccountEvent.Grant) -> String { "\(grant.body)/\(grant.role.rawValue)" }

    private func form(_ page: inout Markup, _ title: String, fields: (inout Markup) -> Void) {
        page.element(.h2, text: title)
        page.element(.form, Attribute("method", "post"), .action(maker.path("account")), .class("narrow")) { page in
            page.hidden(PortalRequest.tokenField, token)
            fields(&page)
            page.element(.button, Attribute("type", "submit"), text: maker.words("Store"))
        }
    }
}

extension Markup {
    mutating func fact(_ name: String, _ value: String) {
        fact(name) { $0.text(value) }
    }

    /// A name and what is said under it.
    mutating func fact(_ name: String, content: (inout Markup) -> Void) {
        element(.div) { page in
            page.element(.dt, text: name)
            page.element(.dd, content: content)
        }
    }

    /// A box that is ticked or not.
    mutating func check(_ name: String, label: String, isOn: Bool, value: String = "yes", id: String? = nil) {
        element(.div, .class("field field-check")) { page in
            page.empty(
                .input,
                .id(id ?? name),
                Attribute("type", "checkbox"),
                Attribute("name", name),
                Attribute("value", value),
                isOn ? Attribute("checked") : nil
            )
            page.element(.label, Attribute("for", id ?? name), text: label)
        }
    }
}
