package import ActionPlan
package import Diagnostics
import Disclosure
package import Ledger
package import Rules

/// The use cases over one plan and its ledger.
///
/// Permission is checked here, for every way in.
package struct Tracker {
    package let workspace: Workspace
    let ledger: Ledger

    /// - Parameters:
    ///   - workspace: the plan and the packs that judge it.
    ///   - ledger: the plan's ledger, open.
    package init(_ workspace: Workspace, ledger: Ledger) {
        self.workspace = workspace
        self.ledger = ledger
    }

    /// Where the plan stands.
    ///
    /// - Parameters:
    ///   - asOf: the day as of which is judged.
    ///   - edition: for whom; the public one withholds small counts.
    ///   - knownAt: up to when reports are taken into account; the end of that day if nil.
    /// - Returns: the assessment.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func assess(
        asOf: Day,
        edition: Assessment.Edition = .internal,
        knownAt: Moment? = nil
    ) throws(LedgerError) -> Assessment {
        let endOfDay = Moment(seconds: Moment(startOf: asOf + 1, at: workspace.plan.utcOffset).seconds - 1)
        let snapshot = try ledger.snapshot(knownAt: knownAt ?? endOfDay)
        return switch edition {
        case .internal: workspace.assessor.assess(snapshot, asOf: asOf)
        case .public: Disclosure(workspace.assessor).assess(snapshot, asOf: asOf)
        }
    }

    /// Takes reports, all of them or, where anything is an error, none.
    ///
    /// - Parameters:
    ///   - entries: the reports, checked against the plan.
    ///   - party: who sends.
    ///   - moment: now.
    ///   - language: of the sentences that rule packs say.
    ///   - isRehearsal: whether only to tell what would happen.
    /// - Returns: what is wrong or doubtful; where nothing is an error, and it is no rehearsal, the reports are on disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func submit(
        _ entries: [ReportEntry],
        by party: Party,
        at moment: Moment,
        language: String,
        isRehearsal: Bool = false
    ) throws(LedgerError) -> [Diagnostic] {
        let snapshot = try ledger.snapshot(knownAt: moment)
        let intake = ReportIntake(workspace, by: party, at: moment, language: language)
        let (events, diagnostics) = intake.events(for: entries, after: snapshot)
        guard !diagnostics.hasErrors, !isRehearsal else { return diagnostics }
        try ledger.append(events.map { .report($0) }, recorded: moment)
        return diagnostics
    }

    /// Takes reviewers' decisions, all of them or none.
    ///
    /// - Returns: what is wrong; where nothing is an error the decisions are on disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func review(_ entries: [ReviewEntry], at moment: Moment) throws(LedgerError) -> [Diagnostic] {
        let permission = Permission(workspace.index(on: workspace.day(of: moment)))
        let records = try ledger.snapshot(knownAt: moment).records
        let known = Dictionary(records.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var diagnostics: [Diagnostic] = []
        var events: [LedgerEvent] = []
        for entry in entries {
            let event = entry.event(at: moment)
            if var refusal = permission.refusal(of: event.party, event.action.kind, on: entry.key) {
                refusal.span = entry.place
                diagnostics.append(refusal)
            } else if var problem = event.problem(after: known[entry.key]) {
                problem.span = entry.place
                diagnostics.append(problem)
            }
            events.append(.report(event))
        }
        if !diagnostics.hasErrors { try ledger.append(events, recorded: moment) }
        return diagnostics
    }

    /// Replays the past into the ledger, all of it or nothing.
    ///
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func replay(_ events: [ReportEvent], at moment: Moment) throws(LedgerError) {
        try ledger.append(events.map { .report($0) }, recorded: moment)
    }
}
