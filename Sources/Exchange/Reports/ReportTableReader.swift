package import ActionPlan
package import Diagnostics
import Language
package import Rules
package import Spreadsheet

/// Makes reports of the rows of a table that an agency filled in.
package struct ReportTableReader {
    let index: PlanIndex
    let agency: AgencyID
    let statuses: [Status]
    private let language: String
    private let spoken: String
    /// Whether rows may name files to be attached.
    let takesFiles: Bool

    /// - Parameters:
    ///   - index: the plan.
    ///   - agency: whose reports they are.
    ///   - statuses: what the agency may claim.
    ///   - spoken: the language in which columns and words are named in diagnostics; the agency's own if nil.
    ///   - takesFiles: whether rows may name files of this machine to be attached: only where whoever made the table may
    ///     read those files.
    package init(
        _ index: PlanIndex,
        agency: AgencyID,
        statuses: [Status],
        spoken: String? = nil,
        takesFiles: Bool = false
    ) {
        self.index = index
        self.agency = agency
        self.statuses = statuses
        language = index.agency(agency)?.language ?? index.plan.languages.first ?? "en"
        self.spoken = spoken ?? language
        self.takesFiles = takesFiles
    }

    /// The reports in a table.
    ///
    /// Rows that state neither value, nil nor not-applicable are left out, with a word on how many there were.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - today: no report may be about a period that begins later.
    /// - Returns: the reports, and everything that is wrong, by row and column; use nothing of it where anything is an
    ///   error.
    package func reports(_ table: Table, today: Day) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        reports([table], today: today)
    }

    /// The reports in a workbook, whose tables may be in the wide form or the long one.
    package func reports(
        _ workbook: Workbook,
        of file: String,
        today: Day
    ) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        let finder = WorkbookTables(
            file,
            advice: ("the headings of the template", "fill in the file that `nap template` makes")
        ) { ReportColumn.role($0, dimensions: index.plan.dimensions) }
        let (tables, problems) = finder.tables(in: workbook)
        let (entries, diagnostics) = reports(tables, today: today)
        return (entries, problems + diagnostics)
    }

    private func reports(_ tables: [Table], today: Day) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var entries: [ReportEntry] = []
        var refused: [ReportEntry] = []
        var unfilled = 0
        for table in tables {
            let (table, problems) = LongForm(index, spoken: spoken).widened(table)
            diagnostics += problems
            var faults: [Diagnostic] = []
            let found = columns(table, &faults)
            diagnostics += faults
            guard let columns = found else { continue }
            let layout = ReportLayout(columns, headings: table.headings.map(\.text))
            for row in table.rows {
                var reader = ReportRowReader(self, row, layout, language: language, spoken: spoken)
                switch reader.entry() {
                case .report(let entry): entries.append(entry)
                case .unfilled: unfilled += 1
                case .refused(let entry): if let entry { refused.append(entry) }
                }
                diagnostics += reader.diagnostics
            }
        }
        let checker = ReportChecker(index, claims: statuses.map(\.id), today: today)
        diagnostics += checker.problems(with: entries) + checker.problems(withKeysOf: refused)
        if unfilled > 0 {
            diagnostics.append(
                Diagnostic(
                    "rows-without-value",
                    "rows left out because no value stands in them: \(unfilled)",
                    severity: .information
                )
            )
        }
        return (entries, diagnostics)
    }

    /// The columns by their position, or nil after a diagnostic where one that is needed is missing.
    private func columns(_ table: Table, _ diagnostics: inout [Diagnostic]) -> [Int: ReportColumn]? {
        var columns: [Int: ReportColumn] = [:]
        for (position, heading) in table.headings.enumerated() {
            guard !heading.text.isEmpty else {
                if let filled = table.rows.first(where: {
                    position < $0.cells.count && !$0.cells[position].text.isEmpty
                }) {
                    diagnostics.append(
                        Diagnostic(
                            "no-heading",
                            "a value in a column without heading",
                            at: filled.cells[position].span,
                            hint: "give the column a heading, or empty it"
                        )
                    )
                }
                continue
            }
            guard let column = ReportColumn.named(heading.text, dimensions: index.plan.dimensions) else {
                diagnostics.append(
                    Diagnostic(
                        "unknown-column",
                        "no column of reports is called \(heading.text)",
                        at: heading.span,
                        expected: "the headings of the template",
                        hint: Suggestion.nearest(to: heading.text, among: ReportColumn.allNames)
                            .map { "did you mean \($0)?" }
                    )
                )
                continue
            }
            if columns.values.contains(column) {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-column",
                        "a second column \(heading.text)",
                        at: heading.span,
                        hint: "remove one"
                    )
                )
            }
            columns[position] = column
        }
        for needed in [ReportColumn.item, .period] where !columns.values.contains(needed) {
            diagnostics.append(
                Diagnostic(
                    "missing-column",
                    "there is no column \(needed.heading(spoken))",
                    at: table.headings.first?.span,
                    expected: "the headings of the template",
                    hint: "fill in the file that `nap template` makes"
                )
            )
        }
        return diagnostics.hasErrors ? nil : columns
    }
}
