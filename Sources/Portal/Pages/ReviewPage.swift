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

/// One report with everything that speaks for and against it, and the reviewer's decision.
struct ReviewPage {
    let maker: PageMaker
    private let assessment: Assessment
    private let key: ReportKey
    private let record: ReportRecord
    private let token: String
    /// Where the reviewer came from, and goes back to.
    let place: ReviewPlace

    init(_ request: PortalRequest, key: ReportKey, _ form: FormData = FormData()) throws {
        place = ReviewPlace(request, form)
        var maker = PageMaker(request)
        maker.place = place.address("")
        self.maker = maker
        self.key = key
        assessment = try request.portal.standing(at: request.now)
        token = request.formToken ?? ""
        guard let record = maker.record(key, in: assessment), !record.versions.allSatisfy(\.isDraft) else {
            throw HTTPError(.notFound)
        }
        self.record = record
    }

    var words: Catalogue { maker.words }

    /// The version that is judged.
    var version: Int { record.versions.last { !$0.isDraft }?.number ?? 0 }

    private var isWaiting: Bool { record.state == .submitted || record.state == .corrected }

    /// Whether the reviewer belongs to the agency, in this role or another.
    var isOwn: Bool {
        maker.request.principal.member?.grants.contains { $0.body == key.agency.rawValue } ?? true
    }

    func response(
        _ form: FormData = FormData(),
        problem: String? = nil,
        at field: String? = nil,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        let title = maker.title(of: key.item)
        let wrong = problem.map { problem in
            PortalFrame.Notice(
                text: words("Nothing was stored. Please mend:"),
                kind: .wrong,
                lines: [PortalFrame.Notice.Line(text: problem, link: field.map { Link(path: "#\($0)") })]
            )
        }
        let notice = wrong ?? outcome
        let status = status ?? (problem == nil ? .ok : .unprocessableContent)
        let problems = problem.map { [ReportForm.Problem(text: $0, severity: .error)] } ?? []
        return maker.response(title, notice: notice, status: status) { page in
            page.element(.p, .class("trail")) { page in
                page.element(
                    .a,
                    .href(Link(path: place.address(maker.path("review").address))),
                    text: words("Reports to review")
                )
            }
            page.element(.h1, text: title)
            page.element(
                .p,
                .class("lede"),
                text: "\(maker.body(key.agency.rawValue)), \(maker.name(of: key.period, for: key.item))"
            )
            page.element(.div, .class("beside")) { page in
                page.element(.div) { page in
                    report(&page)
                    verdicts(&page)
                    findings(&page)
                    if isWaiting, !isOwn { decision(form, at: field, problems, &page) }
                }
                page.element(.aside) { page in
                    page.element(.h2, text: words("What is asked"))
                    page.element(.dl, .class("facts")) { page in
                        for fact in maker.asked(of: key, in: assessment) { page.fact(fact.name, fact.value) }
                    }
                    if let chart = IndicatorPicture(key.item, in: assessment, language: maker.language) {
                        chart.write(into: &page)
                    }
                    versions(&page)
                }
            }
        }
    }

    /// What became of a report that waits for nobody's decision, or not for this one's.
    private var outcome: PortalFrame.Notice? {
        if isOwn {
            return PortalFrame.Notice(text: words("Nobody judges a report of their own agency."), kind: .note)
        }
        guard !isWaiting else { return nil }
        let by = record.reviews.last.map { ": \(maker.body($0.reviewer)), \(maker.moment($0.reviewed))" } ?? ""
        return PortalFrame.Notice(text: words("Decided: {1}", maker.state(record.state)) + by, kind: .done)
    }

    private func report(_ page: inout Markup) {
        guard let content = record.versions.last(where: { !$0.isDraft })?.content else { return }
        page.element(.dl, .class("facts")) { page in
            page.fact(words("Reported"), maker.value(content, of: key.item, in: assessment))
            maker.partsAndComment(of: content, &page)
            for fact in maker.comparison(for: key, in: assessment, isOwn: false) { page.fact(fact.name, fact.value) }
            for evidence in content.evidence {
                page.fact(words("Document")) { page in
                    if let link = evidence.url.flatMap(Link.init(external:)) {
                        page.element(
                            .a,
                            .href(link),
                            Attribute("rel", "noopener noreferrer"),
                            text: maker.text(evidence.title)
                        )
                    } else {
                        page.text(maker.text(evidence.title))
                    }
                    if let sha256 = evidence.sha256 { maker.document(sha256, evidence.attachment, &page) }
                }
            }
        }
    }

