import ActionPlan
import Diagnostics
import Exchange
import Rules
import Spreadsheet
import Tracker
import YAML

/// A file of reports as an agency sends it: YAML, or a filled template as CSV, XLSX or ODS.
struct ReportFile {
    let path: String
    /// The language of whoever reads the diagnostics.
    let language: String

    private var isText: Bool { [".csv", ".tsv", ".txt"].contains { path.lowercased().hasSuffix($0) } }
    private var isWorkbook: Bool {
        (WorkbookReader.endings + [".xls"]).contains { path.lowercased().hasSuffix($0) }
    }

    /// The reports in it, checked against the plan.
    func entries(
        of agency: AgencyID,
        _ workspace: Workspace,
        now: Moment
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        guard isText || isWorkbook else { return fromYAML(agency, workspace, now) }
        let (source, problem) = SourceFile.read(path, limit: CSVReader.Limits().bytes)
        guard let source else { return ([], problem.map { [$0] } ?? []) }
        let today = workspace.day(of: now)
        let reader = ReportTableReader(
            workspace.index(on: today),
            agency: agency,
            statuses: workspace.assessor.claimableStatuses,
            spoken: language,
            takesFiles: true
        )
        let (entries, diagnostics) =
            isWorkbook ? fromWorkbook(source, reader, today) : fromText(source, reader, today)
        return (entries.map { $0.findingFiles(beside: path) }, diagnostics)
    }

    private func fromText(
        _ source: SourceText,
        _ reader: ReportTableReader,
        _ today: Day
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        let (table, diagnostics) = CSVReader().read(source)
        guard let table else { return ([], diagnostics) }
        let (entries, problems) = reader.reports(table, today: today)
        return (entries, diagnostics + problems)
    }

    private func fromWorkbook(
        _ source: SourceText,
        _ reader: ReportTableReader,
        _ today: Day
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        let (workbook, diagnostics) = WorkbookReader().read(source)
        guard let workbook else { return ([], diagnostics) }
        let (entries, problems) = reader.reports(workbook, of: source.name, today: today)
        return (entries, diagnostics + problems)
    }

    private func fromYAML(
        _ agency: AgencyID,
        _ workspace: Workspace,
        _ now: Moment
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        var (content, diagnostics) = PastReports(workspace).content(of: path, now: now)
        guard let content else { return ([], diagnostics) }
        if content.reports.isEmpty, !diagnostics.hasErrors {
            diagnostics.append(Diagnostic("no-reports", "\(path) holds no reports", expected: "format: nap-reports/1"))
        }
        for entry in content.reports {
            if entry.key.agency != agency, diagnostics.last?.identifier != "other-agency" {
                diagnostics.append(
                    Diagnostic(
                        "other-agency",
                        "the file holds reports of \(entry.key.agency), but \(agency) sends it",
                        at: entry.place(of: .agency)
                    )
                )
            }
            if entry.submitted != nil, diagnostics.last?.identifier != "moment-not-taken" {
                diagnostics.append(
                    Diagnostic(
                        "moment-not-taken",
                        "`submitted` is not taken from the file: the report counts as sent now",
                        severity: .warning,
                        at: entry.place(of: .item),
                        hint: "remove `submitted`; past reports are loaded with `nap load`"
                    )
                )
            }
        }
        return (content.reports, diagnostics)
    }
}
