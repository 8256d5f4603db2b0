import Accounts
import ActionPlan
import Diagnostics
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Rules
import Spreadsheet
import Tracker

/// Filled tables: looked through row by row before anything is stored.
enum UploadRoutes {
    /// How many bytes a table may have.
    static let largest = 5 * 1_024 * 1_024

    static let all: [Route] = [
        Route(.get, "/:language/upload", .focalPoints) { UploadPage($0).response() },
        Route(.post, "/:language/upload", .focalPoints, bodyLimit: largest + 64 * 1_024, handler: preview),
        Route(.post, "/:language/upload/send", .focalPoints, bodyLimit: 3 * largest + 64 * 1_024, handler: send),
    ]

    private static func preview(_ request: PortalRequest) async throws -> Response {
        let form = try request.multipartForm()
        let page = UploadPage(request)
        guard let file = form.files["table"], !file.bytes.isEmpty else {
            return page.response(problem: page.words("Choose a file first."))
        }
        let key = try request.member().account.rawValue
        guard request.portal.lookThrottle.tries(key, at: Double(request.now.seconds)) == nil else {
            throw HTTPError(.tooManyRequests)
        }
        return try page.response(look(at: file.bytes, named: file.name, request))
    }

    private static func send(_ request: PortalRequest) async throws -> Response {
        let form = try request.form()
        guard let name = form["name"], let bytes = UploadLook.bytes(form) else { throw HTTPError(.badRequest) }
        let member = try request.member()
        guard request.portal.writeThrottle.tries(member.account.rawValue, at: Double(request.now.seconds)) == nil else {
            throw HTTPError(.tooManyRequests)
        }
        let submission = form["request"]
            .flatMap { number in
                number.utf8.count <= 64 ? Submission(sender: member.grant.body, key: number, body: bytes) : nil
            }
        let look = try look(at: bytes, named: name, request, sendingAs: submission)
        guard !look.diagnostics.hasErrors else { return try UploadPage(request).response(look) }
        return .seeOther("/\(request.language)/due?sent=\(look.entries.count)")
    }

    /// What is in a table; sent where the request has a name, else only looked at.
    private static func look(
        at bytes: [UInt8],
        named name: String,
        _ request: PortalRequest,
        sendingAs submission: Submission? = nil
    ) throws -> UploadLook {
        let member = try request.member()
        guard let agency = member.agency else { throw HTTPError(.forbidden) }
        let workspace = request.portal.workspace
        let today = workspace.day(of: request.now)
        let source = SourceText(name: String(name.prefix(100)), bytes: bytes)
        let reader = ReportTableReader(
            workspace.index(on: today),
            agency: agency,
            statuses: workspace.assessor.claimableStatuses,
            spoken: request.language
        )
        var look = UploadLook(source: source, entries: [], diagnostics: [])
        if look.isWorkbook {
            let (workbook, problems) = WorkbookReader().read(source)
            look.diagnostics = problems
            if let workbook {
                let (entries, found) = reader.reports(workbook, of: source.name, today: today)
                look.entries = entries
                look.diagnostics += found
            }
        } else {
            let (table, problems) = CSVReader().read(source)
            look.diagnostics = problems
            if let table {
                let (entries, found) = reader.reports(table, today: today)
                look.entries = entries
                look.diagnostics += found
            }
        }
        guard !look.diagnostics.hasErrors, !look.entries.isEmpty else { return look }
        look.diagnostics += try request.portal.tracker
            .submit(
                look.entries,
                by: member.party,
                at: request.now,
                language: request.language,
                submission: submission,
                isRehearsal: submission == nil
            )
            .diagnostics
        return look
    }
}

/// A table that was sent, and what is to be said about it.
struct UploadLook {
    var source: SourceText
    var entries: [ReportEntry]
    var diagnostics: [Diagnostic]

    /// Whether it is a packed workbook, XLSX or ODS, told by how it begins; else it is text.
    var isWorkbook: Bool { source.bytes.starts(with: [0x50, 0x4B, 3, 4]) }

    /// The field of the page's form that carries the table on to be sent, and what stands in it.
    var field: (name: String, value: String) {
        isWorkbook
            ? ("workbook", Data(source.bytes).base64EncodedString())
            : ("table", source.text(in: 0..<source.bytes.count))
    }

    /// The table in a form that was sent; nil where there is none.
    static func bytes(_ form: FormData) -> [UInt8]? {
        if let packed = form.all("workbook").first { return Data(base64Encoded: packed).map { [UInt8]($0) } }
        return form.all("table").first.map { Array($0.utf8) }
    }
}
