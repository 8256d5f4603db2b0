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

/// Filled tables: looked through row by row before anything is stored.
enum UploadRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/upload", .focalPoints) { UploadPage($0).response() },
        Route(.post, "/:language/upload", .focalPoints, bodyLimit: 5 * 1_024 * 1_024, handler: preview),
        Route(.post, "/:language/upload/send", .focalPoints, bodyLimit: 16 * 1_024 * 1_024, handler: send),
    ]

    private static func preview(_ request: PortalRequest) async throws -> Response {
        let form = try request.multipartForm()
        let page = UploadPage(request)
        guard let file = form.files["table"], !file.bytes.isEmpty else {
            return page.response(problem: page.words("Choose a file first."))
        }
        return try page.response(look(at: file.bytes, named: file.name, request, isRehearsal: true))
    }

    private static func send(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        guard let name = form["name"], let text = form.all("table").first else { throw HTTPError(.badRequest) }
        let look = try look(at: Array(text.utf8), named: name, request, isRehearsal: false)
        guard !look.diagnostics.hasErrors else { return try UploadPage(request).response(look) }
        return .seeOther("/\(request.language)/due?sent=\(look.entries.count)")
    }

    private static func look(
        at bytes: [UInt8],
        named name: String,
        _ request: PortalRequest,
        isRehearsal: Bool
    ) throws -> UploadLook {
        let member = try request.member()
        guard let agency = member.agency else { throw HTTPError(.forbidden) }
        let workspace = request.portal.workspace
        let today = workspace.day(of: request.now)
        let source = SourceText(name: String(name.prefix(100)), bytes: bytes)
        let (table, problems) = CSVReader().read(source)
        guard let table else { return UploadLook(source: source, table: nil, entries: [], diagnostics: problems) }
        let reader = ReportTableReader(
            workspace.index(on: today),
            agency: agency,
            statuses: workspace.assessor.claimableStatuses,
            spoken: request.language
        )
        var (entries, diagnostics) = reader.reports(table, today: today)
        diagnostics = problems + diagnostics
        if !diagnostics.hasErrors {
            diagnostics += try request.portal.tracker
                .submit(
                    entries,
                    by: member.party,
                    at: request.now,
                    language: request.language,
                    isRehearsal: isRehearsal
                )
                .diagnostics
        }
        return UploadLook(source: source, table: table, entries: entries, diagnostics: diagnostics)
    }
}

/// A table that was sent, and what is to be said about it.
struct UploadLook {
    var source: SourceText
    var table: Table?
    var entries: [ReportEntry]
    var diagnostics: [Diagnostic]
}
