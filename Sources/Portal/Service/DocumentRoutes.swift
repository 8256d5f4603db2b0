import Accounts
import ActionPlan
import Diagnostics
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Rules

/// Documents that were sent with reports, for those who may see the reports.
enum DocumentRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/document/:sha256", .members, handler: document)
    ]

    /// A document as a file to be kept: no browser shows it, whatever is in it.
    private static func document(_ request: PortalRequest) async throws -> Response {
        let sha256 = try request.parameter("sha256")
        let member = try request.member()
        guard let (owner, attachment) = try found(sha256, request),
            member.agency == nil || member.agency == owner
        else { throw HTTPError(.notFound) }
        let bytes: [UInt8]
        do throws(AttachmentFault) {
            bytes = try request.portal.accounts.ledger.attachments.content(sha256)
        } catch {
            request.context.logger.error("document not readable", metadata: ["error": "\(error.diagnostic.identifier)"])
            throw HTTPError(.notFound)
        }
        return .download(
            bytes,
            type: "application/octet-stream",
            named: "\(sha256.prefix(16)).\(attachment.type.rawValue)"
        )
    }

    /// The agency that sent a document first, and what is known of it; nil where no report brought it.
    ///
    /// Another agency that names the same SHA-256 afterwards does not get the document by that.
    private static func found(
        _ sha256: String,
        _ request: PortalRequest
    ) throws -> (owner: AgencyID, attachment: Attachment)? {
        let records = try request.portal.standing(at: request.now).records
        return
            records.flatMap { record in
                record.versions.compactMap { version -> (owner: AgencyID, sent: Moment, attachment: Attachment)? in
                    let evidence = version.content.evidence.first { $0.sha256 == sha256 && $0.attachment != nil }
                    return evidence?.attachment.map { (record.key.agency, version.submitted, $0) }
                }
            }
            .min { ($0.sent, $0.owner) < ($1.sent, $1.owner) }
            .map { ($0.owner, $0.attachment) }
    }
}
