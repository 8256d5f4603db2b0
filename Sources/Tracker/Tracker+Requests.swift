package import ActionPlan
package import Ledger
import Rules
package import TransparencyLog

/// What programs ask for.
extension Tracker {
    /// What a request gave when it was taken up before; nil where it was not.
    ///
    /// - Throws: ``LedgerError/keyReused(sender:key:)`` where its key was used for another body.
    package func earlier(_ submission: Submission) throws(LedgerError) -> Appended? { try ledger.earlier(submission) }

    /// What is known of a report; nil where nothing happened to it.
    package func record(of key: ReportKey, at moment: Moment) throws(LedgerError) -> ReportRecord? {
        try known.with(at: moment) { $0[key] }
    }

    /// The life of a report: what happened to it, and the number of the entry that says so.
    package func life(of key: ReportKey) throws(LedgerError) -> [(number: Int, event: ReportEvent)] {
        try ledger.history(of: key)
            .compactMap { entry in
                if case .report(let event) = entry.event { (entry.number, event) } else { nil }
            }
    }

    /// What happened in an entry, where it is about a report; nil where it is not, or where there is no such entry.
    package func reportEvent(_ number: Int) throws(LedgerError) -> ReportEvent? {
        guard (1...max(1, try ledger.count())).contains(number),
            case .report(let event) = try ledger.entry(number).event
        else { return nil }
        return event
    }

    /// The reports of an agency, in the order of items and periods.
    package func records(of agency: AgencyID, at moment: Moment) throws(LedgerError) -> [ReportRecord] {
        try known.with(at: moment) { $0.records }.filter { $0.key.agency == agency }
    }

    /// The receipt for an entry as it could be given when the ledger had a size: the same whenever it is asked for.
    package func receipt(
        for number: Int,
        atSize size: Int,
        signedBy signer: NoteSigner
    ) throws(LedgerError) -> Receipt {
        try ledger.receipt(for: number, atSize: size, signedBy: signer)
    }

    /// The receipt for the last entry of what was just taken up.
    package func receipt(for appended: Appended, signedBy signer: NoteSigner) throws(LedgerError) -> Receipt {
        try ledger.receipt(for: appended, signedBy: signer)
    }

    /// The signed size and root of the ledger, to be kept elsewhere.
    package func checkpoint(signedBy signer: NoteSigner) throws(LedgerError) -> SignedNote {
        try ledger.checkpoint(signedBy: signer)
    }

    /// Takes back what an agency had sent and nobody had judged, or a draft.
    ///
    /// - Returns: what speaks against it; where nothing does, what was taken up.
    /// - Throws: ``LedgerError`` where the ledger fails.
    package func withdraw(
        _ key: ReportKey,
        because reason: LocalizedText?,
        by party: Party,
        at moment: Moment,
        submission: Submission? = nil
    ) async throws(LedgerError) -> SubmissionOutcome {
        let event = ReportEvent(key: key, moment: moment, party: party, action: .withdrawn(reason: reason))
        let permission = Permission(workspace.index(on: workspace.day(of: moment)))
        if let refusal = permission.refusal(of: party, event.action.kind, on: key) {
            return SubmissionOutcome(diagnostics: [refusal])
        }
        let appended = try await append([.report(event)], by: party, at: moment, submission: submission)
        return SubmissionOutcome(diagnostics: [], appended: appended, reports: [appended.numbers.upperBound])
    }
}
