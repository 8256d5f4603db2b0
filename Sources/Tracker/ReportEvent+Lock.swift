import ActionPlan
import Diagnostics
import Rules

extension ReportEvent {
    /// Why it cannot follow: the books of its period are closed.
    ///
    /// The ledger refuses it too; this tells it as what is wrong with the input, before anything is appended.
    ///
    /// - Parameters:
    ///   - locks: of all periods that are or were locked.
    ///   - record: what is known of the report.
    /// - Returns: what is wrong; nil where they are open.
    func problem(with locks: [PeriodLock], after record: ReportRecord?) -> Diagnostic? {
        guard let lock = locks.first(where: { $0.period == key.period && $0.isLocked }) else { return nil }
        let subject = IllegalTransition.Subject.report(key, attempted: action.kind, state: record?.state, legal: [])
        return IllegalTransition(subject: subject, cause: .locked(since: lock.since)).diagnostic
    }
}
