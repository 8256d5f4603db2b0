import Accounts
import ActionPlan
import Crypto
import HTTPTypes
import Hummingbird
import Ledger
import Rules
import Synchronization
import Tracker

/// Where the plan stands: for all in the edition that was published, of its own items for each agency.
///
/// Figures of others are shown in no other way than the public edition shows them, and that only as of the day on which
/// the secretariat published it: one that followed every report would tell them one by one.
enum AssessmentOperations {
    static let all: [APIOperation] = [
        APIOperation(
            method: .get,
            path: "/api/v1/assessment",
            access: .programs(.read),
            name: "assessment",
            summary: "The whole plan in the public edition that was published last; small counts are withheld",
            answer: .init(content: .json("assessment"), description: "The assessment as it was published"),
            problems: [.notFound],
            handler: published
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/assessment/own",
            access: .programs(.read),
            name: "ownAssessment",
            summary: "As of today, the items on which nobody but the token's agency reports",
            answer: .init(content: .json("own-assessment"), description: "The agency's part of the assessment"),
            handler: own
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/findings",
            access: .programs(.read),
            name: "findings",
            summary: "What a person should look at in the items on which nobody but the token's agency reports",
            answer: .init(content: .json("finding-list"), description: "Findings, what matters most first"),
            handler: findings
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/due",
            access: .programs(.read),
            name: "due",
            summary: "The reports that the token's agency has still to send",
            answer: .init(content: .json("due-list"), description: "Due, overdue and returned reports"),
            handler: due
        ),
    ]

    /// The published edition: made again from the ledger, and shown only where it is, byte for byte, what was recorded.
    private static func published(_ request: APIRequest) throws -> APIAnswer {
        guard let bytes = try request.portal.publishedEdition() else { throw APIProblem(kind: .notFound) }
        return APIAnswer(bytes: bytes)
    }

    /// The items of which all that is known comes from one agency: it alone reports on them and on all below them.
    private static func ownItems(_ assessment: Assessment, of agency: AgencyID) -> Set<ItemID> {
        let index = assessment.plan
        func isOwn(_ item: ItemID) -> Bool {
            index.entitledReporters(of: item).allSatisfy { $0 == agency }
                && assessment.periods(of: item)
                    .allSatisfy { $0.reports.allSatisfy { $0.agency == agency } }
                && index.children(of: item).allSatisfy { isOwn($0.id) }
        }
        let items = index.plan.indicators.map(\.id) + index.plan.activities.map(\.id)
        return Set(items.filter { index.entitledReporters(of: $0).contains(agency) && isOwn($0) })
    }

    private static func own(_ request: APIRequest) throws -> APIAnswer {
        let assessment = try request.portal.standing(at: request.now)
        let items = ownItems(assessment, of: request.agency)
        return APIAnswer(bytes: AssessmentJSON.bytes(of: assessment, only: items, by: request.agency))
    }

    private static func findings(_ request: APIRequest) throws -> APIAnswer {
        let assessment = try request.portal.standing(at: request.now)
        let items = ownItems(assessment, of: request.agency)
        return APIAnswer(bytes: AssessmentJSON.findings(of: assessment, about: items))
    }

    private static func due(_ request: APIRequest) throws -> APIAnswer {
        let assessment = try request.portal.standing(at: request.now)
        let owed = assessment.agencies.first { $0.id == request.agency }?.owed ?? []
        return .json { writer in
            writer.string("as_of", assessment.asOf.description)
            writer.array("due", owed, linewise: true) { writer, owed in
                writer.object { writer in
                    writer.string("item", owed.key.item.rawValue)
                    writer.string("period", owed.key.period.rawValue)
                    writer.string("reason", owed.reason.rawValue)
                    writer.string("due", owed.due.description)
                    writer.integer("days_late", owed.daysLate)
                    writer.text("reason_returned", returned(owed, assessment))
                }
            }
        }
    }

    /// Why a report was sent back.
    private static func returned(_ owed: OwedReport, _ assessment: Assessment) -> LocalizedText? {
        guard owed.reason == .returned else { return nil }
        return assessment.part(of: owed.key)?.record?.reviews.last { $0.decision == .returned }?.reason
    }
}

extension Portal {
    /// The public edition that was published last, as JSON; nil where none was, or where the plan or its rules have
    /// changed since so that it cannot be made again.
    func publishedEdition() throws -> [UInt8]? {
        let edition = Assessment.Edition.public
        let event = try tracker.publications().last { $0.purpose == .published && $0.edition == edition.rawValue }
        guard let event else { return nil }
        if let kept = published.withLock({ $0 }), kept.sha256 == event.sha256 { return kept.bytes }
        let assessment = try tracker.assess(asOf: event.asOf, edition: edition, knownAt: event.knownAt)
        guard SHA256.hexadecimal(AssessmentJSON.bytes(of: assessment)) == event.sha256 else { return nil }
        let bytes = AssessmentJSON.bytes(of: assessment, traces: false)
        published.withLock { $0 = PublishedEdition(sha256: event.sha256, bytes: bytes) }
        return bytes
    }

    /// What was published, by what the ledger says of it.
    struct PublishedEdition: Sendable {
        var sha256: String
        var bytes: [UInt8]
    }
}
