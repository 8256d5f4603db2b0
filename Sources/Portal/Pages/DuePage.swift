import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Language
import Markup
import Rules
import Tracker

/// The reports that an agency owes, and what became of those it sent.
struct DuePage {
    let maker: PageMaker
    private let assessment: Assessment
    private let agency: AgencyID
    private let drafts: Set<ReportKey>
    private let standing: PortalFrame.Notice?

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        assessment = try request.portal.standing(at: request.now)
        let member = try request.member()
        guard let agency = member.agency else { throw HTTPError(.forbidden) }
        self.agency = agency
        standing = try maker.passwordNotice()
        drafts = try Set(request.portal.drafts.keys(of: member.account, at: request.now))
    }

    func response() -> Response {
        let words = maker.words
        let owed = assessment.agencies.first { $0.id == agency }?.owed ?? []
        let sent = maker.request.query("sent").flatMap { Int($0) }
        let notice = sent.map { count in
            PortalFrame.Notice(
                text: words("Received and on disk: {1}.", words.count(count, "report / reports")),
                kind: .done
            )
        }
        return maker.response(words("Reports to send"), notice: notice ?? standing) { page in
            page.element(.h1, text: words("Reports to send"))
            page.element(.p, .class("lede"), text: maker.body(agency.rawValue))
            if owed.isEmpty {
                page.element(.p, text: words("Your agency owes no report today."))
            } else {
                summary(owed, &page)
                for reason in [OwedReport.Reason.returned, .overdue, .due] {
                    section(reason, owed.filter { $0.reason == reason }, &page)
                }
                page.element(.ul, .class("ways")) { page in
                    page.element(.li) { page in
                        page.element(.a, .href(maker.path("reports")), text: words("Fill in several on one page"))
                    }
                    page.element(.li) { page in
                        page.text(words("All of them as a table to fill in") + ": ")
                        page.element(.a, .href(maker.path("template.xlsx")), text: "XLSX")
                        page.text(", ")
                        page.element(.a, .href(maker.path("template.csv")), text: "CSV")
                    }
                    page.element(.li) { page in
                        page.element(.a, .href(maker.path("upload")), text: words("Send a filled table"))
                    }
                }
            }
            recent(&page)
        }
    }

    private func summary(_ owed: [OwedReport], _ page: inout Markup) {
        let words = maker.words
        let overdue = owed.count { $0.reason == .overdue }
        let returned = owed.count { $0.reason == .returned }
        var parts = [words.count(owed.count, "report is open / reports are open")]
        if overdue > 0 { parts.append(words("overdue: {1}", maker.writing.number(overdue))) }
        if returned > 0 { parts.append(words("sent back: {1}", maker.writing.number(returned))) }
        page.element(.p, .class("lede"), text: parts.joined(separator: "; ") + ".")
    }

    private func section(_ reason: OwedReport.Reason, _ owed: [OwedReport], _ page: inout Markup) {
        guard !owed.isEmpty else { return }
        page.element(.h2, text: title(of: reason))
        page.element(.ul, .class("cards")) { page in
            for report in owed { page.element(.li, .class("card card-\(reason.rawValue)")) { card(report, &$0) } }
        }
    }

    private func title(of reason: OwedReport.Reason) -> String {
        switch reason {
        case .returned: maker.words("Sent back to you")
        case .overdue: maker.words("Overdue")
        case .due: maker.words("Due")
        }
    }

    private func card(_ report: OwedReport, _ page: inout Markup) {
        let words = maker.words
        page.element(.h3) { page in
            page.element(.a, .href(maker.link(to: report.key)), text: maker.title(of: report.key.item))
        }
        page.element(.p) { page in
            page.text(maker.name(of: report.key.period, for: report.key.item))
            page.text(" · ")
            page.text(
                report.daysLate > 0
                    ? words(
                        "was due on {1}, {2} ago",
                        maker.day(report.due),
                        words.count(report.daysLate, "day / days")
                    )
                    : untilDue(report.due)
            )
            if drafts.contains(report.key) {
                page.text(" ")
                page.element(.span, .class("tag tag-plain"), text: words("draft kept"))
            }
        }
        if report.reason == .returned, let review = maker.lastReview(of: report.key, in: assessment) {
            page.element(.blockquote) { page in
                if let reason = review.reason { page.element(.p, text: maker.text(reason)) }
                page.element(
                    .p,
                    .class("note"),
                    text: "\(maker.body(review.reviewer)), \(maker.moment(review.reviewed))"
                )
            }
        }
    }

    private func untilDue(_ due: Day) -> String {
        let left = due - maker.portal.workspace.day(of: maker.request.now)
        guard left > 0 else { return maker.words("due today") }
        return maker.words("due by {1}, {2} left", maker.day(due), maker.words.count(left, "day / days"))
    }

    /// The last reports that were sent, with where they stand.
    private func recent(_ page: inout Markup) {
        let words = maker.words
        let records = assessment.records
            .filter { record in
                record.key.agency == agency && record.state != .draft && record.state != .returned
            }
            .sorted { $0.isNewer(than: $1) }.prefix(20)
        guard !records.isEmpty else { return }
        let hasReceipts = maker.portal.options.signer != nil
        let headings =
            [words("Item"), words("Period"), words("Sent"), words("State")] + (hasReceipts ? [words("Receipt")] : [])
        page.element(.h2, text: words("What you sent last"))
        page.element(.div, .class("table-frame")) { page in
            page.element(.table) { page in
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for heading in headings { page.element(.th, .scope("col"), text: heading) }
                    }
                }
                page.element(.tbody) { page in
                    for record in records {
                        page.element(.tr) { page in
                            page.element(.th, .scope("row")) { page in
                                page.element(
                                    .a,
                                    .href(maker.link(to: record.key)),
                                    text: maker.title(of: record.key.item)
                                )
                            }
                            page.cell(words("Period"), maker.name(of: record.key.period, for: record.key.item))
                            page.cell(words("Sent"), record.versions.last.map { maker.moment($0.submitted) } ?? "")
                            page.cell(words("State"), maker.state(record.state))
                            guard hasReceipts else { return }
                            page.cell(words("Receipt")) { page in
                                page.element(
                                    .a,
                                    .href(maker.path("receipt/\(record.key.item)/\(record.key.period)")),
                                    Attribute(
                                        "aria-label",
                                        words("Receipt: {1}", maker.title(of: record.key.item))
                                    ),
                                    text: words("Receipt")
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

extension PageMaker {
    /// The form for a report.
    func link(to key: ReportKey) -> Link { path("report/\(key.item)/\(key.period)") }

    func state(_ state: ReportState) -> String {
        switch state {
        case .draft: words("draft")
        case .submitted: words("waits for review")
        case .returned: words("sent back")
        case .verified: words("verified")
        case .corrected: words("corrected, waits for review")
        case .withdrawn: words("withdrawn")
        }
    }

    func record(_ key: ReportKey, in assessment: Assessment) -> ReportRecord? {
        assessment.part(of: key)?.record
    }

    func lastReview(of key: ReportKey, in assessment: Assessment) -> Review? {
        record(key, in: assessment)?.reviews.last
    }
}

extension ReportRecord {
    /// SHA-256 of the documents that its versions brought and that are kept.
    var attachedDocuments: Set<String> {
        Set(versions.flatMap(\.content.evidence).filter { $0.attachment != nil }.compactMap(\.sha256))
    }

    /// When its last version was sent.
    var lastSent: Moment { versions.last?.submitted ?? Moment(seconds: 0) }

    /// Whether it was sent later than another; of two at the same time, the one with the smaller key.
    func isNewer(than other: ReportRecord) -> Bool {
        lastSent == other.lastSent ? key < other.key : other.lastSent < lastSent
    }
}
