import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Markup
import Rules
import StatusPages
import Tracker

/// The reports that wait for a review, with what the agency claims and what the rules compute.
struct ReviewQueuePage {
    let maker: PageMaker
    private let assessment: Assessment
    private let queue: ReviewQueue
    private let place: ReviewPlace
    /// Those that the place shows, on all its pages.
    private let chosen: [ReviewQueue.Entry]
    private let token: String
    private let form: FormData
    private let standing: PortalFrame.Notice?

    /// How many reports stand on a page.
    static let most = 50

    /// - Parameters:
    ///   - request: what asks for the page.
    ///   - form: what was ticked and typed on it, where it is shown again.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    init(_ request: PortalRequest, _ form: FormData = FormData()) throws {
        self.form = form
        var maker = PageMaker(request)
        assessment = try request.portal.standing(at: request.now)
        token = request.formToken ?? ""
        standing = try maker.passwordNotice()
        queue = ReviewQueue(assessment, without: Set(try request.member().grants.map(\.body)))
        var place = ReviewPlace(request, form)
        chosen = queue.entries(of: place.agency, place.matter)
        // What stood on the last page may have been decided meanwhile.
        place.start = min(place.start, max(0, chosen.count - 1)) / Self.most * Self.most
        self.place = place
        maker.place = place.address("")
        self.maker = maker
    }

    var words: Catalogue { maker.words }

    /// The report that a ticked box names; nil where it does not wait.
    func key(_ name: String) -> ReportKey? { queue.entries.first { Self.name($0.record) == name }?.record.key }

    /// The version is part of the name, so that nothing newer than what was looked at is verified.
    private static func name(_ record: ReportRecord) -> String {
        "\(record.key.agency)/\(record.key.item)/\(record.key.period)/\(record.versions.count)"
    }

    func response(problem: String? = nil) -> Response {
        let notice = problem.map { PortalFrame.Notice(text: $0, kind: .wrong) } ?? done ?? standing
        return maker.response(
            words("Reports to review"),
            notice: notice,
            status: problem == nil ? .ok : .unprocessableContent
        ) { page in
            page.element(.h1, text: words("Reports to review"))
            guard !queue.entries.isEmpty else {
                return page.element(.p, text: words("No report waits for a review."))
            }
            filters(&page)
            let shown = shown
            guard !shown.isEmpty else {
                page.element(.p, text: words("No such report waits for a review."))
                return page.element(.p) { page in
                    page.element(.a, .href(maker.path("review")), text: words("Show all that wait"))
                }
            }
            page.element(
                .p,
                .class("lede"),
                text: words("{1}, the oldest first.", words.count(chosen.count, "report waits / reports wait"))
            )
            page.element(.form, Attribute("method", "post"), .action(maker.path("review"))) { page in
                page.hidden(PortalRequest.tokenField, token)
                page.hidden(place)
                table(shown, &page)
                pager(&page)
                deciding(&page)
            }
        }
    }

    /// The reports of this page; what is ticked stays in sight, wherever it stands.
    private var shown: [ReviewQueue.Entry] {
        let page = chosen.dropFirst(place.start).prefix(Self.most)
        let names = Set(page.map { Self.name($0.record) })
        let ticked = Set(form.all("report")).subtracting(names)
        return queue.entries.filter { ticked.contains(Self.name($0.record)) } + page
    }

    // MARK: - Which are shown

    /// Which reports are shown: each way says how many they are.
    private func filters(_ page: inout Markup) {
        page.element(.nav, .class("filters"), Attribute("aria-label", words("Which reports"))) { page in
            page.element(.ul) { page in
                for matter in ReviewPlace.Matter.allCases {
                    let count = queue.entries(of: place.agency, matter).count
                    page.element(.li) { page in
                        page.element(
                            .a,
                            .href(link(ReviewPlace(agency: place.agency, matter: matter))),
                            matter == place.matter ? Attribute("aria-current", "true") : nil
                        ) { page in
                            page.text(title(of: matter) + " ")
                            page.element(.span, .class("count"), text: maker.writing.number(count))
                        }
                    }
                }
            }
        }
        let agencies = agencies
        guard agencies.count > 1 else { return }
        page.element(.form, Attribute("method", "get"), .action(maker.path("review")), .class("one-line")) { page in
            if place.matter != .all { page.hidden(ReviewPlace.matterField, place.matter.rawValue) }
            page.choice(
                ReviewPlace.agencyField,
                label: words("Agency"),
                value: place.agency?.rawValue ?? "",
                options: [("", words("All agencies"))]
                    + agencies.map { ($0.rawValue, "\(maker.body($0.rawValue)) (\(number(of: $0)))") }
            )
            page.element(.button, Attribute("type", "submit"), .class("plain"), text: words("Show"))
        }
    }

    /// Those of whom a report waits, in the order of the plan, and the one that is chosen.
    private var agencies: [AgencyID] {
        let waiting = Set(queue.entries.map(\.record.key.agency))
        return maker.portal.workspace.plan.agencies.map(\.id).filter { waiting.contains($0) || $0 == place.agency }
    }

    private func number(of agency: AgencyID) -> String {
        maker.writing.number(queue.entries(of: agency, place.matter).count)
    }

    private func title(of matter: ReviewPlace.Matter) -> String {
        switch matter {
        case .all: words("All")
        case .findings: words("Contradictory or with findings")
        case .late: words("Late")
        }
    }

    private func link(_ place: ReviewPlace) -> Link { Link(path: place.address(maker.path("review").address)) }

    private func pager(_ page: inout Markup) {
        guard chosen.count > Self.most else { return }
        let start = place.start
        page.element(.p, .class("pager")) { page in
            page.text(maker.range(from: start, most: Self.most, of: chosen.count))
            for (other, title) in [
                (start - Self.most, words("the ones before")), (start + Self.most, words("the next ones")),
            ] where other >= 0 && other < chosen.count {
                page.text(" · ")
                var place = place
                place.start = other
                page.element(.a, .href(link(place)), text: title)
            }
        }
    }

    // MARK: - What is done

    /// What can be done with those that are ticked; it stays in sight while a reader goes down the list.
    private func deciding(_ page: inout Markup) {
        page.element(.div, .class("deciding")) { page in
            page.element(.div, .class("buttons")) { page in
                button("verify", words("Verify those ticked"), "main", &page)
                page.element(.details, form["reason"] != nil || form["action"] == "return" ? Attribute("open") : nil) {
                    page in
                    page.element(.summary, text: words("Send several back with one reason"))
                    page.area(
                        "reason",
                        label: words("Reason"),
                        value: form["reason"] ?? "",
                        rows: 2,
                        hint: words("The agencies read it and know what to mend.")
                    )
                    button("return", words("Send those ticked back"), "plain", &page)
                }
            }
        }
    }

    /// What was just decided, of one report with its name.
    private var done: PortalFrame.Notice? {
        func number(_ name: String) -> Int? { maker.request.query(name).flatMap { Int($0) } }
        let parts = maker.request.query("report")?.split(separator: "/").map(String.init) ?? []
        let name: String? =
            parts.count == 3
            ? assessment.records
                .first {
                    $0.key.agency.rawValue == parts[0] && $0.key.item.rawValue == parts[1]
                        && $0.key.period.rawValue == parts[2]
                }
                .map { maker.name(of: $0.key) } : nil
        func told(_ count: Int) -> String { name ?? words.count(count, "report / reports") }
        if let count = number("verified") {
            return PortalFrame.Notice(text: words("Verified: {1}.", told(count)), kind: .done)
        }
        return number("returned")
            .map { PortalFrame.Notice(text: words("Sent back: {1}.", told($0)), kind: .done) }
    }

    private func button(_ action: String, _ title: String, _ look: String, _ page: inout Markup) {
        page.element(
            .button,
            Attribute("type", "submit"),
            Attribute("name", "action"),
            Attribute("value", action),
            .class(look),
            text: title
        )
    }

    private func table(_ shown: [ReviewQueue.Entry], _ page: inout Markup) {
        page.element(.div, .class("table-frame")) { page in
            page.element(.table, .class("queue")) { page in
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for heading in [
                            "Tick", "Item", "Reported", "The agency claims", "The rules compute", "Findings", "Sent",
                        ] {
                            page.element(.th, .scope("col"), text: words(heading))
                        }
                    }
                }
                page.element(.tbody) { page in
                    for entry in shown { page.element(.tr) { row(entry, &$0) } }
                }
            }
        }
    }

    private func row(_ entry: ReviewQueue.Entry, _ page: inout Markup) {
        let record = entry.record
        let key = record.key
        let title = maker.title(of: key.item)
        page.element(.td) { page in
            page.empty(
                .input,
                Attribute("type", "checkbox"),
                Attribute("name", "report"),
                Attribute("value", Self.name(record)),
                form.all("report").contains(Self.name(record)) ? Attribute("checked") : nil,
                Attribute("aria-label", words("Tick {1}, {2}", title, maker.body(key.agency.rawValue)))
            )
        }
        page.element(.th, .scope("row")) { page in
            page.element(.a, .href(Link(path: place.address(maker.review(key).address))), text: title)
            page.element(
                .p,
                .class("note"),
                text: "\(maker.body(key.agency.rawValue)) · \(maker.name(of: key.period, for: key.item))"
            )
        }
        page.cell(
            words("Reported"),
            record.versions.last.map { maker.value($0.content, of: key.item, in: assessment) } ?? ""
        )
        page.cell(words("The agency claims")) {
            $0.status(record.versions.last?.content.claim, in: assessment, maker)
        }
        page.cell(words("The rules compute")) {
            $0.status(assessment.verdicts(of: key.item)?.headline?.status, in: assessment, maker)
        }
        page.cell(words("Findings"), entry.findings == 0 ? "–" : maker.writing.number(entry.findings))
        page.cell(words("Sent")) { page in
            page.text(record.versions.last.map { maker.moment($0.submitted) } ?? "")
            guard entry.daysLate > 0 else { return }
            page.element(.p, .class("note"), text: words("{1} late", words.count(entry.daysLate, "day / days")))
        }
    }
}

extension PageMaker {
    /// The page on which a report is judged.
    func review(_ key: ReportKey) -> Link { path("review/\(key.agency)/\(key.item)/\(key.period)") }
}

extension Finding {
    /// Whether it is about a report.
    func concerns(_ key: ReportKey) -> Bool {
        item == key.item && (period == nil || period == key.period) && (agency == nil || agency == key.agency)
    }
}

extension Markup {
    /// Writes a status of an assessment, or a dash.
    mutating func status(_ id: StatusID?, in assessment: Assessment, _ maker: PageMaker) {
        if let id, let status = assessment.statuses[id] {
            self.status(status, in: maker.language)
        } else {
            text("–")
        }
    }
}
