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

/// The page with the form for one report.
struct ReportPage {
    let maker: PageMaker
    let key: ReportKey
    private let assessment: Assessment
    private let record: ReportRecord?
    private let member: Member
    private let isLocked: Bool

    init(_ request: PortalRequest, key: ReportKey) throws {
        maker = PageMaker(request)
        self.key = key
        member = try request.member()
        assessment = try request.portal.standing(at: request.now)
        record = maker.record(key, in: assessment)
        isLocked = try request.portal.tracker.locks(at: request.now).contains { $0.period == key.period && $0.isLocked }
    }

    var words: Catalogue { maker.words }

    /// How many versions there are: a form that was made for fewer is out of date.
    var versions: Int { record?.versions.count ?? 0 }

    /// What the form shows first: a draft, or what was sent last.
    func startingForm() throws -> ReportForm {
        let drafts = maker.portal.drafts
        if let fields = try drafts.fields(key, of: member.account, at: maker.request.now) {
            return complete(ReportForm(key, fields: fields))
        }
        if let content = record?.versions.last?.content {
            return complete(ReportForm(key, content, language: maker.language))
        }
        return ReportForm(key)
    }

    /// A form with what it does not show and must not lose: further documents that the last version named.
    func complete(_ form: ReportForm) -> ReportForm {
        var form = form
        form.otherEvidence = Array(record?.versions.last?.content.evidence.dropFirst() ?? [])
        form.knownDocuments = record?.attachedDocuments ?? []
        return form
    }

    /// What would be said about the item if the report were sent.
    func preview(_ entry: ReportEntry) throws -> Outlook? {
        Outlook(of: key, in: try maker.portal.tracker.preview([entry], by: member.party, at: maker.request.now))
    }

    func response(
        _ form: ReportForm,
        notice: String? = nil,
        preview: Outlook? = nil,
        outlook: Outlook? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = maker.title(of: key.item)
        let isSent = maker.request.query("sent") != nil && maker.request.request.method == .get
        var shown = notice.map { PortalFrame.Notice(text: $0, kind: .done) }
        if isLocked {
            let text = words("The period is closed: nothing can be sent or judged. The secretariat can open it again.")
            shown = PortalFrame.Notice(text: text, kind: .note)
        }
        if isSent { shown = PortalFrame.Notice(text: words("The report was received and is on disk."), kind: .done) }
        if form.hasErrors {
            shown = PortalFrame.Notice(text: words("Nothing was sent. Please mend:"), kind: .wrong, lines: form.lines())
        }
        return maker.response(title, notice: shown, status: status, withScript: true) { page in
            page.element(.p, .class("trail")) { page in
                page.element(.a, .href(maker.path("due")), text: words("Reports to send"))
            }
            page.element(.h1, text: title)
            page.element(.p, .class("lede"), text: maker.name(of: key.period, for: key.item))
            returned(&page)
            page.element(.div, .class("beside")) { page in
                page.element(.div) { page in
                    if isSent {
                        afterwards(&page)
                    } else {
                        if status == .conflict { meanwhile(&page) }
                        page.problems(form.notes("").filter { $0.severity != .error })
                        if let preview { self.outlook(preview, canSend: true, &page) }
                        self.form(form, canSend: preview != nil, outlook: outlook, &page)
                    }
                }
                page.element(.aside) { background(&$0) }
            }
        }
    }

    // MARK: - Above the form

    private func afterwards(_ page: inout Markup) {
        if maker.portal.options.signer != nil {
            page.element(.p) { page in
                page.element(
                    .a,
                    .href(maker.path("receipt/\(key.item)/\(key.period)")),
                    .class("button"),
                    text: words("Your receipt: keep this file, it proves what you sent")
                )
            }
        }
        lastVersion(&page)
        if let now = Outlook(of: key, in: assessment) {
            page.element(.section, .class("preview")) { page in
                page.element(.h2, text: words("What is said now"))
                now.write(in: assessment, maker, &page)
            }
        }
        page.element(.p) { page in
            page.element(.a, .href(maker.link(to: key)), text: words("Change this report"))
            page.text(" · ")
            page.element(.a, .href(maker.path("due")), text: words("To the other reports"))
        }
    }

