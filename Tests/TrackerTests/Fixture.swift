import ActionPlan
import Diagnostics
import Foundation
import Ledger
import Rules
import Testing

@testable import Tracker

/// The small plan, opened from a file as the command line does.
final class Fixture {
    let workspace: Workspace
    let folder: URL

    // What is handed over makes another plan of the small one's text.
    init(_ change: (String) -> String = { $0 }) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("plan.yaml")
        try Data(change(SmallPlan.text).utf8).write(to: file)
        let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("rules").path
        let (opened, diagnostics) = Workspace.open(plan: file.path, rules: [rules])
        workspace = try #require(opened, "\(TextRenderer().render(diagnostics))")
    }

    /// Where documents would be kept.
    var documents: AttachmentStore { AttachmentStore(besideLedger: folder.appendingPathComponent("nap.sqlite").path) }

    /// A tracker over a new ledger.
    func tracker() throws -> Tracker {
        let path = folder.appendingPathComponent("nap.sqlite").path
        return Tracker(workspace, ledger: try Ledger.create(at: path, planID: workspace.plan.id))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// In the afternoon of a day in July 2021, when reports on the first half are due.
    static let july = Moment("2021-07-10T15:00+05:00") ?? Moment(seconds: 0)

    static func entry(
        _ item: String,
        _ body: ReportContent.Body,
        agency: String = "moi",
        period: String = "2021-H1",
        comment: String? = nil,
        correction: Correction? = nil,
        evidence: [Evidence]? = nil,
        files: [Int: String] = [:],
        isDraft: Bool = false
    ) -> ReportEntry {
        ReportEntry(
            key: ReportKey(
                item: ItemID(rawValue: item),
                period: PeriodID(rawValue: period),
                agency: AgencyID(rawValue: agency)
            ),
            content: ReportContent(
                body: body,
                comment: comment.map { LocalizedText($0, language: "ru") },
                evidence: evidence
                    ?? [Evidence(title: LocalizedText("Протокол", language: "ru"), url: "https://example.org/1")],
                provenance: .stated
            ),
            isDraft: isDraft,
            correction: correction,
            files: files
        )
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
