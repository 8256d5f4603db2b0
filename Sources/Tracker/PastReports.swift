package import ActionPlan
package import Diagnostics
import Foundation
package import Ledger
import Rules
import YAML

/// Reads the reports and reviews of the past that lie in files beside a plan, to be replayed into a ledger.
package struct PastReports {
    private let workspace: Workspace

    package init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// The report and review files below a plan's folder: `reports/` and `reviews/`, by name.
    package static func files(besidePlan path: String) -> [String] {
        guard SourceFile.isFolder(path) else { return [] }
        return ["reports", "reviews"].map { "\(path)/\($0)" }.filter(SourceFile.isFolder)
            .flatMap { SourceFile.yamlFiles(at: $0).paths }
    }

    /// What some files tell of.
    package struct Events: Sendable {
        /// In the order of time.
        package var events: [ReportEvent] = []
        /// Documents to be kept.
        package var documents: [AttachmentStore.Candidate] = []

        /// Leaves out what happened from some moment on, and the documents that then nothing names.
        package mutating func leaveOut(from moment: Moment) {
            events.removeAll { moment <= $0.moment }
            let named = Set(events.flatMap { $0.action.content?.evidence ?? [] }.compactMap(\.sha256))
            documents.removeAll { !named.contains($0.sha256) }
        }
    }

    /// What some files tell of.
    ///
    /// - Parameters:
    ///   - paths: the files.
    ///   - store: where documents will be kept.
    ///   - now: nothing may have happened later.
    ///   - progress: is told how many files are read.
    /// - Returns: the events and documents, or none where anything is an error; and what is wrong or doubtful.
    package func events(
        in paths: [String],
        keepingIn store: AttachmentStore,
        now: Moment,
        _ progress: WorkProgress = .unseen
    ) -> (past: Events, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var documents: [AttachmentStore.Candidate] = []
        var dated: [(event: ReportEvent, place: SourceSpan?)] = []
        progress.over(paths) { path in
            let (content, problems) = content(of: path, now: now)
            diagnostics += problems
            guard let content else { return }
            let (entries, found, faults) = AttachmentIntake(store).look(at: content.reports)
            documents += found
            diagnostics += faults
            for entry in entries { append(entry, now, &dated, &diagnostics) }
            for entry in content.reviews { append(entry, now, &dated, &diagnostics) }
        }
        let ordered = dated.enumerated()
            .sorted { ($0.element.event.moment, $0.offset) < ($1.element.event.moment, $1.offset) }
            .map(\.element)
        guard !diagnostics.hasErrors else { return (Events(), diagnostics) }
        diagnostics += Self.problems(with: ordered)
        let past = diagnostics.hasErrors ? Events() : Events(events: ordered.map(\.event), documents: documents)
        return (past, diagnostics)
    }

    /// What a file holds.
    ///
    /// - Returns: its content, nil where it cannot be read at all; and what is wrong or doubtful.
    package func content(of path: String, now: Moment) -> (content: ReportLoader.Content?, diagnostics: [Diagnostic]) {
        let (source, problem) = SourceFile.read(path)
        guard let source else { return (nil, problem.map { [$0] } ?? []) }
        let statuses = workspace.assessor.claimableStatuses.map(\.id)
        let loader = ReportLoader(PlanIndex(workspace.plan), statuses: statuses)
        var (content, problems) = loader.load(source, today: workspace.day(of: now))
        content.reports = content.reports.map { $0.findingFiles(beside: path) }
        return (content, problems)
    }

    private func append(
        _ entry: ReportEntry,
        _ now: Moment,
        _ dated: inout [(event: ReportEvent, place: SourceSpan?)],
        _ diagnostics: inout [Diagnostic]
    ) {
        let place = entry.place(of: .item)
        guard let moment = moment(entry.submitted, "submitted", now, place, &diagnostics) else { return }
        let event = ReportEvent(key: entry.key, moment: moment, party: .agency(entry.key.agency), action: entry.action)
        dated.append((event, place))
    }

    private func append(
        _ entry: ReviewEntry,
        _ now: Moment,
        _ dated: inout [(event: ReportEvent, place: SourceSpan?)],
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let moment = moment(entry.reviewed, "reviewed", now, entry.place, &diagnostics) else { return }
        dated.append((entry.event(at: moment), entry.place))
    }

    private func moment(
        _ moment: Moment?,
        _ key: String,
        _ now: Moment,
        _ place: SourceSpan?,
        _ diagnostics: inout [Diagnostic]
    ) -> Moment? {
        guard let moment else {
            diagnostics.append(
                Diagnostic(
                    "missing-moment",
                    "it is not said when this was \(key)",
                    at: place,
                    expected: "a line `\(key): 2020-07-14T10:30+05:00`",
                    hint: "what happens now is sent with `nap submit` or `nap review`"
                )
            )
            return nil
        }
        guard moment <= now else {
            diagnostics.append(
                Diagnostic("in-the-future", "this was \(key) at \(moment), which is later than now", at: place)
            )
            return nil
        }
        return moment
    }

    /// What cannot have happened after what happened before.
    private static func problems(with events: [(event: ReportEvent, place: SourceSpan?)]) -> [Diagnostic] {
        var book = ReportBook()
        var problems: [Diagnostic] = []
        for (event, place) in events {
            do {
                try book.apply(.report(event))
            } catch {
                var problem = error.diagnostic
                problem.span = place
                problems.append(problem)
            }
        }
        return problems
    }
}

extension ReviewEntry {
    /// The review as something that happened.
    package func event(at moment: Moment) -> ReportEvent {
        let judgement = ReportEvent.Judgement(
            reason: reason,
            verdict: verdict,
            confidence: confidence,
            provenance: provenance
        )
        return ReportEvent(
            key: key,
            moment: moment,
            party: .reviewer(reviewer),
            action: decision == .verified ? .verified(judgement) : .returned(judgement)
        )
    }
}
