import ActionPlan
import Diagnostics
import Language
import Rules

/// Makes a report of one row.
struct ReportRowReader {
    enum Outcome {
        case report(ReportEntry)
        /// Nothing is stated in it.
        case unfilled
        /// What could be read of it says at least whose it is and for which period, unless it is nil.
        case refused(ReportEntry?)
    }

    private(set) var diagnostics: [Diagnostic] = []
    private let table: ReportTableReader
    private let row: Table.Row
    private let layout: ReportLayout
    /// In which the agency writes.
    private let language: String
    /// In which columns and words are named to the reader of diagnostics.
    private let spoken: String
    private var places: [ReportField: SourceSpan] = [:]
    /// Columns for values that the item does not take: a template crosses them out.
    private let crossedOut: [ReportColumn]

    init(
        _ table: ReportTableReader,
        _ row: Table.Row,
        _ layout: ReportLayout,
        language: String,
        spoken: String
    ) {
        self.table = table
        self.row = row
        self.language = language
        self.spoken = spoken
        self.layout = layout
        crossedOut = Self.crossedOut(table, row, layout)
        places[.item] = cell(.item)?.span ?? row.cells.first?.span
    }

    mutating func entry() -> Outcome {
        let stated: [ReportColumn] = [.value, .numerator, .denominator, .date, .nilReport, .notApplicable]
        guard stated.contains(where: { isStated($0) }) else {
            guard
                let part = layout.cells.first(where: {
                    cell($0).map { !ReportVocabulary.isPlaceholder($0.text) } ?? false
                })
            else { return .unfilled }
            report("cells-without-value", "parts of a value that is not there", part)
            return .refused(nil)
        }
        guard let item = cell(.item), let period = cell(.period) else {
            report(
                cell(.item) == nil ? "missing-item" : "missing-period",
                "a row with a value, but without item or period",
                .item,
                expected: "the identifier and the period as the template has them"
            )
            return .refused(nil)
        }
        places[.period] = period.span
        guard isOwn() else { return .refused(nil) }
        let id = ItemID(rawValue: item.text)
        let before = diagnostics.count
        let body = body(id)
        let cells = cells(of: id)
        let entry = ReportEntry(
            key: ReportKey(item: id, period: self.period(period.text, of: id), agency: table.agency),
            content: ReportContent(
                body: body ?? .nilReport,
                cells: cells,
                comment: text(.comment, .comment),
                variation: reason(.variation, .variation, table.index.plan.variationReasons),
                claim: claim(),
                evidence: evidence(),
                provenance: .stated
            ),
            isDraft: truth(.draft) ?? false,
            correction: reason(.correction, .correction, table.index.plan.correctionReasons)
                .map { Correction(reason: $0, text: text(.correctionText, .correction)) },
            files: cell(.evidenceFile).map { [0: $0.text] } ?? [:],
            places: places
        )
        return body != nil && diagnostics.count == before ? .report(entry) : .refused(entry)
    }

    private func isStated(_ column: ReportColumn) -> Bool {
        guard let cell = cell(column) else { return false }
        return column != .nilReport || ReportVocabulary.truth(cell.text) != false
    }

    /// Whether the agency that the row names, if any, is the one that sends it.
    private mutating func isOwn() -> Bool {
        guard let cell = cell(.agency) else { return true }
        if let agency = table.index.agency(table.agency), ReportColumn.names(agency, ReportColumn.fold(cell.text)) {
            return true
        }
        report(
            "other-agency",
            "the file holds reports of \(cell.text), but \(table.agency) sends it",
            .agency,
            hint: "each agency sends its own reports"
        )
        return false
    }

    // MARK: - Cells

    /// The cell in a column; nil where nothing is written in it.
    private func cell(_ column: ReportColumn) -> Table.Cell? {
        guard let position = layout.positions[column], position < row.cells.count, !row.cells[position].text.isEmpty
        else {
            return nil
        }
        let cell = row.cells[position]
        return crossedOut.contains(column) && ReportVocabulary.isPlaceholder(cell.text) ? nil : cell
    }

    private static func crossedOut(
        _ table: ReportTableReader,
        _ row: Table.Row,
        _ layout: ReportLayout
    ) -> [ReportColumn] {
        guard let position = layout.positions[.item], position < row.cells.count else { return [] }
        switch table.index.indicator(ItemID(rawValue: row.cells[position].text))?.measure {
        case .percentage?: return [.value, .date]
        case .milestone?: return [.numerator, .denominator]
        default: return [.numerator, .denominator, .date]
        }
    }

