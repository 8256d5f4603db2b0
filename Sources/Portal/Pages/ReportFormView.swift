import Accounts
import ActionPlan
import Exchange
import Language
import Ledger
import Markup
import Rules
import Tracker

/// The fields of the form for one report; a page has one of them, or several whose names begin differently.
struct ReportFormView {
    let maker: PageMaker
    let assessment: Assessment
    let form: ReportForm
    let record: ReportRecord?

    private var words: Catalogue { maker.words }
    private var key: ReportKey { form.key }
    private func name(_ field: String) -> String { form.prefix + field }
    private func value(_ field: String) -> String { form.fields[field] ?? "" }

    /// What kind of answer, the value and its parts, and why there is none.
    func answer(_ page: inout Markup) {
        answers(&page)
        page.element(.fieldset, .class("answer-value")) { page in
            page.element(.legend, text: words("The figure"))
            figure(&page)
            cells(&page)
        }
        page.element(.div, .class("for-not-applicable")) { page in
            page.area(
                name("not-applicable"),
                label: words("Why it does not apply"),
                value: value("not-applicable"),
                rows: 2,
                hint: words("Only if you chose “does not apply” above."),
                problems: form.notes("not-applicable")
            )
        }
    }

    func comment(_ page: inout Markup, rows: Int = 3) {
        page.area(
            name("comment"),
            label: words("Comment"),
            value: value("comment"),
            rows: rows,
            hint: words("No names and nothing by which a person could be recognised."),
            problems: form.notes("comment")
        )
    }

