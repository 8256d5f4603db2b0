import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Tracker

/// What the secretariat and the chair do besides judging reports: periods, decisions, publication.
enum OfficeRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/office", .leadership) { try OfficePage($0).response() },
        Route(.post, "/:language/office/period", .leadership, handler: changePeriod),
        Route(.post, "/:language/office/decision", .leadership, givesBack: true, handler: decide),
        Route(.post, "/:language/office/publication", .leadership, givesBack: true, handler: publish),
        Route(.post, "/:language/office/freeze", .leadership, givesBack: true, handler: freeze),
        Route(.get, "/:language/office/assessment/:number/receipt", .leadership, handler: receipt),
        Route(.get, "/:language/office/assessment/:number/json", .leadership, handler: again),
    ]

    private static func answer(_ request: PortalRequest, _ problems: [Diagnostic], done: String) throws -> Response {
        guard problems.hasErrors else { return .seeOther("/\(request.language)/office?done=\(done)") }
        let page = try OfficePage(request, request.form())
        return page.response(problem: page.maker.sentences(problems))
    }

    private static func changePeriod(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        guard let period = form["period"], let change = form["change"].flatMap(PeriodEvent.Change.init(rawValue:)),
            request.portal.workspace.plan.calendars.contains(where: { $0.period(PeriodID(rawValue: period)) != nil })
        else { throw HTTPError(.badRequest) }
        guard change != .unlock || form["reason"] != nil else {
            let page = try OfficePage(request, form)
            return page.response(problem: page.words("Say why the period is opened again."))
        }
        let event = PeriodEvent(
            period: PeriodID(rawValue: period),
            moment: request.now,
            party: try request.member().party,
            change: change,
            reason: form["reason"].map { LocalizedText($0, language: request.language) }
        )
        let problems = try request.portal.tracker.change(event)
        return try answer(request, problems, done: change.rawValue)
    }

    private static func decide(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let page = try OfficePage(request, form)
        if form["action"] == "show" { return page.response() }
        guard let meeting = form["meeting"], let text = form["text"], text.unicodeScalars.count <= 4_000 else {
            return page.response(
                problem: page.words("Say at which meeting, and what was decided."),
                at: form["meeting"] == nil ? "meeting" : "text"
            )
        }
        let due = form["due"].map { Day($0) }
        guard due != .some(nil) else {
            return page.response(problem: page.words("The day is not understood."), at: "due")
        }
        let index = page.maker.index
        let item = form["item"].map(ItemID.init(rawValue:))
        let responsible = form["responsible"].map(AgencyID.init(rawValue:))
        if let item, index.reference(item) == nil {
            return page.response(problem: page.words("The plan has no item {1}.", item.rawValue))
        }
        if let responsible, index.agency(responsible) == nil { throw HTTPError(.badRequest) }
        let decision = DecisionEvent(
            moment: request.now,
            party: try request.member().party,
            meeting: meeting,
            text: LocalizedText(text, language: request.language),
            item: item,
            responsible: responsible,
            due: due ?? nil
        )
        return try answer(request, request.portal.tracker.record(decision, at: request.now), done: "decision")
    }

    /// The day as of which is judged; nil where it is none, or lies in the future.
    private static func day(_ form: FormData, _ request: PortalRequest) -> Day? {
        form["as-of"].flatMap { Day($0) }.flatMap { $0 <= request.portal.workspace.day(of: request.now) ? $0 : nil }
    }

    private static func publish(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let page = try OfficePage(request, form)
        if form["action"] == "show" { return page.response() }
        guard let day = day(form, request) else {
            return page.response(problem: page.words("The day is not understood, or lies in the future."), at: "as-of")
        }
        let problems = try await request.portal.publisher.publishPublicEdition(
            asOf: day,
            meeting: form["meeting"],
            by: try request.member().party,
            at: request.now
        )
        return try answer(request, problems, done: "publication")
    }

    private static func freeze(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let page = try OfficePage(request, form)
        if form["action"] == "show" { return page.response() }
        guard let day = day(form, request) else {
            return page.response(problem: page.words("The day is not understood, or lies in the future."), at: "as-of")
        }
        guard let meeting = form["meeting"], meeting.unicodeScalars.count <= 200 else {
            return page.response(problem: page.words("Say for which meeting."), at: "meeting")
        }
        let tracker = request.portal.tracker
        // Of today, what comes later today is not in it; of an earlier day, all that was known at its end.
        let isToday = day == request.portal.workspace.day(of: request.now)
        let problems = try tracker.record(
            try tracker.assess(asOf: day, knownAt: isToday ? request.now : nil),
            .frozen,
            meeting: meeting,
            by: try request.member().party,
            at: request.now
        )
        return try answer(request, problems, done: "freeze")
    }

    /// What was frozen or published under a number of the ledger.
    private static func event(_ request: PortalRequest) throws -> (number: Int, event: AssessmentEvent) {
        let number = Int(try request.parameter("number"))
        let found = try request.portal.tracker.numberedPublications().first { $0.number == number }
        guard let found else { throw HTTPError(.notFound) }
        return found
    }

    private static func receipt(_ request: PortalRequest) async throws -> Response {
        let number = try event(request).number
        guard let signer = request.portal.options.signer,
            let receipt = try request.portal.tracker.receipts(for: [number], signedBy: signer).first
        else { throw HTTPError(.notFound) }
        return .download(
            Array(receipt.description.utf8),
            type: "text/plain; charset=utf-8",
            named: "assessment-\(number)-receipt.txt"
        )
    }

    private static func again(_ request: PortalRequest) async throws -> Response {
        let (number, event) = try event(request)
        guard let bytes = try request.portal.tracker.again(event) else {
            let page = try OfficePage(request)
            return page.response(
                problem: page.words(
                    "The plan or its rule packs have changed since: the same assessment cannot be made again here."
                )
            )
        }
        return .download(bytes, type: "application/json", named: "assessment-\(number)-\(event.asOf).json")
    }
}
