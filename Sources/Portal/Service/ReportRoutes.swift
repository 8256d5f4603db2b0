import Accounts
import ActionPlan
import Diagnostics
import Exchange
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Rules
import Tracker

/// Reports: the form, its drafts, and what becomes of it.
enum ReportRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/report/:item/:period", .focalPoints) { request in
            let page = try ReportPage(request, key: key(request))
            return page.response(try page.startingForm())
        },
        Route(
            .post,
            "/:language/report/:item/:period",
            .focalPoints,
            bodyLimit: AttachmentStore.largest + 256 * 1_024,
            givesBack: true,
            handler: send
        ),
        Route(.get, "/:language/receipt/:item/:period", .focalPoints, handler: receipt),
    ]

    /// The report that an address names; whether the agency may report on the item is said by the form.
    private static func key(_ request: PortalRequest) throws -> ReportKey {
        guard let agency = try request.member().agency else { throw HTTPError(.forbidden) }
        let key = ReportKey(
            item: ItemID(rawValue: try request.parameter("item")),
            period: PeriodID(rawValue: try request.parameter("period")),
            agency: agency
        )
        let index = PageMaker(request).index
        guard index.entitledReporters(of: key.item).contains(agency),
            index.periods(of: key.item).contains(where: { $0.id == key.period })
        else { throw HTTPError(.notFound) }
        return key
    }

    private static func send(_ request: PortalRequest) async throws -> Response {
        let whole = try request.anyForm()
        let sent = whole.form
        let key = try key(request)
        let member = try request.member()
        let page = try ReportPage(request, key: key)
        var form = page.complete(ReportForm(key, sent: sent))
        let drafts = request.portal.drafts
        let action = sent["action"]
        switch action {
        case "discard":
            try drafts.forget(key, of: member.account)
            return .seeOther("/\(request.language)/report/\(key.item)/\(key.period)")
        case "show": return page.response(form)
        default: break
        }
        if let file = whole.chosenFile("document") {
            try form.take(document: file, page.maker)
            guard !form.hasErrors else { return page.response(form, status: .unprocessableContent) }
        }
        // While she types, nothing is said of a form that was only opened.
        if action != "look" || !form.isEmpty {
            try drafts.keep(form.fields, key, of: member.account, at: request.now)
        }
        if action == "draft" {
            return page.response(form, notice: page.words("The draft is kept. Nobody else sees it."))
        }
        guard let basis = sent["basis"].flatMap({ Int($0) }), basis == page.versions else {
            form.add(
                page.words(
                    "Somebody else of your agency sent this report while you were typing. What you typed is below; compare it with the version above and send it again if it is right."
                ),
                to: ""
            )
            return page.response(form, status: .conflict)
        }
        return try action == "send"
            ? store(form, page, sent["request"]) : rehearse(form, page, isLook: action == "look")
    }

    /// Says what is wrong or doubtful, and what would follow; stores nothing.
    private static func rehearse(_ form: ReportForm, _ page: ReportPage, isLook: Bool) throws -> Response {
        var form = form
        let request = page.maker.request
        let member = try request.member()
        // An account that looks without end slows itself down, and not the others.
        guard request.portal.lookThrottle.tries(member.account.rawValue, at: Double(request.now.seconds)) == nil else {
            return tooMany(form, page)
        }
        guard let entry = form.entry(page.maker) else { return page.response(form, status: .unprocessableContent) }
        let problems = try request.portal.tracker
            .submit(
                [entry],
                by: member.party,
                at: request.now,
                language: page.maker.language,
                isRehearsal: true
            )
            .diagnostics
        form.take(problems, page.maker)
        guard !problems.hasErrors else { return page.response(form, status: .unprocessableContent) }
        let verdict = try page.preview(entry)
        return isLook ? page.response(form, outlook: verdict) : page.response(form, preview: verdict)
    }

    /// Gives the form back, to be sent a minute later.
    private static func tooMany(_ form: ReportForm, _ page: ReportPage) -> Response {
        var form = form
        form.add(page.words("Too many tries. Wait a minute, then try again."), to: "")
        return page.response(form, status: .tooManyRequests)
    }

    private static func store(_ form: ReportForm, _ page: ReportPage, _ number: String?) throws -> Response {
        var form = form
        let request = page.maker.request
        let member = try request.member()
        let key = form.key
        guard let entry = form.entry(page.maker) else { return page.response(form, status: .unprocessableContent) }
        guard
            request.portal.writeThrottle.tries(member.account.rawValue, at: Double(request.now.seconds)) == nil
        else { return tooMany(form, page) }
        let problems = try request.portal.tracker
            .submit(
                [entry],
                by: member.party,
                at: request.now,
                language: page.maker.language,
                submission: form.submission(number, of: key.agency)
            )
            .diagnostics
        form.take(problems, page.maker)
        guard !problems.hasErrors else { return page.response(form, status: .unprocessableContent) }
        try request.portal.drafts.forget(key, of: member.account)
        if let sha256 = form.fields["evidence-sha256"] {
            request.portal.documents.remove(sha256, of: member.account)
        }
        return .seeOther("/\(request.language)/report/\(key.item)/\(key.period)?sent=1")
    }

    private static func receipt(_ request: PortalRequest) async throws -> Response {
        let key = try key(request)
        guard let signer = request.portal.options.signer,
            let receipt = try request.portal.tracker.receipt(for: key, signedBy: signer)
        else { throw HTTPError(.notFound) }
        var response = Response.bytes(Array(receipt.description.utf8), type: "text/plain; charset=utf-8")
        response.headers[.contentDisposition] =
            "attachment; filename=\"\(key.item.rawValue)-\(key.period.rawValue)-receipt.txt\""
        return response
    }
}
