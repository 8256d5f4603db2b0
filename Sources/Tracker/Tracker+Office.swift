package import ActionPlan
import Crypto
package import Diagnostics
package import Ledger
package import Rules

/// Accounts, assessments that were published or frozen, decisions.
extension Tracker {
    /// Takes up what happened to an account, and what changes in the cabinet with it: both or neither.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - moment: now.
    ///   - submission: names the request, so that repeating it changes nothing.
    ///   - changes: such as a person's name, or the hash of a new password.
    /// - Returns: why it may not be; nothing where it is on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails, or the event cannot follow what happened before.
    package func record(
        _ event: AccountEvent,
        at moment: Moment,
        submission: Submission? = nil,
        changing changes: [CabinetChange] = []
    ) throws(LedgerError) -> [Diagnostic] {
        let permission = Permission(workspace.index(on: workspace.day(of: moment)))
        if let refusal = permission.refusal(of: event) { return [refusal] }
        try ledger.record(event, recorded: moment, submission: submission, changing: changes)
        return []
    }

    /// Notes that an assessment was published, or frozen for a meeting: with which rules, of which reports.
    ///
    /// - Returns: why it may not be; nothing where it is on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func record(
        _ assessment: Assessment,
        _ purpose: AssessmentEvent.Purpose,
        meeting: String? = nil,
        by party: Party,
        at moment: Moment
    ) throws(LedgerError) -> [Diagnostic] {
        let event = AssessmentEvent(
            moment: moment,
            party: party,
            purpose: purpose,
            edition: assessment.edition.rawValue,
            asOf: assessment.asOf,
            knownAt: assessment.knownAt,
            entries: try ledger.count(),
            packs: assessment.packs.map {
                .init(id: $0.pack.id, version: $0.pack.version.description, sha256: $0.digest)
            },
            sha256: SHA256.hexadecimal(AssessmentJSON.bytes(of: assessment)),
            meeting: meeting
        )
        return try keep(.assessment(event), at: moment)
    }

    /// Takes up what a meeting decided.
    ///
    /// - Returns: why it may not be; nothing where it is on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func record(_ decision: DecisionEvent, at moment: Moment) throws(LedgerError) -> [Diagnostic] {
        let problems = PlanNames(workspace.index(on: workspace.day(of: moment))).problems(with: decision)
        return problems.isEmpty ? try keep(.decision(decision), at: moment) : problems
    }

    /// Closes the books of a period, or opens them again.
    ///
    /// - Returns: why it may not be; nothing where it is on the disk.
    /// - Throws: ``LedgerError`` where the ledger fails, or the period is so already.
    package func record(_ event: PeriodEvent, at moment: Moment) throws(LedgerError) -> [Diagnostic] {
        let problems = PlanNames(workspace.index(on: workspace.day(of: moment))).problems(with: event)
        return problems.isEmpty ? try keep(.period(event), at: moment) : problems
    }

    private func keep(_ event: LedgerEvent, at moment: Moment) throws(LedgerError) -> [Diagnostic] {
        let permission = Permission(workspace.index(on: workspace.day(of: moment)))
        if let refusal = permission.refusal(ofOfficeWorkBy: event.party) { return [refusal] }
        try append([event], by: event.party, at: moment)
        return []
    }
}