    /// What was sent last.
    private func lastVersion(_ page: inout Markup) {
        guard let content = record?.versions.last?.content else { return }
        page.element(.dl, .class("facts")) { page in
            page.fact(words("Reported"), maker.value(content, of: key.item, in: assessment))
            maker.partsAndComment(of: content, &page)
            for evidence in content.evidence {
                page.fact(words("Document")) { page in
                    page.text(maker.text(evidence.title))
                    if let sha256 = evidence.sha256 { maker.document(sha256, evidence.attachment, &page) }
                }
            }
        }
    }

    /// What somebody else sent while this form was filled in.
    private func meanwhile(_ page: inout Markup) {
        page.element(.section, .class("preview")) { page in
            page.element(.h2, text: words("What was sent meanwhile"))
            lastVersion(&page)
            if let sent = record?.versions.last?.submitted {
                page.element(.p, .class("note"), text: maker.moment(sent))
            }
        }
    }

    private func returned(_ page: inout Markup) {
        guard record?.state == .returned, let review = record?.reviews.last else { return }
        page.element(.div, .class("notice notice-note")) { page in
            page.element(.h2, text: words("Sent back to you"))
            if let reason = review.reason { page.element(.p, text: maker.text(reason)) }
            page.element(.p, .class("note"), text: "\(maker.body(review.reviewer)), \(maker.moment(review.reviewed))")
        }
    }

    /// What would be said: above the form once it was checked, under it while it is filled in.
    private func outlook(_ outlook: Outlook, canSend: Bool, _ page: inout Markup) {
        page.element(.section, .class("preview")) { page in
            page.element(.h2, text: words("If you send this"))
            outlook.write(in: assessment, maker, &page)
            guard canSend else { return }
            page.element(.p, text: words("Nothing has been sent yet."))
            page.element(.div, .class("buttons")) { page in
                button("send", words("Send"), isMain: true, form: "report-form", &page)
            }
        }
    }

    // MARK: - The form

    private func form(_ form: ReportForm, canSend: Bool, outlook: Outlook?, _ page: inout Markup) {
        let view = ReportFormView(maker: maker, assessment: assessment, form: form, record: record)
        page.element(
            .form,
            Attribute("method", "post"),
            Attribute("enctype", "multipart/form-data"),
            .action(maker.link(to: key)),
            .class("report one-report"),
            .id("report-form"),
            Attribute("data-live", maker.path("").address),
            Attribute("novalidate")
        ) { page in
            page.hidden(PortalRequest.tokenField, maker.request.formToken ?? "")
            page.hidden("basis", "\(versions)")
            page.hidden("request", Secret().text)
            // The first button is what the Enter key presses: it must be the harmless one.
            page.element(
                .button,
                .class("first"),
                Attribute("name", "action"),
                Attribute("value", "check"),
                Attribute("tabindex", "-1"),
                Attribute("aria-hidden", "true"),
                text: words("Check")
            )
            view.answer(&page)
            view.comment(&page)
            view.reasons(&page)
            view.evidence(withFile: true, &page)
            // Filled in while she types, where scripts run.
            page.element(.div, .id("outlook"), Attribute("aria-live", "polite")) { page in
                if let outlook { self.outlook(outlook, canSend: false, &page) }
            }
            page.element(.div, .class("buttons")) { page in
                button("check", words("Check"), isMain: !canSend, &page)
                button("send", words("Send"), isMain: canSend, &page)
                button("draft", words("Keep as a draft"), isMain: false, &page)
            }
        }
    }

    private func button(
        _ action: String,
        _ title: String,
        isMain: Bool,
        form: String? = nil,
        _ page: inout Markup
    ) {
        page.element(
            .button,
            Attribute("type", "submit"),
            form.map { Attribute("form", $0) },
            Attribute("name", "action"),
            Attribute("value", action),
            .class(isMain ? "main" : "plain"),
            text: title
        )
    }

    // MARK: - Beside the form

    private func background(_ page: inout Markup) {
        let indicator = assessment.plan.indicator(key.item)
        page.element(.h2, text: words("What is asked"))
        page.element(.dl, .class("facts")) { page in
            for fact in maker.asked(of: key, in: assessment) { page.fact(fact.name, fact.value) }
            for fact in maker.comparison(for: key, in: assessment, isOwn: true) { page.fact(fact.name, fact.value) }
        }
        if let indicator, let chart = IndicatorPicture(indicator.id, in: assessment, language: maker.language) {
            chart.write(into: &page)
        }
    }
}
