import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Markup
import Rules
import Tracker

/// Periods, decisions and publication, for the secretariat and the chair.
struct OfficePage {
    let maker: PageMaker
    private let today: Day
    private let locks: [PeriodLock]
    private let decisions: [DecisionEvent]
    private let publications: [AssessmentEvent]
    private let token: String

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        today = request.portal.workspace.day(of: request.now)
        locks = try request.portal.tracker.locks(at: request.now)
        decisions = try request.portal.tracker.decisions()
        publications = try request.portal.tracker.publications()
        token = request.formToken ?? ""
    }

    var words: Catalogue { maker.words }

    func response(problem: String? = nil) -> Response {
        var notice = problem.map { PortalFrame.Notice(text: $0, kind: .wrong) }
        if problem == nil, let done = maker.request.query("done") {
            let text =
                switch done {
                case "lock": words("The period is closed.")
                case "unlock": words("The period is open again.")
                case "decision": words("The decision is recorded.")
                default: words("The public edition is published.")
                }
            notice = PortalFrame.Notice(text: text, kind: .done)
        }
        let title = words("Periods and publication")
        return maker.response(title, notice: notice, status: problem == nil ? .ok : .unprocessableContent) { page in
            page.element(.h1, text: title)
            publication(&page)
            periods(&page)
            meetings(&page)
        }
    }

    private func form(_ path: String, _ page: inout Markup, fields: (inout Markup) -> Void) {
        page.element(.form, Attribute("method", "post"), .action(maker.path("office/\(path)")), .class("narrow")) {
            page in
            page.hidden(PortalRequest.tokenField, token)
            fields(&page)
        }
    }

    private func publication(_ page: inout Markup) {
        page.element(.h2, text: words("Public edition"))
        page.element(
            .p,
            text: words(
                "Small counts are withheld in it. Which rules judged, and a digest of the result, are recorded in the ledger."
            )
        )
        form("publication", &page) { page in
            page.field("as-of", label: words("As of"), type: "date", value: today.description)
            page.field("meeting", label: words("For the meeting of (if for one)"), value: "")
            page.element(.button, Attribute("type", "submit"), text: words("Publish"))
        }
        guard !publications.isEmpty else { return }
        page.element(.ul, .class("history")) { page in
            for event in publications.suffix(10).reversed() {
                page.element(.li) { page in
                    page.text("\(maker.moment(event.moment)): \(words("as of {1}", maker.day(event.asOf))). ")
                    page.element(.code, text: String(event.sha256.prefix(16)))
                }
            }
        }
    }

    private func periods(_ page: inout Markup) {
        page.element(.h2, text: words("Reporting periods"))
        page.element(.p, text: words("Nothing about a closed period can be sent or judged any more."))
        let plan = maker.portal.workspace.plan
        var seen: Set<PeriodID> = []
        let periods = plan.calendars
            .flatMap { calendar in
                calendar.periods.filter { $0.days.end < today && seen.insert($0.id).inserted }.map { (calendar, $0) }
            }
            .sorted { ($1.1.days.end, $0.1.id) < ($0.1.days.end, $1.1.id) }
        page.element(.ul, .class("cards")) { page in
            for (calendar, period) in periods.prefix(24) {
                let isLocked = locks.first { $0.period == period.id }?.isLocked == true
                page.element(.li, .class("card")) { page in
                    page.element(.h3, text: maker.writing.name(of: period, calendar.frequency))
                    form("period", &page) { page in
                        page.hidden("period", period.id.rawValue)
                        page.hidden("change", isLocked ? "unlock" : "lock")
                        if isLocked {
                            page.element(
                                .label,
                                Attribute("for", "reason-\(period.id)"),
                                text: words("Why it is opened again")
                            )
                            page.empty(
                                .input,
                                .id("reason-\(period.id)"),
                                Attribute("name", "reason"),
                                Attribute("required")
                            )
                        }
                        page.element(
                            .button,
                            Attribute("type", "submit"),
                            .class("plain"),
                            text: isLocked ? words("Open again") : words("Close")
                        )
                    }
                }
            }
        }
    }

    private func meetings(_ page: inout Markup) {
        page.element(.h2, text: words("Decisions of meetings"))
        form("decision", &page) { page in
            page.field("meeting", label: words("Meeting of"), value: today.description)
            page.area("text", label: words("What was decided"), value: "")
            page.field("item", label: words("About which item (its code), if about one"), value: "")
            page.choice(
                "responsible",
                label: words("Who has to act"),
                value: "",
                options: [("", words("– not said –"))]
                    + maker.index.plan.agencies.map { ($0.id.rawValue, maker.text($0.title)) }
            )
            page.field("due", label: words("Until"), type: "date", value: "")
            page.element(.button, Attribute("type", "submit"), text: words("Record"))
        }
        page.element(.ul, .class("history")) { page in
            for decision in decisions.suffix(30).reversed() {
                page.element(.li) { page in
                    page.element(.strong, text: decision.meeting)
                    page.text(": " + maker.text(decision.text))
                    if let item = decision.item { page.text(" – \(maker.title(of: item))") }
                    if let agency = decision.responsible { page.text(" – \(maker.body(agency.rawValue))") }
                    if let due = decision.due { page.text(", \(words("until {1}", maker.day(due)))") }
                }
            }
        }
    }
}
