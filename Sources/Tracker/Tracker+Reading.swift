package import ActionPlan
import Crypto
package import Diagnostics
package import Ledger
package import Rules
package import TransparencyLog

/// What forms and pages ask for.
extension Tracker {
    /// How many entries the ledger has: where the number is the same, nothing happened.
    package func entryCount() throws(LedgerError) -> Int { try ledger.count() }

    /// Where the plan stands today, and of how many entries that is known.
    ///
    /// It is kept at hand: after something was written only what that concerns is judged again.
    ///
    /// - Parameter moment: now.
    /// - Returns: the assessment, and the number of entries.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func standing(at moment: Moment) throws(LedgerError) -> (assessment: Assessment, count: Int) {
        try present.assessment(at: moment)
    }

    /// Where the plan would stand if some reports were sent.
    ///
    /// - Parameters:
    ///   - entries: reports that a rehearsal found in order.
    ///   - party: who would send them.
    ///   - moment: now.
    /// - Returns: the assessment that would follow; what cannot follow is left out.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func preview(
        _ entries: [ReportEntry],
        by party: Party,
        at moment: Moment
    ) throws(LedgerError) -> Assessment {
        var preview = try present.with(at: moment) { $0 }
        for entry in entries {
            let event = ReportEvent(key: entry.key, moment: moment, party: party, action: entry.action)
            do { try preview.note(.report(event)) } catch { continue }
        }
        preview.judge()
        return preview.assessment
    }

    /// The receipt for the last version of a report; nil where none was sent.
    package func receipt(for key: ReportKey, signedBy signer: NoteSigner) throws(LedgerError) -> Receipt? {
        let sent = try ledger.history(of: key)
            .last { entry in
                guard case .report(let event) = entry.event else { return false }
                return event.action.content != nil && event.action.kind != .draft
            }
        guard let sent else { return nil }
        return try ledger.receipt(for: sent.number, signedBy: signer)
    }

    /// The periods that are or were locked.
    package func locks(at moment: Moment) throws(LedgerError) -> [PeriodLock] {
        try known.with(at: moment) { $0.periodLocks }
    }

    /// What meetings decided, in the order in which it was recorded.
    package func decisions() throws(LedgerError) -> [DecisionEvent] {
        try entries(.decision).compactMap { if case .decision(let event) = $0.event { event } else { nil } }
    }

    /// The assessments that were published or frozen, in the order in which they were.
    package func publications() throws(LedgerError) -> [AssessmentEvent] {
        try entries(.assessment).compactMap { if case .assessment(let event) = $0.event { event } else { nil } }
    }

    /// The same, each with the number of the entry that notes it.
    package func numberedPublications() throws(LedgerError) -> [(number: Int, event: AssessmentEvent)] {
        try entries(.assessment)
            .compactMap { entry in
                if case .assessment(let event) = entry.event { (entry.number, event) } else { nil }
            }
    }

    /// The assessment that was published or frozen, made again from the same reports by the same rules.
    ///
    /// - Returns: the assessment as JSON; nil where the plan's or packs' files are not the same any more, so that another
    ///   one would come out.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    package func again(_ event: AssessmentEvent) throws(LedgerError) -> [UInt8]? {
        let edition = Assessment.Edition(rawValue: event.edition) ?? .internal
        let bytes = AssessmentJSON.bytes(
            of: try assess(asOf: event.asOf, edition: edition, knownAt: event.knownAt)
        )
        return SHA256.hexadecimal(bytes) == event.sha256 ? bytes : nil
    }

    /// Closes the books of a period or opens them again, or says what speaks against it.
    package func change(_ event: PeriodEvent) throws(LedgerError) -> [Diagnostic] {
        let lock = try locks(at: event.moment).first { $0.period == event.period }
        do {
            _ = try PeriodLock.after(lock, event)
        } catch {
            return [error.diagnostic]
        }
        return try record(event, at: event.moment)
    }

    private func entries(_ kind: LedgerEvent.Topic.Kind) throws(LedgerError) -> [LedgerEntry] {
        var entries: [LedgerEntry] = []
        for id in try ledger.topics(kind) { entries += try ledger.history(of: LedgerEvent.Topic(kind: kind, id: id)) }
        return entries.sorted { $0.number < $1.number }
    }
}