    private mutating func report(
        _ identifier: String,
        _ message: Message,
        _ column: ReportColumn,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                identifier,
                message,
                at: cell(column)?.span ?? row.cells.first?.span,
                expected: expected,
                hint: hint,
                notes: [Diagnostic.Note("row \(cell(column)?.row ?? row.number), column “\(heading(of: column))”")]
            )
        )
    }

    /// As the table has it, or as a template would.
    private func heading(of column: ReportColumn) -> String {
        layout.positions[column].map { layout.headings[$0] } ?? column.heading(spoken)
    }

    private mutating func text(_ column: ReportColumn, _ field: ReportField) -> LocalizedText? {
        guard let cell = cell(column) else { return nil }
        places[field] = cell.span
        return LocalizedText(cell.text, language: language)
    }

    private mutating func truth(_ column: ReportColumn) -> Bool? {
        guard let cell = cell(column) else { return nil }
        guard let answer = ReportVocabulary.truth(cell.text) else {
            report(
                "not-yes-or-no",
                "\(cell.text) is neither yes nor no",
                column,
                expected: "yes or no: да, нет; hawa, ýok"
            )
            return nil
        }
        return answer
    }

    private mutating func number(_ column: ReportColumn) -> Double? {
        guard let cell = cell(column) else { return nil }
        if let number = cell.number { return number }
        switch NumberText.read(cell.text) {
        case .number(let value): return value
        case .ambiguous(let whole, let fraction):
            report(
                "ambiguous-number",
                "\(cell.text) can be read as \(whole) or as \(fraction)",
                column,
                expected: "a number without signs of thousands",
                hint: "write \(whole), or \(fraction)0"
            )
        case .none:
            let isPlaceholder = ReportVocabulary.isPlaceholder(cell.text)
            report(
                isPlaceholder ? "placeholder" : "no-number",
                "\(cell.text) is no number",
                column,
                expected: "a number such as 1280 or 12,5",
                hint: isPlaceholder
                    ? "leave the cell empty where the figure is missing; say yes under “\(ReportColumn.nilReport.heading(spoken))” where there is nothing to report"
                    : nil
            )
        }
        return nil
    }

    // MARK: - Value

    private mutating func body(_ item: ItemID) -> ReportContent.Body? {
        let values: [ReportColumn] = [.value, .numerator, .denominator, .date].filter { cell($0) != nil }
        let isNil = truth(.nilReport) ?? false
        let notApplicable = text(.notApplicable, .value)
        guard (values.isEmpty ? 0 : 1) + (isNil ? 1 : 0) + (notApplicable == nil ? 0 : 1) == 1 else {
            report(
                "not-one-value",
                "the row says two things at once",
                isNil ? .nilReport : .notApplicable,
                expected: "a value, or nothing to report, or why the item does not apply"
            )
            return nil
        }
        if isNil { return .nilReport }
        if let notApplicable { return .notApplicable(notApplicable) }
        places[.value] = values.first.flatMap { cell($0)?.span }
        return value(of: item).map { .value($0) }
    }

    private mutating func value(of item: ItemID) -> ReportedValue? {
        guard let indicator = table.index.indicator(item) else { return implementation() }
        switch indicator.measure {
        case .unit:
            guard cell(.value) != nil else { return missing(.value, indicator) }
            return number(.value).map { .number($0) }
        case .percentage:
            let absent = [ReportColumn.numerator, .denominator].filter { cell($0) == nil }
            for column in absent { _ = missing(column, indicator) }
            let (numerator, denominator) = (number(.numerator), number(.denominator))
            guard absent.isEmpty, let numerator, let denominator else { return nil }
            return .ratio(numerator: numerator, denominator: denominator)
        case .nominal(let categories): return category(categories, indicator).map { .category($0) }
        case .ordinal(let levels): return category(levels, indicator).map { .level($0) }
        case .qualitative: return text(.value, .value).map { .text($0) } ?? missing(.value, indicator)
        case .milestone: return milestone(indicator)
        }
    }

    private mutating func missing(_ column: ReportColumn, _ indicator: Indicator) -> ReportedValue? {
        report(
            "missing-cell",
            "nothing stands under “\(column.heading(spoken))”",
            column,
            expected: Self.expected(column, indicator.measure, spoken)
        )
        return nil
    }

    /// What may stand in a cell, as a table has it and not as a file of reports would.
    private static func expected(_ column: ReportColumn, _ measure: Measure, _ spoken: String) -> Message? {
        switch (column, measure) {
        case (.date, _): "a date such as 29.04.2021"
        case (_, .unit), (_, .percentage): "a number such as 1280 or 12,5"
        case (_, .nominal(let words)), (_, .ordinal(let words)):
            "one of: \(words.map { $0.title.best(for: spoken).text }.joined(separator: ", "))"
        case (_, .qualitative), (_, .milestone): nil
        }
    }

    private mutating func implementation() -> ReportedValue? {
        guard let cell = cell(.value) else {
            report("missing-cell", "nothing stands under “\(ReportColumn.value.heading(spoken))”", .value)
            return nil
        }
        if let status = ReportVocabulary.implementation(cell.text) { return .implementation(status) }
        // What is no activity of the plan at all is said by the checker, not here.
        guard table.index.activity(ItemID(rawValue: self.cell(.item)?.text ?? "")) != nil else {
            return .text(LocalizedText(cell.text, language: language))
        }
        report(
            "unknown-word",
            "\(cell.text) is no implementation status",
            .value,
            expected: "one of: \(ReportVocabulary.implementationWords(spoken).joined(separator: ", "))"
        )
        return nil
    }

    private mutating func category(_ categories: [Dimension.Category], _ indicator: Indicator) -> String? {
        guard let cell = cell(.value) else {
            _ = missing(.value, indicator)
            return nil
        }
        return named(cell.text, categories, .value)
    }

    private mutating func named(_ text: String, _ categories: [Dimension.Category], _ column: ReportColumn) -> String? {
        let wanted = ReportColumn.fold(text)
        if let found = categories.first(where: { ReportColumn.matches($0.id, $0.title, wanted) }) { return found.id }
        let names = categories.map { $0.title.best(for: spoken).text }
        report(
            "unknown-word",
            "\(text) is none of the words that may stand here",
            column,
            expected: "one of: \(names.joined(separator: ", "))",
            hint: Suggestion.nearest(to: text, among: names + categories.map(\.id)).map { "did you mean \($0)?" }
        )
        return nil
    }

    private mutating func milestone(_ indicator: Indicator) -> ReportedValue? {
        let answer: Bool? = cell(.value) == nil ? cell(.date) != nil : truth(.value)
        guard let answer else { return nil }
        guard answer else {
            guard cell(.date) == nil else {
                report("unexpected-date", "a date of something not achieved", .date, hint: "empty the cell")
                return nil
            }
            return .milestone(achieved: false, on: nil)
        }
        guard let cell = cell(.date) else { return missing(.date, indicator) }
        guard let day = DateText.read(cell.text) else {
            report(
                "no-date",
                "\(cell.text) is no date that the calendar has",
                .date,
                expected: "a date such as 29.04.2021"
            )
            return nil
        }
        return .milestone(achieved: true, on: day)
    }

    private mutating func cells(of item: ItemID) -> [ReportContent.Cell] {
        var cells: [ReportContent.Cell] = []
        let dimensions = table.index.indicator(item)?.disaggregation ?? []
        for column in layout.cells {
            guard case .cell(let categories) = column, let cell = cell(column) else { continue }
            guard categories.allSatisfy({ dimensions.contains($0.dimension) }) else {
                // A template crosses out what does not belong to an item.
                if ReportVocabulary.isPlaceholder(cell.text) { continue }
                report(
                    "unknown-dimension",
                    "\(item) is not broken down by what this column counts",
                    column,
                    hint: "empty the cell"
                )
                continue
            }
            places[.cells] = places[.cells] ?? cell.span
            if let value = number(column) { cells.append(ReportContent.Cell(categories: categories, value: value)) }
        }
        return cells
    }

    // MARK: - Words

    private func period(_ text: String, of item: ItemID) -> PeriodID {
        let wanted = ReportColumn.fold(text)
        if table.index.periods(of: item).contains(where: { $0.id.rawValue == text }) { return PeriodID(rawValue: text) }
        let calendar = (table.index.indicator(item)?.calendar ?? table.index.activity(item)?.calendar)
            .flatMap { table.index.calendar($0) }
        let found = calendar?.periods
            .first { period in
                WrittenLanguage.allCases.contains { language in
                    ReportColumn.fold(language.name(of: period, calendar?.frequency ?? .custom)) == wanted
                }
            }
        if let found { return found.id }
        // A program that took the period for a date shows its first day, others name its last.
        guard let day = DateText.read(text) else { return PeriodID(rawValue: text) }
        let around = calendar?.periods.first { $0.days.start <= day && day <= $0.days.end }
        return around?.id ?? PeriodID(rawValue: text)
    }

    private mutating func reason(
        _ column: ReportColumn,
        _ field: ReportField,
        _ reasons: [Dimension.Category]
    ) -> String? {
        guard let cell = cell(column) else { return nil }
        places[field] = cell.span
        if ReportColumn.fold(cell.text) == Plan.otherReason { return Plan.otherReason }
        return named(cell.text, reasons, column)
    }

    private mutating func claim() -> StatusID? {
        guard let cell = cell(.claim) else { return nil }
        places[.claim] = cell.span
        let categories = table.statuses.map { Dimension.Category(id: $0.id.rawValue, title: $0.title) }
        return named(cell.text, categories, .claim).map(StatusID.init(rawValue:))
    }

    private mutating func evidence() -> [Evidence] {
        if let file = cell(.evidenceFile), !table.takesFiles {
            report(
                "file-not-taken",
                "\(file.text) cannot be attached in this way",
                .evidenceFile,
                hint: "empty the cell, and attach the document on the page of the report"
            )
            return []
        }
        guard let title = text(.evidence, .evidence) ?? text(.evidenceAddress, .evidence) else {
            // The name of a file may be that of a person, and would stay in the ledger for ever.
            if let file = cell(.evidenceFile) {
                report(
                    "evidence-without-title",
                    "\(file.text) is to be attached, but it is not said what it is",
                    .evidenceFile,
                    expected: "the title of the document in the column for evidence"
                )
            }
            return []
        }
        guard let address = cell(.evidenceAddress) else { return [Evidence(title: title)] }
        guard address.text.hasPrefix("https://") || address.text.hasPrefix("http://") else {
            report(
                "no-address",
                "\(address.text) is no address of the web",
                .evidenceAddress,
                expected: "an address that begins with https:// or http://"
            )
            return []
        }
        return [Evidence(title: title, url: address.text)]
    }
}
