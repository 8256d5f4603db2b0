import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Tracker

/// What the secretariat and the chair do besides judging reports: periods, decisions, publication.
enum OfficeRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/office", .leadership) { try OfficePage($0).response() },
        Route(.post, "/:language/office/period", .leadership, handler: changePeriod),
        Route(.post, "/:language/office/decision", .leadership, handler: decide),
        Route(.post, "/:language/office/publication", .leadership, handler: publish),
    ]

    private static func answer(_ request: PortalRequest, _ problems: [Diagnostic], done: String) throws -> Response {
        guard problems.hasErrors else { return .seeOther("/\(request.language)/office?done=\(done)") }
        let page = try OfficePage(request)
        let translation = DiagnosticCatalogue.translation(into: page.maker.writing)
        return page.response(problem: problems.map { $0.message.text(translation) }.joined(separator: " "))
    }

    private static func changePeriod(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        guard let period = form["period"], let change = form["change"].flatMap(PeriodEvent.Change.init(rawValue:)),
            request.portal.workspace.plan.calendars.contains(where: { $0.period(PeriodID(rawValue: period)) != nil })
        else { throw HTTPError(.badRequest) }
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
        let page = try OfficePage(request)
        guard let meeting = form["meeting"], let text = form["text"], text.unicodeScalars.count <= 4_000 else {
            return page.response(problem: page.words("Say at which meeting, and what was decided."))
        }
        let due = form["due"].map { Day($0) }
        guard due != .some(nil) else { return page.response(problem: page.words("The day is not understood.")) }
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

    private static func publish(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        guard let day = form["as-of"].flatMap({ Day($0) }), day <= request.portal.workspace.day(of: request.now) else {
            let page = try OfficePage(request)
            return page.response(problem: page.words("The day is not understood, or lies in the future."))
        }
        let problems = try await request.portal.publisher.publishPublicEdition(
            asOf: day,
            meeting: form["meeting"],
            by: try request.member().party,
            at: request.now
        )
        return try answer(request, problems, done: "publication")
    }
}