    private func verdicts(_ page: inout Markup) {
        page.element(.h2, text: words("Side by side"))
        page.element(.dl, .class("facts")) { page in
            page.fact(words("The agency claims")) { page in
                page.status(record.versions.last?.content.claim, in: assessment, maker)
            }
            page.fact(words("The rules compute")) { page in
                guard let outlook = Outlook(of: key, in: assessment) else { return page.text("–") }
                outlook.write(in: assessment, maker, &page)
            }
        }
    }

    private func findings(_ page: inout Markup) {
        let findings = assessment.findings.filter { $0.concerns(key) }
        guard !findings.isEmpty else { return }
        page.element(.h2, text: words("Findings"))
        page.element(.ul) { page in
            for finding in findings { page.element(.li, text: finding.sentence.text(maker.language)) }
        }
    }

    private func decision(
        _ form: FormData,
        at field: String?,
        _ problems: [ReportForm.Problem],
        _ page: inout Markup
    ) {
        page.element(.h2, text: words("Your decision"))
        page.element(
            .form,
            Attribute("method", "post"),
            .action(maker.review(key))
        ) { page in
            page.hidden(PortalRequest.tokenField, token)
            page.hidden(place)
            page.hidden("version", "\(version)")
            page.element(.fieldset, .id("decision")) { page in
                page.element(.legend, text: words("Decision"))
                if field == "decision" { page.problems(problems) }
                for (value, title) in [("verified", words("I verify it")), ("returned", words("I send it back"))] {
                    page.element(.div, .class("field field-check")) { page in
                        page.empty(
                            .input,
                            .id("decision-\(value)"),
                            Attribute("type", "radio"),
                            Attribute("name", "decision"),
                            Attribute("value", value),
                            form["decision"] == value ? Attribute("checked") : nil
                        )
                        page.element(.label, Attribute("for", "decision-\(value)"), text: title)
                    }
                }
            }
            page.area(
                "reason",
                label: words("Reason"),
                value: form["reason"] ?? "",
                hint: words("Needed where you send it back: the agency reads it and knows what to mend."),
                problems: field == "reason" ? problems : []
            )
            page.choice(
                "verdict",
                label: words("Your own verdict, if it differs"),
                value: form["verdict"] ?? "",
                options: [("", words("– none –"))]
                    + maker.portal.workspace.assessor.claimableStatuses.map { ($0.id.rawValue, maker.text($0.title)) }
            )
            page.choice(
                "confidence",
                label: words("How sure are you that it will be delivered?"),
                value: form["confidence"] ?? "",
                options: [("", words("– not said –"))]
                    + DeliveryConfidence.allCases.map { ($0.rawValue, maker.confidence($0)) }
            )
            page.element(.div, .class("buttons")) { page in
                page.element(.button, Attribute("type", "submit"), .class("main"), text: words("Store the decision"))
            }
        }
    }

    private func versions(_ page: inout Markup) {
        page.element(.h2, text: words("History"))
        page.element(.ol, .class("history")) { page in
            for version in record.versions where !version.isDraft {
                page.element(.li) { page in
                    page.text("\(maker.moment(version.submitted)): ")
                    page.text(maker.value(version.content, of: key.item, in: assessment))
                    for review in record.reviews where review.version == version.number {
                        page.element(.p, .class("note")) { page in
                            page.text(
                                "\(maker.moment(review.reviewed)), \(maker.body(review.reviewer)): "
                                    + (review.decision == .verified ? words("verified") : words("sent back"))
                            )
                            if let reason = review.reason { page.text(". " + maker.text(reason)) }
                        }
                    }
                }
            }
        }
    }
}

extension PageMaker {
    /// What is known of a document, and where it can be had.
    func document(_ sha256: String, _ attachment: Attachment?, _ page: inout Markup) {
        page.element(.p, .class("note")) { page in
            if let attachment {
                page.element(
                    .a,
                    .href(path("document/\(sha256)")),
                    text: words("The document itself ({1})", size(of: attachment))
                )
                page.text(" · ")
            }
            page.text("SHA-256: ")
            page.element(.code, .class("digest"), text: sha256)
        }
    }

    func confidence(_ confidence: DeliveryConfidence) -> String {
        switch confidence {
        case .likely: words("very likely")
        case .probable: words("probable")
        case .feasible: words("feasible")
        case .inDoubt: words("in doubt")
        case .unachievable: words("cannot be achieved")
        }
    }

    func name(of category: ReportContent.CellCategory) -> String {
        let dimension = portal.workspace.plan.dimensions.first { $0.id == category.dimension }
        return dimension?.categories.first { $0.id == category.category }.map { text($0.title) } ?? category.category
    }
}
