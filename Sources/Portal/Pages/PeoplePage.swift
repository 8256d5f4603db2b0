import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Markup
import Tracker

/// Who has an account, and the form by which somebody is invited.
struct PeoplePage {
    let maker: PageMaker
    private let accounts: [(record: AccountRecord, person: Person?)]
    private let token: String

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        token = request.formToken ?? ""
        let people = Dictionary(
            try request.portal.accounts.people(at: request.now).map { ($0.account, $0.person) },
            uniquingKeysWith: { first, _ in first }
        )
        accounts = try request.portal.accounts.records().map { ($0, people[$0.account]) }
            .sorted { ($0.person?.name ?? "", $0.record.account) < ($1.person?.name ?? "", $1.record.account) }
    }

    var words: Catalogue { maker.words }

    /// What a choice of the form stands for.
    func grant(_ value: String) -> AccountEvent.Grant? { grants.first { $0.value == value }?.grant }

    private var grants: [(value: String, title: String, grant: AccountEvent.Grant)] {
        let plan = maker.portal.workspace.plan
        let agencies = plan.agencies.map { AccountEvent.Grant(body: $0.id.rawValue, role: .agency) }
        let bodies = plan.bodies.flatMap { body in
            [Party.Role.reviewer, .secretariat, .chair].map { AccountEvent.Grant(body: body.id, role: $0) }
        }
        return (agencies + bodies)
            .map {
                ("\($0.body)/\($0.role.rawValue)", "\(maker.body($0.body)): \(maker.role($0.role))", $0)
            }
    }

    func response(
        problem: String? = nil,
        at field: String? = nil,
        _ form: FormData = FormData(),
        link: String? = nil,
        to person: Person? = nil
    ) -> Response {
        let notice = problem.map { problem in
            PortalFrame.Notice(
                text: words("Nothing was stored. Please mend:"),
                kind: .wrong,
                lines: [PortalFrame.Notice.Line(text: problem, link: field.map { Link(path: "#\($0)") })]
            )
        }
        let problems = problem.map { [ReportForm.Problem(text: $0, severity: .error)] } ?? []
        return maker.response(words("People"), notice: notice, status: problem == nil ? .ok : .unprocessableContent) {
            page in
            page.element(.h1, text: words("People"))
            if let link, let person { handOut(link, to: person, &page) }
            invitation(form, { $0 == field ? problems : [] }, &page)
            list(&page)
        }
    }

    private func handOut(_ link: String, to person: Person, _ page: inout Markup) {
        page.element(.div, .class("notice notice-done"), .role("status")) { page in
            page.element(.p, text: words("Send this link to {1}. It lets in once and is shown only now.", person.name))
            page.element(.p) { $0.element(.code, .class("link"), text: link) }
        }
    }

    private func list(_ page: inout Markup) {
        page.element(.h2, text: words("Who has an account"))
        page.element(.ul, .class("cards")) { page in
            for (record, person) in accounts { page.element(.li, .class("card")) { card(record, person, &$0) } }
        }
    }

    private func card(_ record: AccountRecord, _ person: Person?, _ page: inout Markup) {
        page.element(.h3, text: person?.name ?? record.account.rawValue)
        if let person { page.element(.p, .class("as-written"), text: person.email) }
        page.element(.ul, .class("roles")) { page in
            for grant in record.grants {
                page.element(.li, text: "\(maker.role(grant.role)), \(maker.body(grant.body))")
            }
        }
        page.element(.p, .class("note"), text: state(record.state))
        guard record.account != maker.request.principal.member?.account else { return }
        let id = record.account.rawValue
        page.element(.form, Attribute("method", "post"), .action(maker.path("people/\(id)"))) { page in
            page.hidden(PortalRequest.tokenField, token)
            if record.state == .disabled { return change("enable", words("Open again"), id, &page) }
            button("link", words("New link"), &page)
            if record.state == .open { roles(record, &page) }
            page.element(.details) { page in
                page.element(.summary, text: words("Close the account"))
                change("disable", words("Close the account"), id, &page)
            }
        }
    }

    /// Gives an account another role, or takes one.
    private func roles(_ record: AccountRecord, _ page: inout Markup) {
        let id = record.account.rawValue
        let free = grants.filter { !record.grants.contains($0.grant) }
        page.element(.details) { page in
            page.element(.summary, text: words("Roles"))
            page.choice(
                "given",
                label: words("Give another role"),
                value: "",
                options: [("", words("– choose –"))] + free.map { ($0.value, $0.title) },
                id: "grant-\(id)"
            )
            button("grant", words("Give this role"), &page)
            guard record.grants.count > 1 else { return }
            page.choice(
                "taken",
                label: words("Take a role"),
                value: "",
                options: [("", words("– choose –"))]
                    + grants.filter { record.grants.contains($0.grant) }.map { ($0.value, $0.title) },
                id: "taken-\(id)"
            )
            button("revoke", words("Take this role"), &page)
        }
    }

    private func change(_ action: String, _ title: String, _ id: String, _ page: inout Markup) {
        page.element(.label, Attribute("for", "reason-\(id)"), text: words("Reason"))
        page.empty(.input, .id("reason-\(id)"), Attribute("name", "reason"))
        button(action, title, &page)
    }

    private func button(_ action: String, _ title: String, _ page: inout Markup) {
        page.element(
            .button,
            Attribute("type", "submit"),
            Attribute("name", "action"),
            Attribute("value", action),
            .class("plain"),
            text: title
        )
    }

    private func state(_ state: AccountRecord.State) -> String {
        switch state {
        case .invited: words("invited, has not entered yet")
        case .open: words("in use")
        case .disabled: words("closed")
        }
    }

    /// - Parameters:
    ///   - form: what was typed into it.
    ///   - problems: what is wrong with a field.
    ///   - page: where it is written.
    private func invitation(
        _ form: FormData,
        _ problems: (String) -> [ReportForm.Problem],
        _ page: inout Markup
    ) {
        page.element(.h2, text: words("Invite somebody"))
        page.element(.form, Attribute("method", "post"), .action(maker.path("people")), .class("narrow")) { page in
            page.hidden(PortalRequest.tokenField, token)
            page.field(
                "name",
                label: words("Name"),
                value: form["name"] ?? "",
                problems: problems("name"),
                Attribute("required")
            )
            page.field(
                "email",
                label: words("E-mail address"),
                type: "email",
                value: form["email"] ?? "",
                problems: problems("email"),
                Attribute("required")
            )
            page.choice(
                "grant",
                label: words("For whom, in which role"),
                value: form["grant"] ?? "",
                options: [("", words("– choose –"))] + grants.map { ($0.value, $0.title) },
                problems: problems("grant")
            )
            page.choice(
                "language",
                label: words("Language"),
                value: form["language"] ?? maker.language,
                options: maker.portal.languages.map { ($0, WrittenLanguage(rawValue: $0)?.ownName ?? $0) }
            )
            page.element(.button, Attribute("type", "submit"), text: words("Invite"))
        }
    }
}
