import Accounts
import ActionPlan
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

    init(_ request: PortalRequest, key: ReportKey) throws {
        maker = PageMaker(request)
        self.key = key
        member = try request.member()
        assessment = try request.portal.standing(at: request.now)
        record = maker.record(key, in: assessment)
    }

    var words: Catalogue { maker.words }

    /// How many versions there are: a form that was made for fewer is out of date.
    var versions: Int { record?.versions.count ?? 0 }

    /// What the form shows first: a draft, or what was sent last.
    func startingForm() throws -> ReportForm {
        let drafts = maker.portal.drafts
        if let fields = try drafts.fields(key, of: member.account, at: maker.request.now) {
            return ReportForm(key, fields: fields)
        }
        if let content = record?.versions.last?.content {
            return ReportForm(key, content, language: maker.language)
        }
        return ReportForm(key)
    }

    /// What would be said about the item if the report were sent.
    func preview(_ entry: ReportEntry) throws -> Verdict? {
        let after = try maker.portal.tracker.preview([entry], by: member.party, at: maker.request.now)
        return after.headline(of: key.item)
    }

    func response(
        _ form: ReportForm,
        notice: String? = nil,
        preview: Verdict? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = maker.title(of: key.item)
        let isSent = maker.request.query("sent") != nil && maker.request.request.method == .get
        var shown = notice.map { PortalFrame.Notice(text: $0, kind: .done) }
        if isSent { shown = PortalFrame.Notice(text: words("The report was received and is on disk."), kind: .done) }
        if form.hasErrors {
            shown = PortalFrame.Notice(text: words("Nothing was sent. See the marked fields."), kind: .wrong)
        }
        return maker.response(title, notice: shown, status: status) { page in
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
                        general(form, &page)
                        if let preview { self.preview(preview, &page) }
                        self.form(form, canSend: preview != nil, &page)
                    }
                }
                page.element(.aside) { background(&$0) }
            }
        }
    }

    // MARK: - Above the form

    private func afterwards(_ page: inout Markup) {
        page.element(.p) { page in
            page.element(
                .a,
                .href(maker.path("receipt/\(key.item)/\(key.period)")),
                text: words("Your receipt: keep this file, it proves what you sent")
            )
        }
        if let content = record?.versions.last?.content {
            page.element(.dl, .class("facts")) { page in
                page.fact(words("Reported"), maker.value(content, of: key.item, in: assessment))
                if let comment = content.comment { page.fact(words("Comment"), maker.text(comment)) }
            }
        }
        if let verdict = assessment.headline(of: key.item) { preview(verdict, isNow: true, &page) }
        page.element(.p) { page in
            page.element(.a, .href(maker.link(to: key)), text: words("Change this report"))
            page.text(" · ")
            page.element(.a, .href(maker.path("due")), text: words("To the other reports"))
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

    private func general(_ form: ReportForm, _ page: inout Markup) {
        page.problems(form.notes(""))
        let wrong = form.wrongFields
        guard !wrong.isEmpty else { return }
        page.element(.ul) { page in
            for (name, text) in wrong {
                page.element(.li) { $0.element(.a, .href(Link(path: "#\(name)")), text: text) }
            }
        }
    }

    private func preview(_ verdict: Verdict, isNow: Bool = false, _ page: inout Markup) {
        page.element(.section, .class("preview")) { page in
            page.element(.h2, text: isNow ? words("What is said now") : words("If you send this"))
            if let status = assessment.statuses[verdict.status] {
                page.element(.p) { $0.status(status, in: maker.language) }
            }
            page.element(.p, text: verdict.because.text(maker.language))
            guard !isNow else { return }
            page.element(.p, text: words("Nothing has been sent yet."))
            page.element(.div, .class("buttons")) { page in
                button("send", words("Send"), isMain: true, form: "report-form", &page)
            }
        }
    }

    // MARK: - The form

    private func form(_ form: ReportForm, canSend: Bool, _ page: inout Markup) {
        let link = maker.link(to: key)
        page.element(
            .form,
            Attribute("method", "post"),
            .action(link),
            .class("report"),
            .id("report-form"),
            Attribute("novalidate")
        ) {
            page in
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
            answers(form, &page)
            page.element(.fieldset, .class("answer-value")) { page in
                page.element(.legend, text: words("The figure"))
                value(form, &page)
                cells(form, &page)
            }
            page.element(.div, .class("for-not-applicable")) { page in
                page.area(
                    "not-applicable",
                    label: words("Why it does not apply"),
                    value: form.fields["not-applicable"] ?? "",
                    rows: 2,
                    hint: words("Only if you chose “does not apply” above."),
                    problems: form.notes("not-applicable")
                )
            }
            page.area(
                "comment",
                label: words("Comment"),
                value: form.fields["comment"] ?? "",
                hint: words("No names and nothing by which a person could be recognised."),
                problems: form.notes("comment")
            )
            reasons(form, &page)
            evidence(form, &page)
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

    private func answers(_ form: ReportForm, _ page: inout Markup) {
        let titles: [(ReportForm.Answer, String)] = [
            (.value, words("I report a figure")), (.nil, words("There is nothing to report")),
            (.notApplicable, words("It does not apply to this period")),
        ]
        page.element(.fieldset, .class("answers")) { page in
            page.element(.legend, text: words("What do you report?"))
            for (answer, title) in titles {
                page.element(.div, .class("field field-check")) { page in
                    page.empty(
                        .input,
                        .id("answer-\(answer.rawValue)"),
                        Attribute("type", "radio"),
                        Attribute("name", "answer"),
                        Attribute("value", answer.rawValue),
                        form.answer == answer ? Attribute("checked") : nil
                    )
                    page.element(.label, Attribute("for", "answer-\(answer.rawValue)"), text: title)
                }
            }
            page.element(
                .p,
                .class("hint"),
                text: words("Nothing to report is not the same as zero: zero means that you counted and found none.")
            )
        }
    }

    private func value(_ form: ReportForm, _ page: inout Markup) {
        func number(_ name: String, _ label: String) {
            page.field(
                name,
                label: label,
                value: form.fields[name] ?? "",
                problems: form.notes(name),
                Attribute("inputmode", "decimal"),
                Attribute("autocomplete", "off")
            )
        }
        func choice(_ options: [(value: String, title: String)]) {
            page.choice(
                "value",
                label: words("Answer"),
                value: form.fields["value"] ?? "",
                options: [("", words("– choose –"))] + options,
                problems: form.notes("value")
            )
        }
        guard let indicator = assessment.plan.indicator(key.item) else {
            return choice(ImplementationStatus.allCases.map { ($0.rawValue, maker.implementation($0)) })
        }
        switch indicator.measure {
        case .unit(let unit, _, _): number("value", words("Figure, in {1}", maker.text(unit)))
        case .percentage(let numerator, let denominator, _, _):
            number("numerator", maker.text(numerator))
            number("denominator", maker.text(denominator))
        case .nominal(let options), .ordinal(let options): choice(options.map { ($0.id, maker.text($0.title)) })
        case .qualitative:
            page.area(
                "value",
                label: words("Answer"),
                value: form.fields["value"] ?? "",
                rows: 6,
                problems: form.notes("value")
            )
        case .milestone:
            choice([("yes", words("achieved")), ("no", words("not achieved yet"))])
            page.field(
                "date",
                label: words("Date achieved"),
                value: form.fields["date"] ?? "",
                hint: words("such as 29.04.2021"),
                problems: form.notes("date")
            )
        }
    }

    /// The parts of the figure, one table for each dimension.
    private func cells(_ form: ReportForm, _ page: inout Markup) {
        guard let indicator = assessment.plan.indicator(key.item) else { return }
        let dimensions = assessment.plan.plan.dimensions.filter { indicator.disaggregation.contains($0.id) }
        for dimension in dimensions {
            page.element(.fieldset, .class("cells")) { page in
                page.element(.legend, text: maker.text(dimension.title))
                for category in dimension.categories {
                    let name = "\(dimension.id):\(category.id)"
                    page.field(
                        name,
                        label: maker.text(category.title),
                        value: form.fields[name] ?? "",
                        problems: form.notes(name),
                        Attribute("inputmode", "decimal"),
                        Attribute("autocomplete", "off")
                    )
                }
            }
        }
    }

    private func reasons(_ form: ReportForm, _ page: inout Markup) {
        let plan = assessment.plan.plan
        func options(_ reasons: [Dimension.Category]) -> [(value: String, title: String)] {
            [("", words("– none –"))] + reasons.map { ($0.id, maker.text($0.title)) }
                + [(Plan.otherReason, words("other, see the comment"))]
        }
        page.choice(
            "variation",
            label: words("Reason where the target is missed"),
            value: form.fields["variation"] ?? "",
            options: options(plan.variationReasons),
            problems: form.notes("variation")
        )
        page.choice(
            "claim",
            label: words("Your own assessment"),
            value: form.fields["claim"] ?? "",
            options: [("", words("– none –"))]
                + maker.portal.workspace.assessor.claimableStatuses.map {
                    ($0.id.rawValue, maker.text($0.title))
                },
            hint: words("It is shown beside what the rules compute and what the reviewer says."),
            problems: form.notes("claim")
        )
        guard record?.wasVerified == true else { return }
        page.element(.fieldset) { page in
            page.element(.legend, text: words("This report was verified: why does it change?"))
            page.choice(
                "correction",
                label: words("Reason for the correction"),
                value: form.fields["correction"] ?? "",
                options: options(plan.correctionReasons),
                problems: form.notes("correction")
            )
            page.area(
                "correction-text",
                label: words("The reason in words"),
                value: form.fields["correction-text"] ?? "",
                rows: 2,
                problems: form.notes("correction-text")
            )
        }
    }

    private func evidence(_ form: ReportForm, _ page: inout Markup) {
        page.element(.fieldset) { page in
            page.element(.legend, text: words("Where this can be checked"))
            page.field(
                "evidence",
                label: words("Document"),
                value: form.fields["evidence"] ?? "",
                hint: words("Title and number, such as: Order No. 14 of 3 March 2021"),
                problems: form.notes("evidence")
            )
            page.field(
                "evidence-url",
                label: words("Web address, if it has one"),
                type: "url",
                value: form.fields["evidence-url"] ?? "",
                problems: form.notes("evidence-url")
            )
        }
    }

    // MARK: - Beside the form

    private func background(_ page: inout Markup) {
        let indicator = assessment.plan.indicator(key.item)
        page.element(.h2, text: words("What is asked"))
        page.element(.dl, .class("facts")) { page in
            page.fact(words("Code"), key.item.rawValue)
            for (name, value) in [
                (words("Definition"), indicator?.metadata.definition), (words("Formula"), indicator?.metadata.formula),
                (words("Question"), indicator?.metadata.question),
                (words("Means of verification"), indicator?.metadata.meansOfVerification),
            ] {
                if let value { page.fact(name, maker.text(value)) }
            }
            if let period = assessment.plan.periods(of: key.item).first(where: { $0.id == key.period }) {
                page.fact(words("Due by"), maker.day(period.due))
            }
            if let target = maker.target(of: key, in: assessment) { page.fact(words("Target"), target) }
            if let last = maker.lastValue(before: key, in: assessment) { page.fact(words("Last value"), last) }
        }
        if let indicator, let chart = IndicatorPicture(indicator.id, in: assessment, language: maker.language) {
            chart.write(into: &page)
        }
    }
}
