import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import JSONReading
import Language
import Ledger
import Rules
import Tracker
import TransparencyLog

/// The reports of the token's own agency: read, sent, taken back, proven.
enum ReportOperations {
    static let all: [APIOperation] = [
        APIOperation(
            method: .get,
            path: "/api/v1/reports",
            access: .programs(.read),
            name: "reports",
            summary: "The reports of the token's agency, page by page",
            parameters: [
                .init(
                    name: "limit",
                    place: .query,
                    schema: Schema(.integer(1...200)),
                    description: "How many a page has at most; 50 where left out"
                ),
                .init(
                    name: "cursor",
                    place: .query,
                    schema: Schema(.form(pattern: "^[a-z0-9][a-z0-9.-]{0,63}:[A-Za-z0-9.-]{1,64}$")),
                    description: "Where the page begins: the `next` of the page before"
                ),
                .init(
                    name: "state",
                    place: .query,
                    schema: .word(ReportState.self),
                    description: "Only reports that stand there on their way"
                ),
            ],
            answer: .init(content: .json("report-list"), description: "A page of reports; Link leads to the next"),
            handler: list
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/reports/:item/:period",
            access: .programs(.read),
            name: "report",
            summary: "One report with all its versions and reviews",
            answer: .init(content: .json("report"), description: "The report; its ETag is what If-Match wants"),
            problems: [.notFound],
            handler: one
        ),
        APIOperation(
            method: .put,
            path: "/api/v1/reports/:item/:period",
            access: .programs(.submit),
            name: "sendReport",
            summary: "Sends a report, or a new version of it",
            parameters: conditions + [
                .init(
                    name: "If-None-Match",
                    place: .header,
                    schema: Schema(.word(["*"])),
                    description: "*: there is no such report yet"
                )
            ],
            body: ("new-report", APISchemas.newReport),
            answer: .init(
                statuses: [.ok, .created],
                content: .json("receipt"),
                description: "It is on the disk; this is the receipt"
            ),
            problems: [.notFound, .conflict, .preconditionFailed, .preconditionRequired],
            handler: send
        ),
        APIOperation(
            method: .post,
            path: "/api/v1/reports/:item/:period/withdrawal",
            access: .programs(.submit),
            name: "withdrawReport",
            summary: "Takes back what was sent and nobody has judged",
            parameters: conditions,
            body: ("withdrawal", APISchemas.withdrawal),
            answer: .init(content: .json("receipt"), description: "It is taken back; this is the receipt"),
            problems: [.notFound, .conflict, .preconditionFailed, .preconditionRequired],
            handler: withdraw
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/receipts/:entry",
            access: .programs(.read),
            name: "receipt",
            summary: "The receipt for an entry about a report of the token's agency",
            answer: .init(
                content: .text("text/plain"),
                description: "A proof that can be checked without this service"
            ),
            problems: [.notFound],
            handler: receipt
        ),
        APIOperation(
            method: .get,
            path: "/api/v1/checkpoint",
            access: .programs(.read),
            name: "checkpoint",
            summary: "The signed size and root of the ledger, to be kept elsewhere",
            answer: .init(content: .text("text/plain"), description: "A signed note (C2SP tlog-checkpoint)"),
            problems: [.notFound],
            handler: checkpoint
        ),
    ]

    private static let conditions: [APIOperation.Parameter] = [
        .init(
            name: "Idempotency-Key",
            place: .header,
            schema: Schema(.form(pattern: "^[A-Za-z0-9_.:-]{1,64}$")),
            description: "Names the request: repeated with the same key it gives the same answer and changes nothing",
            isRequired: true
        ),
        .init(
            name: "If-Match",
            place: .header,
            // One that can be none of ours is no error: it is that of no report.
            schema: Schema(.string(1...2_000)),
            description: "The ETag of the report that is replaced"
        ),
    ]

