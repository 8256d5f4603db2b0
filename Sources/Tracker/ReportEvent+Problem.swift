import ActionPlan
import Diagnostics

extension ReportEvent {
    /// Why it cannot follow what is known of the report; nil where it can.
    func problem(after record: ReportRecord?) -> Diagnostic? {
        do {
            if var record { try record.apply(self) } else { _ = try ReportRecord(self) }
            return nil
        } catch {
            return error.diagnostic
        }
    }
}
