package import Diagnostics
package import Ledger

/// What became of something that was sent.
package struct SubmissionOutcome: Sendable {
    /// What is wrong or doubtful.
    package var diagnostics: [Diagnostic]
    /// What was taken up; nil where nothing was, because of an error or because it was a rehearsal.
    package var appended: Appended?
    /// The numbers of the entries that are reports, in the order in which they were sent.
    package var reports: [Int]

    package init(diagnostics: [Diagnostic], appended: Appended? = nil, reports: [Int] = []) {
        self.diagnostics = diagnostics
        self.appended = appended
        self.reports = reports
    }
}
