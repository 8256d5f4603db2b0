import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Markup
import Rules
import StatusPages

/// The reports that wait for a review, with what the agency claims and what the rules compute.
struct ReviewQueuePage {
    let maker: PageMaker
    private let assessment: Assessment
    private let waiting: [ReportRecord]
    private let token: String
    private let form: FormData
    private let standing: PortalFrame.Notice?

    /// - Parameters:
    ///   - request: what asks for the page.
    ///   - form: what was ticked and typed on it, where it is shown again.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    init(_ request: PortalRequest, _ form: FormData = FormData()) throws {
        self.form = form
        maker = PageMaker(request)
        assessment = try request.portal.standing(at: request.now)
        token = request.formToken ?? ""
        standing = try maker.passwordNotice()
        let own = Set(try request.member().grants.map(\.body))
        waiting = assessment.records
            .filter { record in
                [.submitted, .corrected].contains(record.state) && !own.contains(record.key.agency.rawValue)
            }
            .sorted { $1.isNewer(than: $0) }
    }

    var words: Catalogue { maker.words }

    /// The report that a ticked box names; nil where it does not wait.
    func key(_ name: String) -> ReportKey? { waiting.first { Self.name($0) == name }?.key }

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
            guard !waiting.isEmpty else { return page.element(.p, text: words("No report waits for a review.")) }
            page.element(
                .p,
                .class("lede"),
                text: words("{1}, the oldest first.", words.count(waiting.count, "report waits / reports wait"))
            )
            page.element(.form, Attribute("method", "post"), .action(maker.path("review"))) { page in
                page.hidden(PortalRequest.tokenField, token)
                table(&page)
                deciding(&page)
            }
        }
    }

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

    private func table(_ page: inout Markup) {
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
                    for (position, record) in waiting.enumerated() {
                        page.element(.tr) { row(record, position, &$0) }
                    }
                }
            }
        }
    }

    private func row(_ record: ReportRecord, _ position: Int, _ page: inout Markup) {
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
            page.element(.a, .href(maker.path("review/\(key.agency)/\(key.item)/\(key.period)")), text: title)
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
            $0.status(assessment.headline(of: key.item)?.status, in: assessment, maker)
        }
        let findings = assessment.findings.filter { $0.concerns(key) }
        page.cell(words("Findings"), findings.isEmpty ? "–" : maker.writing.number(findings.count))
        page.cell(words("Sent"), record.versions.last.map { maker.moment($0.submitted) } ?? "")
    }
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
