import Accounts
import ActionPlan
import Hummingbird
import Language
import Markup
import Rules

/// Agency by agency what it owes, by when, and who answers for it there.
struct DeadlinesPage {
    let maker: PageMaker
    private let assessment: Assessment
    private let people: [AgencyID: [(person: Person, state: AccountRecord.State)]]
    private let remindsByMail: Bool

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        assessment = try request.portal.standing(at: request.now)
        remindsByMail = request.portal.options.mail != nil
        let known = Dictionary(
            try request.portal.accounts.people(at: request.now).map { ($0.account, $0.person) },
            uniquingKeysWith: { first, _ in first }
        )
        var people: [AgencyID: [(person: Person, state: AccountRecord.State)]] = [:]
        for record in try request.portal.accounts.records() where record.state != .disabled {
            guard let person = known[record.account] else { continue }
            for grant in record.grants where grant.role == .agency {
                people[AgencyID(rawValue: grant.body), default: []].append((person, record.state))
            }
        }
        self.people = people
    }

    private var words: Catalogue { maker.words }

    func response() -> Response {
        let title = words("Agencies and deadlines")
        return maker.response(title) { page in
            page.element(.h1, text: title)
            page.element(
                .p,
                .class("lede"),
                text: remindsByMail
                    ? words(
                        "Reminders go out by e-mail 14, 7 and 1 days before a report is due, when it is overdue and when it was sent back."
                    )
                    : words("No reminders go out by e-mail: the service was started without an address for them.")
            )
            days(&page)
            agencies(&page)
        }
    }

    /// The next days on which reports are due.
    private func days(_ page: inout Markup) {
        let open = assessment.agencies.flatMap(\.owed).filter { $0.reason == .due }
        let days = Dictionary(grouping: open, by: \.due).sorted { $0.key < $1.key }.prefix(6)
        guard !days.isEmpty else { return }
        page.element(.h2, text: words("Next due days"))
        page.element(.ul) { page in
            for (day, reports) in days {
                page.element(
                    .li,
                    text: "\(maker.day(day)): \(words.count(reports.count, "report is open / reports are open"))"
                )
            }
        }
    }

    private func agencies(_ page: inout Markup) {
        page.element(.h2, text: words("Agencies"))
        page.element(.div, .class("table-frame")) { page in
            page.element(.table) { page in
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for heading in ["Agency", "Overdue", "Sent back", "Due", "Next due day", "Focal points"] {
                            page.element(.th, .scope("col"), text: words(heading))
                        }
                    }
                }
                page.element(.tbody) { page in
                    for agency in assessment.agencies where !agency.owed.isEmpty || people[agency.id] != nil {
                        page.element(.tr) { row(agency.id, agency.owed, &$0) }
                    }
                }
            }
        }
    }

    private func row(_ agency: AgencyID, _ owed: [OwedReport], _ page: inout Markup) {
        func count(_ reason: OwedReport.Reason) -> String {
            let number = owed.count { $0.reason == reason }
            return number == 0 ? "–" : maker.writing.number(number)
        }
        page.element(.th, .scope("row"), text: maker.body(agency.rawValue))
        page.cell(words("Overdue"), count(.overdue))
        page.cell(words("Sent back"), count(.returned))
        page.cell(words("Due"), count(.due))
        page.cell(words("Next due day"), owed.filter { $0.reason == .due }.map(\.due).min().map(maker.day) ?? "–")
        page.cell(words("Focal points")) { page in
            let people = people[agency] ?? []
            guard !people.isEmpty else { return page.text(words("nobody has an account")) }
            for (position, (person, state)) in people.enumerated() {
                if position > 0 { page.text("; ") }
                page.text(person.name)
                if state == .invited { page.text(" (\(words("invited, has not entered yet")))") }
                if state == .open, remindsByMail, !person.wantsReminders {
                    page.text(" (\(words("wants no reminders")))")
                }
            }
        }
    }
}
