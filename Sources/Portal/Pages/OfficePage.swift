import Accounts
import ActionPlan
import Diagnostics
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
    private let publications: [(number: Int, event: AssessmentEvent)]
    private let token: String
    private let form: FormData
    /// What is wrong with which field of which form.
    private var wrong: (path: String, field: String, problem: ReportForm.Problem)?

    /// - Parameters:
    ///   - request: what asks for the page.
    ///   - form: what was typed into one of its forms, where it is shown again.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    init(_ request: PortalRequest, _ form: FormData = FormData()) throws {
        self.form = form
        maker = PageMaker(request)
        today = request.portal.workspace.day(of: request.now)
        locks = try request.portal.tracker.locks(at: request.now)
        decisions = try request.portal.tracker.decisions()
        publications = try request.portal.tracker.numberedPublications()
        token = request.formToken ?? ""
    }

    var words: Catalogue { maker.words }

    /// - Parameters:
    ///   - problem: what kept the form from being taken.
    ///   - field: the field of that form which is meant, if one is.
    /// - Returns: the page.
    func response(problem: String? = nil, at field: String? = nil) -> Response {
        var page = self
        if let problem, let field, let path = form["of"] {
            page.wrong = (path, field, ReportForm.Problem(text: problem, severity: .error))
        }
        return page.response(problem: problem)
    }

    private func response(problem: String?) -> Response {
        let link = wrong.map { Link(path: "#\($0.path)-\($0.field)") }
        let notice =
            problem.map { problem in
                link == nil
                    ? PortalFrame.Notice(text: problem, kind: .wrong)
                    : PortalFrame.Notice(
                        text: words("Nothing was stored. Please mend:"),
                        kind: .wrong,
                        lines: [PortalFrame.Notice.Line(text: problem, link: link)]
                    )
            } ?? done
        let title = words("Periods and publication")
        return maker.response(title, notice: notice, status: problem == nil ? .ok : .unprocessableContent) { page in
            page.element(.h1, text: title)
            page.element(.ul, .class("ways")) { page in
                for (place, title) in [
                    ("freezing", words("Freeze an assessment for a meeting")), ("publication", words("Public edition")),
                    ("periods", words("Reporting periods")), ("decisions", words("Decisions of meetings")),
                ] {
                    page.element(.li) { $0.element(.a, .href(Link(path: "#\(place)")), text: title) }
                }
            }
            freezing(&page)
            publication(&page)
            assessments(&page)
            periods(&page)
            meetings(&page)
        }
    }

    /// What was just done, with the page to look at where there is one.
    private var done: PortalFrame.Notice? {
        guard let done = maker.request.query("done") else { return nil }
        let text =
            switch done {
            case "lock": words("The period is closed.")
            case "unlock": words("The period is open again.")
            case "decision": words("The decision is recorded.")
            case "freeze": words("The assessment is frozen.")
            default: words("The public edition is published.")
            }
        var lines: [PortalFrame.Notice.Line] = []
        if done == "publication" {
            let link = Link(path: "/public/\(maker.language)/index.html")
            lines.append(PortalFrame.Notice.Line(text: words("What everybody sees now"), link: link))
        }
        return PortalFrame.Notice(text: text, kind: .done, lines: lines)
    }

    /// A meeting as it was named; where by its date alone, that as the reader writes it.
    private func meeting(_ name: String) -> String { Day(name).map(maker.day) ?? name }

    private func form(_ path: String, _ page: inout Markup, fields: (inout Markup) -> Void) {
        page.element(.form, Attribute("method", "post"), .action(maker.path("office/\(path)")), .class("narrow")) {
            page in
            page.hidden(PortalRequest.tokenField, token)
            page.hidden("of", path)
            fields(&page)
        }
    }

    /// What was typed into a field of a form that is shown again.
    private func typed(_ name: String, of path: String, or standard: String = "") -> String {
        form["of"] == path ? form[name] ?? "" : standard
    }

    /// What is wrong with a field of a form.
    private func problems(_ field: String, of path: String) -> [ReportForm.Problem] {
        wrong.flatMap { $0.path == path && $0.field == field ? [$0.problem] : nil } ?? []
    }

    private func freezing(_ page: inout Markup) {
        page.element(.h2, .id("freezing"), text: words("Freeze an assessment for a meeting"))
        page.element(
            .p,
            text: words(
                "What the meeting looks at stays the same whatever is reported afterwards: the ledger notes the day, the reports that were known, the rule packs with their digests and a digest of the result."
            )
        )
        form("freeze", &page) { page in
            page.field(
                "as-of",
                label: words("As of"),
                type: "date",
                value: typed("as-of", of: "freeze", or: today.description),
                problems: problems("as-of", of: "freeze"),
                id: "freeze-as-of"
            )
            page.field(
                "meeting",
                label: words("For which meeting"),
                value: typed("meeting", of: "freeze"),
                hint: words("its number or date"),
                problems: problems("meeting", of: "freeze"),
                id: "freeze-meeting"
            )
            page.element(.button, Attribute("type", "submit"), text: words("Freeze"))
        }
    }

    private func publication(_ page: inout Markup) {
        page.element(.h2, .id("publication"), text: words("Public edition"))
        page.element(
            .p,
            text: words(
                "Small counts are withheld in it. Which rules judged, and a digest of the result, are recorded in the ledger."
            )
        )
        form("publication", &page) { page in
            page.field(
                "as-of",
                label: words("As of"),
                type: "date",
                value: typed("as-of", of: "publication", or: today.description),
                problems: problems("as-of", of: "publication"),
                id: "publication-as-of"
            )
            page.field(
                "meeting",
                label: words("For which meeting, if for one"),
                value: typed("meeting", of: "publication"),
                hint: words("its number or date"),
                id: "publication-meeting"
            )
            page.element(.button, Attribute("type", "submit"), text: words("Publish"))
        }
    }

    /// What was frozen or published, the newest first, each with what proves it.
    private func assessments(_ page: inout Markup) {
        guard !publications.isEmpty else { return }
        page.element(.h2, text: words("Frozen and published assessments"))
        page.element(.ul, .class("history")) { page in
            for (number, event) in publications.suffix(12).reversed() {
                page.element(.li) { assessment(number, event, &$0) }
            }
        }
    }

    private func assessment(_ number: Int, _ event: AssessmentEvent, _ page: inout Markup) {
        page.element(.p) { page in
            page.element(.strong, text: event.purpose == .frozen ? words("frozen") : words("published"))
            page.text(", \(maker.moment(event.moment)): \(words("as of {1}", maker.day(event.asOf)))")
            if let meeting = event.meeting { page.text(", \(words("meeting: {1}", self.meeting(meeting)))") }
            if event.edition == "public" { page.text(", \(words("public edition"))") }
        }
        page.element(.details) { page in
            page.element(.summary, text: words("By which rules, of which reports"))
            page.element(.dl, .class("facts")) { page in
                page.fact(words("Digest of the result (SHA-256)")) {
                    $0.element(.code, .class("digest"), text: event.sha256)
                }
                page.fact(words("Entries of the ledger"), maker.writing.number(event.entries))
                page.fact(words("Reports known until"), maker.moment(event.knownAt))
                for pack in event.packs {
                    page.fact("\(pack.id) \(pack.version)") { $0.element(.code, .class("digest"), text: pack.sha256) }
                }
            }
            page.element(.p) { page in
                if maker.portal.options.signer != nil {
                    page.element(
                        .a,
                        .href(maker.path("office/assessment/\(number)/receipt")),
                        text: words("Signed proof that this was noted, with the checkpoint of the ledger")
                    )
                    page.text(" ")
                }
                guard event.edition == Assessment.Edition.internal.rawValue else { return }
                page.element(
                    .a,
                    .href(maker.path("office/assessment/\(number)/json")),
                    text: words("The assessment made again (JSON)")
                )
            }
        }
    }

    private func periods(_ page: inout Markup) {
        page.element(.h2, .id("periods"), text: words("Reporting periods"))
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

    /// The items of the plan in its order, those below others set in.
    private func items(below references: [ItemReference], depth: Int = 0) -> [(value: String, title: String)] {
        references.flatMap { reference in
            let id = reference.id
            let code = maker.code(of: id).map { "\($0) " } ?? ""
            let indent = String(repeating: "\u{2003}", count: depth)
            return [(id.rawValue, indent + code + maker.title(of: id))]
                + items(below: maker.index.children(of: id), depth: depth + 1)
        }
    }

    private func meetings(_ page: inout Markup) {
        page.element(.h2, .id("decisions"), text: words("Decisions of meetings"))
        form("decision", &page) { page in
            page.field(
                "meeting",
                label: words("Which meeting"),
                value: typed("meeting", of: "decision", or: maker.day(today).replacing("\u{A0}", with: " ")),
                hint: words("its number or date"),
                problems: problems("meeting", of: "decision"),
                id: "decision-meeting"
            )
            page.area(
                "text",
                label: words("What was decided"),
                value: typed("text", of: "decision"),
                problems: problems("text", of: "decision"),
                id: "decision-text"
            )
            page.choice(
                "item",
                label: words("About which item, if about one"),
                value: typed("item", of: "decision"),
                options: [("", words("– not said –"))] + items(below: maker.index.roots)
            )
            page.choice(
                "responsible",
                label: words("Who has to act"),
                value: typed("responsible", of: "decision"),
                options: [("", words("– not said –"))]
                    + maker.index.plan.agencies.map { ($0.id.rawValue, maker.text($0.title)) }
            )
            page.field(
                "due",
                label: words("Until"),
                type: "date",
                value: typed("due", of: "decision"),
                problems: problems("due", of: "decision"),
                id: "decision-due"
            )
            page.element(.button, Attribute("type", "submit"), text: words("Record"))
        }
        page.element(.ul, .class("history")) { page in
            for decision in decisions.suffix(30).reversed() {
                page.element(.li) { page in
                    page.element(.strong, text: meeting(decision.meeting))
                    page.text(": " + maker.text(decision.text))
                    if let item = decision.item { page.text(" – \(maker.title(of: item))") }
                    if let agency = decision.responsible { page.text(" – \(maker.body(agency.rawValue))") }
                    if let due = decision.due { page.text(", \(words("until {1}", maker.day(due)))") }
                }
            }
        }
    }
}
