import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Markup
import Rules
import StatusPages
import Tracker

/// Several reports that an agency owes, to be filled in and sent together.
///
/// Each has its own draft, the same as on its own page, so that nobody has to decide beforehand where to write.
struct ManyReportsPage {
    let maker: PageMaker
    private let assessment: Assessment
    private let member: Member
    private let agency: AgencyID
    private let owed: [OwedReport]
    private let records: [ReportKey: ReportRecord]
    /// From which report on, counted from 0.
    private let start: Int

    /// How many stand on a page.
    static let most = 12

    init(_ request: PortalRequest) throws {
        maker = PageMaker(request)
        assessment = try request.portal.standing(at: request.now)
        member = try request.member()
        guard let agency = member.agency else { throw HTTPError(.forbidden) }
        self.agency = agency
        owed = assessment.agencies.first { $0.id == agency }?.owed ?? []
        records = Dictionary(
            assessment.records.filter { $0.key.agency == agency }.map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        start = min(max(0, Int(request.query("from") ?? "") ?? 0), max(0, owed.count - 1))
    }

    private var words: Catalogue { maker.words }

    /// How many versions there are of a report: a form that was made for fewer is out of date.
    func versions(of key: ReportKey) -> Int { records[key]?.versions.count ?? 0 }

    // MARK: - Forms

    /// What the forms show first: drafts, or what was sent last.
    func startingForms() throws -> [ReportForm] {
        try owed.dropFirst(start).prefix(Self.most).enumerated()
            .map { position, report in
                let prefix = Self.prefix(position)
                let fields = try maker.portal.drafts.fields(report.key, of: member.account, at: maker.request.now)
                if let fields { return complete(ReportForm(report.key, fields: fields, prefix: prefix)) }
                if let content = records[report.key]?.versions.last?.content {
                    return complete(ReportForm(report.key, content, language: maker.language, prefix: prefix))
                }
                return ReportForm(report.key, prefix: prefix)
            }
    }

    /// The forms as they were sent; a report that the agency may not send is none of them.
    func forms(_ sent: FormData) -> [ReportForm] {
        (0..<Self.most)
            .compactMap { position in
                let prefix = Self.prefix(position)
                guard let item = sent[prefix + "item"], let period = sent[prefix + "period"] else { return nil }
                let key = ReportKey(
                    item: ItemID(rawValue: item),
                    period: PeriodID(rawValue: period),
                    agency: agency
                )
                let index = maker.index
                guard index.entitledReporters(of: key.item).contains(agency),
                    index.periods(of: key.item).contains(where: { $0.id == key.period })
                else { return nil }
                return complete(ReportForm(key, sent: sent, prefix: prefix))
            }
    }

    private func complete(_ form: ReportForm) -> ReportForm {
        var form = form
        form.otherEvidence = Array(records[form.key]?.versions.last?.content.evidence.dropFirst() ?? [])
        form.knownDocuments = records[form.key]?.attachedDocuments ?? []
        return form
    }

    private static func prefix(_ position: Int) -> String { "r\(position + 1)." }

    // MARK: - The page

    /// - Parameters:
    ///   - forms: what stands in it.
    ///   - outlooks: what would be said of items if their reports were sent.
    ///   - notice: what was done, or kept from being done.
    ///   - isWrong: whether the notice says that something is.
    ///   - status: of the answer.
    /// - Returns: the page.
    func response(
        _ forms: [ReportForm],
        outlooks: [ReportKey: Outlook] = [:],
        notice: String? = nil,
        isWrong: Bool = false,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = words("Several reports at once")
        let hasErrors = forms.contains(where: \.hasErrors)
        let shown =
            hasErrors
            ? PortalFrame.Notice(
                text: words("Nothing was sent. Please mend:"),
                kind: .wrong,
                lines: forms.flatMap { form in
                    form.lines(lead: maker.title(of: form.key.item) + ":", place: Link(path: "#\(form.prefix)report"))
                }
            )
            : notice.map { PortalFrame.Notice(text: $0, kind: isWrong ? .wrong : .done) }
        return maker.response(title, notice: shown, status: status, withScript: true) { page in
            page.element(.p, .class("trail")) { page in
                page.element(.a, .href(maker.path("due")), text: words("Reports to send"))
            }
            page.element(.h1, text: title)
            guard !forms.isEmpty else {
                return page.element(.p, text: words("Your agency owes no report today."))
            }
            page.element(
                .p,
                .class("lede"),
                text: words("Fill in those that you can: those that are left empty are not sent.")
            )
            self.form(forms, outlooks, &page)
            pager(&page)
        }
    }

    private func form(_ forms: [ReportForm], _ outlooks: [ReportKey: Outlook], _ page: inout Markup) {
        page.element(
            .form,
            Attribute("method", "post"),
            .action(Link(path: maker.path("reports").address + (start > 0 ? "?from=\(start)" : ""))),
            .class("report many"),
            Attribute("data-live", maker.path("").address),
            Attribute("novalidate")
        ) { page in
            page.hidden(PortalRequest.tokenField, maker.request.formToken ?? "")
            page.hidden("request", Secret().text)
            // The first button is what the Enter key presses: it must be the harmless one.
            button("check", words("Check"), "first", &page, isHidden: true)
            for form in forms { section(form, outlooks[form.key], &page) }
            page.element(.div, .class("buttons buttons-low")) { page in
                button("check", words("Check all"), "plain", &page)
                button("send", words("Send those filled in"), "main", &page)
                button("draft", words("Keep as drafts"), "plain", &page)
            }
        }
    }

    private func button(
        _ action: String,
        _ title: String,
        _ look: String,
        _ page: inout Markup,
        isHidden: Bool = false
    ) {
        page.element(
            .button,
            Attribute("type", "submit"),
            Attribute("name", "action"),
            Attribute("value", action),
            .class(look),
            isHidden ? Attribute("tabindex", "-1") : nil,
            isHidden ? Attribute("aria-hidden", "true") : nil,
            text: title
        )
    }

    private func section(_ form: ReportForm, _ outlook: Outlook?, _ page: inout Markup) {
        let key = form.key
        let view = ReportFormView(maker: maker, assessment: assessment, form: form, record: records[key])
        page.element(
            .section,
            .class(form.hasErrors ? "one-report card card-wrong" : "one-report card"),
            .id(form.prefix + "report")
        ) { page in
            page.hidden(form.prefix + "item", key.item.rawValue)
            page.hidden(form.prefix + "period", key.period.rawValue)
            page.hidden(form.prefix + "basis", "\(versions(of: key))")
            page.element(.h2) { $0.element(.a, .href(maker.link(to: key)), text: maker.title(of: key.item)) }
            page.element(.p, .class("note"), text: summary(of: key))
            if let review = records[key]?.reviews.last, records[key]?.state == .returned, let reason = review.reason {
                page.element(.blockquote) { $0.element(.p, text: maker.text(reason)) }
            }
            page.problems(form.notes(""))
            view.answer(&page)
            view.comment(&page, rows: 2)
            page.element(.details, isOpen(form) ? Attribute("open") : nil) { page in
                page.element(.summary, text: words("Reasons, your own assessment, where it can be checked"))
                view.reasons(&page)
                view.evidence(withFile: false, &page)
                page.element(.p, .class("note"), text: words("A document is sent on the report's own page."))
            }
            page.element(.div, .class("outlook"), .id(form.prefix + "outlook"), Attribute("aria-live", "polite")) {
                page in
                guard let outlook else { return }
                page.element(.p) { $0.element(.strong, text: words("If you send this")) }
                outlook.write(in: assessment, maker, &page)
            }
        }
    }

    /// Whether something stands in the part that is folded away, or is wrong with it.
    private func isOpen(_ form: ReportForm) -> Bool {
        ["variation", "claim", "correction", "correction-text", "evidence", "evidence-url"]
            .contains { !(form.fields[$0] ?? "").isEmpty || !form.notes($0).isEmpty }
    }

    private func summary(of key: ReportKey) -> String {
        var parts = [maker.name(of: key.period, for: key.item)]
        if let report = owed.first(where: { $0.key == key }) {
            parts.append(words("Due by") + " " + maker.day(report.due))
        }
        parts += maker.comparison(for: key, in: assessment, isOwn: true).map { "\($0.name): \($0.value)" }
        return parts.joined(separator: " · ")
    }

    private func pager(_ page: inout Markup) {
        guard owed.count > Self.most else { return }
        page.element(.p) { page in
            page.text(maker.range(from: start, most: Self.most, of: owed.count))
            if start > 0 { link(max(0, start - Self.most), words("the ones before"), &page) }
            if start + Self.most < owed.count { link(start + Self.most, words("the next ones"), &page) }
        }
    }

    private func link(_ start: Int, _ title: String, _ page: inout Markup) {
        page.text(" · ")
        page.element(.a, .href(Link(path: maker.path("reports").address + "?from=\(start)")), text: title)
    }
}