    /// The report that an address names, where the agency may report on that; else nothing is said of it.
    private static func key(_ request: APIRequest) throws -> ReportKey {
        let key = ReportKey(
            item: ItemID(rawValue: try request.path("item")),
            period: PeriodID(rawValue: try request.path("period")),
            agency: request.agency
        )
        let index = request.index
        guard index.entitledReporters(of: key.item).contains(key.agency),
            index.periods(of: key.item).contains(where: { $0.id == key.period })
        else { throw APIProblem(kind: .notFound) }
        return key
    }

    // MARK: - Reading

    private static func list(_ request: APIRequest) throws -> APIAnswer {
        let limit = request["limit"].flatMap { Int($0) } ?? 50
        let start = request["cursor"].map { $0.split(separator: ":").map(String.init) }
        let records = try request.tracker.records(of: request.agency, at: request.now)
            .filter { record in
                (request["state"].map { $0 == record.state.rawValue } ?? true)
                    && (start.map { [record.key.item.rawValue, record.key.period.rawValue].isAfter($0) } ?? true)
            }
        let page = records.prefix(limit)
        let next = page.count < records.count ? page.last.map { "\($0.key.item):\($0.key.period)" } : nil
        var answer = APIAnswer.json { writer in
            writer.array("reports", page, linewise: true) { writer, record in
                writer.object { writer in
                    ReportWriter.summary(record, &writer)
                    writer.integer("versions", record.versions.count)
                    writer.string("changed", record.lastChange.description)
                }
            }
            writer.string("next", next)
        }
        if let next {
            var query = ["cursor=\(PercentEncoding.encoded(next))", "limit=\(limit)"]
            if let state = request["state"] { query.append("state=\(state)") }
            answer.headers[.link] = "</api/v1/reports?\(query.joined(separator: "&"))>; rel=\"next\""
        }
        return answer
    }

    private static func one(_ request: APIRequest) throws -> APIAnswer {
        guard let bytes = try ReportWriter.bytes(of: key(request), request.tracker) else {
            throw APIProblem(kind: .notFound)
        }
        return APIAnswer(bytes: bytes)
    }

    private static func receipt(_ request: APIRequest) throws -> APIAnswer {
        guard let number = Int(try request.path("entry")), let signer = request.portal.options.signer,
            try request.tracker.reportEvent(number)?.key.agency == request.agency,
            let receipt = try request.tracker.receipts(for: [number], signedBy: signer).first
        else { throw APIProblem(kind: .notFound) }
        return APIAnswer(bytes: Array(receipt.description.utf8))
    }

    private static func checkpoint(_ request: APIRequest) throws -> APIAnswer {
        guard let signer = request.portal.options.signer else { throw APIProblem(kind: .notFound) }
        return APIAnswer(bytes: Array(try request.tracker.checkpoint(signedBy: signer).description.utf8))
    }

    // MARK: - Changing

    private static func send(_ request: APIRequest) async throws -> APIAnswer {
        let key = try key(request)
        guard let node = request.body else { throw APIProblem(kind: .malformed) }
        let isNew = request["If-None-Match"] != nil
        return try await change(key, request, status: isNew ? .created : .ok) { submission in
            let body = ReportBody(node, request.portalRequest.body, key, request.index)
            let claims = request.portal.workspace.assessor.claimableStatuses.map(\.id)
            let today = request.portal.workspace.day(of: request.now)
            let problems =
                body.diagnostics
                + ReportChecker(request.index, claims: claims, today: today).problems(with: [body.entry])
            let details = { (diagnostics: [Diagnostic]) in
                diagnostics.map { APIProblem.Detail($0, pointer: body.pointer(of: $0), request.words) }
            }
            guard !problems.hasErrors else { throw APIProblem(kind: .refused, details: details(problems)) }
            let outcome = try await request.tracker.submit(
                [body.entry],
                by: request.member.party,
                at: request.now,
                language: request.language,
                submission: submission
            )
            let all = problems + outcome.diagnostics
            guard let appended = outcome.appended else { throw APIProblem(kind: .refused, details: details(all)) }
            return (appended, details(all))
        }
    }

