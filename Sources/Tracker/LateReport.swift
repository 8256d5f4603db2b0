import ActionPlan
import Diagnostics

/// That a report comes after its day.
enum LateReport {
    /// How late a report that is sent now is; nil where it is in time, was sent before, or is only a draft.
    static func remark(
        on entry: ReportEntry,
        after record: ReportRecord?,
        _ index: PlanIndex,
        today: Day
    ) -> Diagnostic? {
        guard !entry.isDraft, record?.versions.contains(where: { !$0.isDraft }) != true,
            let period = index.periods(of: entry.key.item).first(where: { $0.id == entry.key.period }),
            today > period.due
        else { return nil }
        return Diagnostic(
            "late-report",
            "the report was due on \(period.due.words); it counts as late, days: \(today - period.due)",
            severity: .information,
            at: entry.place(of: .item)
        )
    }
}
