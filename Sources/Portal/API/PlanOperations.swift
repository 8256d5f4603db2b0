import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird
import Ledger
import Rules
import Tracker

/// What the plan consists of, as amended today.
enum PlanOperations {
    static let all: [APIOperation] = [
        APIOperation(
            method: .get,
            path: "/api/v1/token",
            access: .programs(.read),
            name: "token",
            summary: "For whom the token acts, and what it may do",
            answer: answer("token", "The token's agency and scope"),
            handler: token
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/plan",
            access: .programs(.read),
            name: "plan",
            summary: "The plan, and the words that reports choose from",
            answer: answer("plan", "The plan as amended today"),
            handler: plan
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/items",
            access: .programs(.read),
            name: "items",
            summary: "The plan's objectives, activities and indicators",
            parameters: [
                .init(
                    name: "kind",
                    place: .query,
                    schema: Schema(.word(["objective", "activity", "indicator"])),
                    description: "Only items of this kind"
                ),
                .init(
                    name: "reporter",
                    place: .query,
                    schema: Schema(.form(pattern: "^[a-z0-9][a-z0-9.-]{0,63}$")),
                    description: "Only items on which this agency may report"
                ),
            ],
            answer: answer("item-list", "Items in the order of the plan"),
            handler: items
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/items/:item",
            access: .programs(.read),
            name: "item",
            summary: "One objective, activity or indicator",
            answer: answer("item", "The item"),
            problems: [.notFound],
            handler: item
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/agencies",
            access: .programs(.read),
            name: "agencies",
            summary: "The agencies of the plan",
            answer: answer("agency-list", "Agencies in the order of the plan"),
            handler: agencies
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/periods",
            access: .programs(.read),
            name: "periods",
            summary: "When agencies report, and which periods are closed",
            answer: answer("calendar-list", "Calendars with their periods"),
            handler: periods
        ),
    ]

    private static func answer(_ name: String, _ description: String) -> APIOperation.Answer {
        .init(content: .json(name), description: description)
    }

    private static func token(_ request: APIRequest) throws -> APIAnswer {
        guard case .program(_, let scope) = request.portalRequest.principal else {
            throw APIProblem(kind: .insufficientScope)
        }
        return .json { writer in
            writer.string("plan", request.portal.workspace.plan.id)
            writer.string("agency", request.agency.rawValue)
            writer.array("scope", TokenScope.allCases.filter(scope.contains)) { $0.string($1.rawValue) }
        }
    }

    private static func plan(_ request: APIRequest) throws -> APIAnswer {
        let plan = request.index.plan
        return .json { writer in
            writer.string("id", plan.id)
            writer.string("version", plan.version)
            writer.text("title", plan.title)
            writer.string("start", plan.days.start.description)
            writer.string("end", plan.days.end.description)
            writer.array("languages", plan.languages) { $0.string($1) }
            writer.integer("utc_offset", plan.utcOffset.seconds / 60)
            writer.array("dimensions", plan.dimensions) { writer, dimension in
                writer.object { writer in
                    writer.string("id", dimension.id)
                    writer.text("title", dimension.title)
                    writer.flag("partitions", dimension.partitions)
                    writer.array("categories", dimension.categories, Self.category)
                }
            }
            writer.array("variation_reasons", plan.variationReasons, Self.category)
            writer.array("correction_reasons", plan.correctionReasons, Self.category)
            writer.array("claims", request.portal.workspace.assessor.claimableStatuses) { writer, status in
                writer.object { writer in
                    writer.string("id", status.id.rawValue)
                    writer.text("title", status.title)
                }
            }
            writer.flag("illustrative", plan.provenance.isIllustrative)
        }
    }

    private static func category(_ writer: inout JSONWriter, _ category: Dimension.Category) {
        writer.object { writer in
            writer.string("id", category.id)
            writer.text("title", category.title)
        }
    }

    private static func agencies(_ request: APIRequest) throws -> APIAnswer {
        .json { writer in
            writer.array("agencies", request.index.plan.agencies, linewise: true) { writer, agency in
                writer.object { writer in
                    writer.string("id", agency.id.rawValue)
                    writer.text("title", agency.title)
                    writer.string("kind", agency.kind.rawValue)
                    writer.string("language", agency.language)
                }
            }
        }
    }

