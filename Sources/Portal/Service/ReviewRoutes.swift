import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Language
import Tracker

/// The work of those who judge reports of others.
enum ReviewRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/review", .reviewers) { try ReviewQueuePage($0).response() },
        Route(.post, "/:language/review", .reviewers, bodyLimit: 256 * 1_024, givesBack: true, handler: decideMany),
        Route(.get, "/:language/review/:agency/:item/:period", .reviewers) { request in
            try ReviewPage(request, key: key(request)).response()
        },
        Route(.post, "/:language/review/:agency/:item/:period", .reviewers, givesBack: true, handler: decide),
    ]

    private static func key(_ request: PortalRequest) throws -> ReportKey {
        ReportKey(
            item: ItemID(rawValue: try request.parameter("item")),
            period: PeriodID(rawValue: try request.parameter("period")),
            agency: AgencyID(rawValue: try request.parameter("agency"))
        )
    }

    private static func decide(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let key = try key(request)
        let page = try ReviewPage(request, key: key, form)
        let member = try request.member()
        guard !page.isOwn else { throw HTTPError(.forbidden) }
        if form["action"] == "show" { return page.response(form) }
        guard let decision = form["decision"].flatMap(Review.Decision.init(rawValue:)) else {
            return page.response(
                form,
                problem: page.words("Choose whether you verify the report or send it back."),
                at: "decision"
            )
        }
        guard form["version"] == "\(page.version)" else {
            return page.response(
                form,
                problem: page.words("The agency sent a newer version meanwhile. It is shown here: judge that one."),
                status: .conflict
            )
        }
        let reason = form["reason"].map { LocalizedText($0, language: page.maker.language) }
        guard decision != .returned || reason != nil else {
            return page.response(
                form,
                problem: page.words("Say what the agency has to mend: it reads this."),
                at: "reason"
            )
        }
        let entry = ReviewEntry(
            key: key,
            decision: decision,
            reason: reason,
            verdict: form["verdict"].map(StatusID.init(rawValue:)),
            confidence: form["confidence"].flatMap(DeliveryConfidence.init(rawValue:)),
            reviewer: member.grant.body,
            provenance: .stated
        )
        let problems = try request.portal.tracker.review([entry], by: member.party, at: request.now)
        guard problems.hasErrors else {
            return .seeOther(
                page.place.address(
                    "/\(request.language)/review",
                    (decision.rawValue, "1"),
                    ("report", "\(key.agency)/\(key.item)/\(key.period)")
                )
            )
        }
        return page.response(form, problem: page.maker.sentences(problems, about: [key]))
    }

    /// Verifies or sends back all reports that were ticked, or none where one of them cannot be.
    private static func decideMany(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        let member = try request.member()
        let page = try ReviewQueuePage(request, form)
        if form["action"] == "show" { return page.response() }
        let ticked = form.all("report").compactMap { page.key($0) }
        guard !ticked.isEmpty else { return page.response(problem: page.words("No report was ticked.")) }
        guard ticked.count == form.all("report").count else {
            return page.response(
                problem: page.words(
                    "One of those ticked has been sent anew or judged meanwhile. Look at what is ticked now, and press again."
                )
            )
        }
        let isReturned = form["action"] == "return"
        let reason = form["reason"].map { LocalizedText($0, language: page.maker.language) }
        guard !isReturned || reason != nil else {
            return page.response(problem: page.words("Say why you send them back: the agencies read it."))
        }
        let entries = ticked.map { key in
            ReviewEntry(
                key: key,
                decision: isReturned ? .returned : .verified,
                reason: isReturned ? reason : nil,
                reviewer: member.grant.body,
                provenance: .stated
            )
        }
        let problems = try request.portal.tracker.review(entries, by: member.party, at: request.now)
        guard problems.hasErrors else {
            return .seeOther(
                ReviewPlace(request, form)
                    .address(
                        "/\(request.language)/review",
                        (isReturned ? "returned" : "verified", "\(entries.count)")
                    )
            )
        }
        return page.response(problem: page.maker.sentences(problems, about: ticked))
    }
}
