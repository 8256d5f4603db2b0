import ActionPlan
import Ledger
import Rules
import Tracker

/// Writes reports as programs read them.
enum ReportWriter {
    /// A report with all that happened to it; nil where nothing did.
    static func bytes(of key: ReportKey, _ tracker: Tracker) throws -> [UInt8]? {
        let life = try tracker.life(of: key)
        var record: ReportRecord?
        for (_, event) in life {
            if record == nil { record = try ReportRecord(event) } else { try record?.apply(event) }
        }
        guard let record else { return nil }
        var writer = JSONWriter()
        writer.object { writer in
            summary(record, &writer)
            writer.array("versions", record.versions, version)
            writer.array("reviews", record.reviews, review)
            writer.array("withdrawals", record.withdrawals) { writer, withdrawal in
                writer.object { writer in
                    writer.integer("version", withdrawal.version)
                    writer.text("reason", withdrawal.reason)
                    writer.string("withdrawn", withdrawal.withdrawn.description)
                }
            }
            writer.array("entries", life) { writer, step in
                writer.object { writer in
                    writer.integer("number", step.number)
                    writer.string("step", step.event.action.kind.rawValue)
                    writer.string("moment", step.event.moment.description)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// Which report it is, where it stands, and what can be done with it.
    static func summary(_ record: ReportRecord, _ writer: inout JSONWriter) {
        writer.string("item", record.key.item.rawValue)
        writer.string("period", record.key.period.rawValue)
        writer.string("agency", record.key.agency.rawValue)
        writer.string("state", record.state.rawValue)
        writer.array("next", record.legalSteps.filter { !$0.isReview }) { $0.string($1.rawValue) }
    }

    private static func version(_ writer: inout JSONWriter, _ version: ReportVersion) {
        writer.object { writer in
            writer.integer("number", version.number)
            writer.flag("draft", version.isDraft)
            writer.string("submitted", version.submitted.description)
            writer.object("content") { content(version.content, &$0) }
            if let correction = version.correction {
                writer.object("correction") { writer in
                    writer.string("reason", correction.reason)
                    writer.text("text", correction.text)
                }
            }
        }
    }

    private static func review(_ writer: inout JSONWriter, _ review: Review) {
        writer.object { writer in
            writer.integer("version", review.version)
            writer.string("decision", review.decision.rawValue)
            writer.text("reason", review.reason)
            writer.string("verdict", review.verdict?.rawValue)
            writer.string("confidence", review.confidence?.rawValue)
            writer.string("reviewer", review.reviewer)
            writer.string("reviewed", review.reviewed.description)
        }
    }

    private static func content(_ content: ReportContent, _ writer: inout JSONWriter) {
        switch content.body {
        case .nilReport: writer.flag("nil", true)
        case .notApplicable(let reason): writer.text("not_applicable", reason)
        case .value(let value): self.value(value, &writer)
        }
        if !content.cells.isEmpty {
            writer.array("cells", content.cells) { writer, cell in
                writer.object { writer in
                    writer.object("categories") { writer in
                        for category in cell.categories {
                            writer.field(category.dimension) { $0.string(category.category) }
                        }
                    }
                    writer.number("value", cell.value)
                }
            }
        }
        writer.text("comment", content.comment)
        writer.string("claim", content.claim?.rawValue)
        writer.string("variation", content.variation)
        if !content.evidence.isEmpty {
            writer.array("evidence", content.evidence) { writer, evidence in
                writer.object { writer in
                    writer.text("title", evidence.title)
                    writer.string("url", evidence.url)
                    writer.string("sha256", evidence.sha256)
                    writer.string("date", evidence.date?.description)
                }
            }
        }
        writer.flag("illustrative", content.provenance.isIllustrative)
    }

    private static func value(_ value: ReportedValue, _ writer: inout JSONWriter) {
        switch value {
        case .number(let number): writer.number("value", number)
        case .ratio(let numerator, let denominator):
            writer.number("numerator", numerator)
            writer.number("denominator", denominator)
        case .category(let word), .level(let word): writer.string("value", word)
        case .text(let text): writer.text("value", text)
        case .milestone(let achieved, let day):
            writer.flag("achieved", achieved)
            writer.string("on", day?.description)
        case .implementation(let status): writer.string("implementation", status.rawValue)
        }
    }
}