    private static func withdraw(_ request: APIRequest) async throws -> APIAnswer {
        let key = try key(request)
        guard request["If-Match"] != nil else { throw APIProblem(kind: .preconditionRequired) }
        let reason = request.body?["reason"]?.string
        let language = request.index.agency(key.agency)?.language ?? request.language
        return try await change(key, request, status: .ok) { submission in
            let outcome = try await request.tracker.withdraw(
                key,
                because: reason.map { LocalizedText($0, language: language) },
                by: request.member.party,
                at: request.now,
                submission: submission
            )
            let details = outcome.diagnostics.map { APIProblem.Detail($0, pointer: nil, request.words) }
            guard let appended = outcome.appended else { throw APIProblem(kind: .refused, details: details) }
            return (appended, details)
        }
    }

    /// Changes a report where it is as the request expects it, once for each key.
    private static func change(
        _ key: ReportKey,
        _ request: APIRequest,
        status: HTTPResponse.Status,
        _ work: (Submission) async throws -> (Appended, [APIProblem.Detail])
    ) async throws -> APIAnswer {
        let headers = request.portalRequest.request.headers
        let (ifMatch, ifNoneMatch) = (
            EntityTags(headers[values: .ifMatch]), EntityTags(headers[values: .ifNoneMatch])
        )
        let submission = Submission(
            sender: request.agency.rawValue,
            key: request["Idempotency-Key"] ?? "",
            body: Array("\(request.portalRequest.request.uri.path)\n".utf8) + request.portalRequest.body
        )
        do {
            return try await request.portal.reportLocks.withLock(key) {
                do {
                    try check(key, ifMatch, ifNoneMatch, request)
                    let (appended, details) = try await work(submission)
                    return try answer(appended, details, request, status: status)
                } catch let problem as APIProblem {
                    // What was done before is answered as it was then, whatever has become of the report since.
                    guard let earlier = try request.tracker.earlier(submission) else { throw problem }
                    return try answer(earlier, [], request, status: status)
                }
            }
        } catch let error as LedgerError {
            throw APIProblem(error, request.language)
        }
    }

    /// Throws where a report does not stand as a request expects it, which it has to say.
    private static func check(
        _ key: ReportKey,
        _ ifMatch: EntityTags?,
        _ ifNoneMatch: EntityTags?,
        _ request: APIRequest
    ) throws {
        guard ifMatch != nil || ifNoneMatch != nil else { throw APIProblem(kind: .preconditionRequired) }
        let isThere = try request.tracker.record(of: key, at: request.now) != nil
        let tag = try isThere ? ReportWriter.bytes(of: key, request.tracker).map(APIAnswer.tag) : nil
        guard ifMatch.map({ tags in tag.map { tags.contains($0) } ?? false }) ?? true,
            ifNoneMatch.map({ tags in tag.map { !tags.contains($0, weakly: true) } ?? true }) ?? true
        else { throw APIProblem(kind: .preconditionFailed) }
    }

    private static func answer(
        _ appended: Appended,
        _ warnings: [APIProblem.Detail],
        _ request: APIRequest,
        status: HTTPResponse.Status
    ) throws -> APIAnswer {
        let number = appended.numbers.upperBound
        let receipt = try request.portal.options.signer
            .flatMap { try request.tracker.receipt(for: appended, signedBy: $0) }
        var answer = APIAnswer.json(status: status) { writer in
            writer.integer("entry", number)
            writer.string("receipt", receipt?.description)
            writer.array("warnings", warnings, APIProblem.write)
        }
        let path = request.portalRequest.request.uri.path
        if status == .created { answer.headers[.location] = path }
        if appended.isRepetition { answer.headers[.idempotencyReplayed] = "true" }
        return answer
    }
}

extension HTTPField.Name {
    static let idempotencyReplayed = constant("Idempotency-Replayed")
    static let link = constant("Link")
}

extension [String] {
    fileprivate func isAfter(_ other: [String]) -> Bool { other.lexicographicallyPrecedes(self) }
}