    private static func periods(_ request: APIRequest) throws -> APIAnswer {
        let locked = Set(try request.tracker.locks(at: request.now).filter(\.isLocked).map(\.period))
        return .json { writer in
            writer.array("calendars", request.index.plan.calendars, linewise: true) { writer, calendar in
                writer.object { writer in
                    writer.string("id", calendar.id)
                    writer.string("frequency", calendar.frequency.rawValue)
                    writer.array("periods", calendar.periods) { writer, period in
                        writer.object { writer in
                            writer.string("id", period.id.rawValue)
                            writer.string("start", period.days.start.description)
                            writer.string("end", period.days.end.description)
                            writer.string("due", period.due.description)
                            writer.string("grace_end", period.graceEnd.description)
                            writer.flag("locked", locked.contains(period.id))
                        }
                    }
                }
            }
        }
    }

    // MARK: - Items

    private static func items(_ request: APIRequest) throws -> APIAnswer {
        let index = request.index
        let references =
            index.plan.objectives.map { ItemReference.objective($0.id) }
            + index.plan.activities.map { .activity($0.id) } + index.plan.indicators.map { .indicator($0.id) }
        let shown = references.filter { reference in
            (request["kind"].map { $0 == kind(reference) } ?? true)
                && (request["reporter"]
                    .map { name in
                        index.entitledReporters(of: reference.id).contains { $0.rawValue == name }
                    } ?? true)
        }
        return .json { writer in
            writer.array("items", shown, linewise: true) { write($1, index, &$0) }
        }
    }

    private static func item(_ request: APIRequest) throws -> APIAnswer {
        let index = request.index
        guard let reference = index.reference(ItemID(rawValue: try request.path("item"))) else {
            throw APIProblem(kind: .notFound)
        }
        var writer = JSONWriter()
        write(reference, index, &writer)
        writer.newline()
        return APIAnswer(bytes: writer.bytes)
    }

    private static func kind(_ reference: ItemReference) -> String {
        switch reference {
        case .objective: "objective"
        case .activity: "activity"
        case .indicator: "indicator"
        }
    }

    private static func write(_ reference: ItemReference, _ index: PlanIndex, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.string("id", reference.id.rawValue)
            writer.string("kind", kind(reference))
            writer.string("parent", index.parent(of: reference.id)?.rawValue)
            switch reference {
            case .objective(let id): if let objective = index.objective(id) { write(objective, &writer) }
            case .activity(let id): if let activity = index.activity(id) { write(activity, &writer) }
            case .indicator(let id): if let indicator = index.indicator(id) { write(indicator, &writer) }
            }
            writer.array("reporters", index.entitledReporters(of: reference.id)) { $0.string($1.rawValue) }
        }
    }

    private static func write(_ objective: Objective, _ writer: inout JSONWriter) {
        writer.string("code", objective.code)
        writer.text("title", objective.title)
        writer.string("lead", objective.lead?.rawValue)
        writer.flag("illustrative", objective.provenance.isIllustrative)
    }

    private static func write(_ activity: Activity, _ writer: inout JSONWriter) {
        writer.string("code", activity.code)
        writer.text("title", activity.title)
        writer.string("lead", activity.lead?.rawValue)
        writer.string("calendar", activity.calendar)
        if activity.isCancelled { writer.flag("cancelled", true) }
        writer.flag("illustrative", activity.provenance.isIllustrative)
    }

    private static func write(_ indicator: Indicator, _ writer: inout JSONWriter) {
        writer.string("code", indicator.code)
        writer.text("title", indicator.title)
        writer.string("lead", indicator.lead?.rawValue)
        writer.string("calendar", indicator.calendar)
        if indicator.isCancelled { writer.flag("cancelled", true) }
        writer.string("measure", indicator.measure.keyword)
        switch indicator.measure {
        case .unit(let unit, _, let decimals):
            writer.text("unit", unit)
            writer.integer("decimals", decimals)
        case .percentage(let numerator, let denominator, _, let decimals):
            writer.text("numerator", numerator)
            writer.text("denominator", denominator)
            writer.integer("decimals", decimals)
        case .nominal(let levels), .ordinal(let levels): writer.array("levels", levels, category)
        case .milestone(let due, _): writer.string("due", due.description)
        case .qualitative: break
        }
        writer.string("direction", indicator.direction.keyword)
        writer.string("accumulation", indicator.accumulation.rawValue)
        writer.array("dimensions", indicator.disaggregation) { $0.string($1) }
        writer.flag("illustrative", indicator.provenance.isIllustrative)
    }
}

extension APIAnswer {
    /// An object.
    static func json(status: HTTPResponse.Status = .ok, _ fields: (inout JSONWriter) -> Void) -> APIAnswer {
        var writer = JSONWriter()
        writer.object(fields)
        writer.newline()
        return APIAnswer(status: status, bytes: writer.bytes)
    }
}
