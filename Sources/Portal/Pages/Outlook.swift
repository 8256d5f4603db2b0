import ActionPlan
import Language
import Markup
import Rules
import StatusPages

/// What is said of an item, or would be said of it after a report.
struct Outlook {
    let verdict: Verdict
    /// Other agencies without whose reports the period has no figure yet.
    let waitsFor: [AgencyID]

    /// - Parameters:
    ///   - key: the report whose writer is told.
    ///   - assessment: where it is read from; nil is made where nothing is said of the item.
    init?(of key: ReportKey, in assessment: Assessment) {
        guard let verdict = assessment.verdicts(of: key.item)?.headline else { return nil }
        self.verdict = verdict
        let period = assessment.periods(of: key.item).first { $0.period.id == key.period }
        let isOpen = period.map { $0.actual == nil && $0.value == nil } ?? false
        waitsFor =
            isOpen ? period?.reports.filter { $0.agency != key.agency && !$0.isReceived }.map(\.agency) ?? [] : []
    }

    /// Writes the status, why, and what it waits for.
    func write(in assessment: Assessment, _ maker: PageMaker, _ page: inout Markup) {
        if let status = assessment.statuses[verdict.status] {
            page.element(.p) { $0.status(status, in: maker.language) }
        }
        page.element(.p, text: verdict.because.text(maker.language))
        guard !waitsFor.isEmpty else { return }
        let names = waitsFor.map { maker.body($0.rawValue) }.joined(separator: "; ")
        page.element(.p, text: maker.words("The new figure counts once these have sent theirs too: {1}.", names))
    }
}