    private func answers(_ page: inout Markup) {
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
                        .id(name("answer-\(answer.rawValue)")),
                        Attribute("type", "radio"),
                        Attribute("name", name("answer")),
                        Attribute("value", answer.rawValue),
                        Attribute("data-answer", answer.rawValue),
                        form.answer == answer ? Attribute("checked") : nil
                    )
                    page.element(.label, Attribute("for", name("answer-\(answer.rawValue)")), text: title)
                }
            }
            page.element(
                .p,
                .class("hint"),
                text: words("Nothing to report is not the same as zero: zero means that you counted and found none.")
            )
        }
    }

    private func figure(_ page: inout Markup) {
        func number(_ field: String, _ label: String) {
            page.field(
                name(field),
                label: label,
                value: value(field),
                problems: form.notes(field),
                Attribute("inputmode", "decimal"),
                Attribute("autocomplete", "off")
            )
        }
        func choice(_ options: [(value: String, title: String)]) {
            page.choice(
                name("value"),
                label: words("Answer"),
                value: value("value"),
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
                name("value"),
                label: words("Answer"),
                value: value("value"),
                rows: 6,
                problems: form.notes("value")
            )
        case .milestone:
            choice([("yes", words("achieved")), ("no", words("not achieved yet"))])
            page.field(
                name("date"),
                label: words("Date achieved"),
                value: value("date"),
                hint: words("Only if it is achieved; such as 29.04.2021"),
                problems: form.notes("date")
            )
        }
    }

    /// The parts of the figure, a small table for each dimension, with their sum.
    private func cells(_ page: inout Markup) {
        guard let indicator = assessment.plan.indicator(key.item) else { return }
        let dimensions = assessment.plan.plan.dimensions.filter { indicator.disaggregation.contains($0.id) }
        for dimension in dimensions {
            page.element(.fieldset, .class("cells")) { page in
                page.element(.legend, text: maker.text(dimension.title))
                let ofSum = ReportForm.sumField(of: dimension)
                page.element(.div, .class("said"), .id(name(ofSum)), Attribute("tabindex", "-1")) { page in
                    page.problems(form.notes(ofSum))
                }
                for category in dimension.categories {
                    let field = "\(dimension.id):\(category.id)"
                    page.field(
                        name(field),
                        label: maker.text(category.title),
                        value: value(field),
                        problems: form.notes(field),
                        Attribute("inputmode", "decimal"),
                        Attribute("autocomplete", "off")
                    )
                }
                sum(dimension, &page)
            }
        }
    }

    /// What the parts come to; whether that is the figure, where they are all of it.
    private func sum(_ dimension: Dimension, _ page: inout Markup) {
        page.element(.p, .class("sum"), .id(name("sum-\(dimension.id)")), Attribute("aria-live", "polite")) { page in
            guard let sum = form.sum(of: dimension) else { return }
            let written = maker.writing.number(sum, decimals: 0...6)
            let whole = ReportFields.number(value("value").isEmpty ? value("numerator") : value("value"))
            guard dimension.partitions, let whole else { return page.text(words("Together: {1}", written)) }
            let figure = maker.writing.number(whole, decimals: 0...6)
            let isRight = ReportForm.isSame(sum, whole)
            guard !isRight else { return page.text(words("Together {1}, as the figure says", written)) }
            page.element(.span, .class("off"), text: words("Together {1}, but the figure is {2}", written, figure))
        }
    }

    /// Why the target was missed, the agency's own judgement, and why a verified report changes.
    func reasons(_ page: inout Markup) {
        let plan = assessment.plan.plan
        func options(_ reasons: [Dimension.Category]) -> [(value: String, title: String)] {
            [("", words("– none –"))] + reasons.map { ($0.id, maker.text($0.title)) }
                + [(Plan.otherReason, words("other, see the comment"))]
        }
        page.choice(
            name("variation"),
            label: words("Reason where the target is missed"),
            value: value("variation"),
            options: options(plan.variationReasons),
            problems: form.notes("variation")
        )
        page.choice(
            name("claim"),
            label: words("Your own assessment"),
            value: value("claim"),
            options: [("", words("– none –"))]
                + maker.portal.workspace.assessor.claimableStatuses.map { ($0.id.rawValue, maker.text($0.title)) },
            hint: words("It is shown beside what the rules compute and what the reviewer says."),
            problems: form.notes("claim")
        )
        guard record?.wasVerified == true else { return }
        page.element(.fieldset) { page in
            page.element(.legend, text: words("This report was verified: why does it change?"))
            page.choice(
                name("correction"),
                label: words("Reason for the correction"),
                value: value("correction"),
                options: options(plan.correctionReasons),
                problems: form.notes("correction")
            )
            page.area(
                name("correction-text"),
                label: words("The reason in words"),
                value: value("correction-text"),
                rows: 2,
                problems: form.notes("correction-text")
            )
        }
    }

    // MARK: - Evidence

    /// Where the figure can be checked.
    ///
    /// - Parameters:
    ///   - withFile: whether a document can be sent too.
    ///   - page: where it is written.
    func evidence(withFile: Bool, _ page: inout Markup) {
        page.element(.fieldset) { page in
            page.element(.legend, text: words("Where this can be checked"))
            page.field(
                name("evidence"),
                label: words("Document"),
                value: value("evidence"),
                hint: words("Title and number, such as: Order No. 14 of 3 March 2021"),
                problems: form.notes("evidence")
            )
            page.field(
                name("evidence-url"),
                label: words("Web address, if it has one"),
                type: "url",
                value: value("evidence-url"),
                problems: form.notes("evidence-url")
            )
            if withFile { file(&page) } else if !value("evidence-sha256").isEmpty { digest(&page) }
            others(&page)
        }
    }

    private func file(_ page: inout Markup) {
        digest(&page)
        page.field(
            name("document"),
            label: value("evidence-sha256").isEmpty
                ? words("The document itself, if you want to show it") : words("Another document in its place"),
            type: "file",
            value: "",
            hint: words(
                "PDF, PNG, JPEG, XLSX, ODS, DOCX, CSV or TXT, up to 20 MB. Its fingerprint (SHA-256) is reported, so that nobody can exchange it unseen. Never a document about single persons."
            ),
            problems: form.notes("document"),
            Attribute("accept", Attachment.Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: ",") + ",.jpg")
        )
        page.check(
            name("evidence-keep"),
            label: words("Keep a copy of it with the report, for those who review it"),
            isOn: form.fields["evidence-keep"] != nil
        )
    }

    /// What is known of the document that was sent.
    private func digest(_ page: inout Markup) {
        let sha256 = value("evidence-sha256")
        guard !sha256.isEmpty else { return }
        page.hidden(name("evidence-sha256"), sha256)
        page.element(.p, .class("note")) { page in
            page.text(words("Fingerprint of the document (SHA-256):") + " ")
            page.element(.code, .class("digest"), text: sha256)
            if let known = document(sha256) { page.text(" · " + maker.size(of: known)) }
        }
        page.check(name("evidence-remove"), label: words("Take this document away again"), isOn: false)
    }

    private func document(_ sha256: String) -> Attachment? {
        if let account = maker.request.principal.member?.account,
            let staged = maker.portal.documents.document(sha256, of: account)
        {
            return staged.attachment
        }
        return record?.versions.flatMap(\.content.evidence).first { $0.sha256 == sha256 }?.attachment
    }

    /// Documents that the report names besides: they are kept as they are.
    private func others(_ page: inout Markup) {
        guard !form.otherEvidence.isEmpty else { return }
        page.element(.p, .class("note"), text: words("Also named, and kept as it is:"))
        page.element(.ul) { page in
            for evidence in form.otherEvidence { page.element(.li, text: maker.text(evidence.title)) }
        }
    }
}

extension PageMaker {
    /// The type and size of a document, such as `PDF, 120 KB`.
    func size(of document: Attachment) -> String {
        let (number, unit) =
            document.byteCount < 1_000_000
            ? (Double(max(100, document.byteCount)) / 1_000, words("KB"))
            : (Double(document.byteCount) / 1_000_000, words("MB"))
        let size = writing.number(number, decimals: 0...(number < 10 ? 1 : 0))
        return "\(document.type.rawValue.uppercased()), \(size)\u{A0}\(unit)"
    }
}
